namespace Rlm;

/// <summary>Something that happened in a run while it is going on.</summary>
public abstract record RunUpdate
{
    private protected RunUpdate()
    {
    }
}

/// <summary>A turn begins: the language model is asked.</summary>
/// <param name="Turn">The number of the turn, from 1.</param>
/// <param name="MaxIterations">The most turns that the run may have.</param>
public sealed record TurnStartedUpdate(int Turn, int MaxIterations) : RunUpdate;

/// <summary>The language model replied.</summary>
/// <param name="Turn">The number of the turn.</param>
/// <param name="Text">The whole reply.</param>
/// <param name="Reasoning">What of it is not code.</param>
public sealed record ModelRepliedUpdate(int Turn, string Text, string Reasoning) : RunUpdate;

/// <summary>Code of the reply is about to run.</summary>
/// <param name="Turn">The number of the turn.</param>
/// <param name="Code">The code.</param>
public sealed record CodeStartedUpdate(int Turn, string Code) : RunUpdate;

/// <summary>A turn ended; its step has the output, the error, and the calls.</summary>
/// <param name="Step">The step, as it stands in the trajectory.</param>
public sealed record TurnFinishedUpdate(TrajectoryStep Step) : RunUpdate;

/// <summary>A limit was reached: the language model is asked for the outputs from the transcript.</summary>
/// <param name="StopReason">The limit.</param>
public sealed record ExtractionStartedUpdate(StopReason StopReason) : RunUpdate;

/// <summary>The run ended. The last update.</summary>
/// <param name="Prediction">What the run gave; of a typed module a <see cref="Prediction{TSignature}"/>.</param>
public sealed record RunFinishedUpdate(Prediction Prediction) : RunUpdate;
