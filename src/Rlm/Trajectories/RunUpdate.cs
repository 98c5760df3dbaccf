using Microsoft.Extensions.AI;

namespace Rlm;

/// <summary>Something that happened in a run while it is going on.</summary>
public abstract record RunUpdate
{
    private protected RunUpdate()
    {
    }
}

/// <summary>The run began: its inputs are accepted, and nothing was asked yet. The first update.</summary>
/// <param name="Signature">What the run takes and gives.</param>
/// <param name="Inputs">The inputs as the sandbox has them.</param>
public sealed record RunStartedUpdate(Signature Signature, IReadOnlyList<InterpreterVariable> Inputs) : RunUpdate;

/// <summary>A turn begins: the language model is asked.</summary>
/// <param name="Turn">The number of the turn, from 1.</param>
/// <param name="MaxIterations">The most turns that the run may have.</param>
public sealed record TurnStartedUpdate(int Turn, int MaxIterations) : RunUpdate;

/// <summary>A part of the language model's reply came. Only from clients that stream.</summary>
/// <param name="Turn">The number of the turn.</param>
/// <param name="Text">The part.</param>
/// <param name="IsReasoning">Whether the model marked it as reasoning, which is no part of the reply itself.</param>
public sealed record ModelTextUpdate(int Turn, string Text, bool IsReasoning) : RunUpdate;

/// <summary>The language model replied.</summary>
/// <param name="Turn">The number of the turn.</param>
/// <param name="Text">The whole reply.</param>
/// <param name="Reasoning">What of it is not code.</param>
public sealed record ModelRepliedUpdate(int Turn, string Text, string Reasoning) : RunUpdate
{
    /// <summary>Gets the model that replied, or null where the client does not say.</summary>
    public string? Model { get; init; }

    /// <summary>Gets what the client reported, or null.</summary>
    public UsageDetails? Usage { get; init; }

    /// <summary>Gets how long the reply took.</summary>
    public TimeSpan Duration { get; init; }
}

/// <summary>Code of the reply is about to run.</summary>
/// <param name="Turn">The number of the turn.</param>
/// <param name="Code">The code.</param>
public sealed record CodeStartedUpdate(int Turn, string Code) : RunUpdate;

/// <summary>The code called a function that asks a model or starts a child.</summary>
/// <param name="Turn">The number of the turn.</param>
/// <param name="Index">The place of the call among the sub-calls of the turn, from 0.</param>
/// <param name="Function">The function, such as <c>llm_query</c>.</param>
/// <param name="PromptLength">The number of characters of the prompt.</param>
/// <param name="PromptPreview">The beginning of the prompt.</param>
public sealed record SubCallStartedUpdate(int Turn, int Index, string Function, int PromptLength, string PromptPreview) : RunUpdate;

/// <summary>A sub-call ended, well or not.</summary>
/// <param name="Turn">The number of the turn.</param>
/// <param name="Index">The place of the call among the sub-calls of the turn, from 0.</param>
/// <param name="Record">The record, as it stands in the trajectory.</param>
public sealed record SubCallFinishedUpdate(int Turn, int Index, SubCallRecord Record) : RunUpdate;

/// <summary>The code called a tool.</summary>
/// <param name="Turn">The number of the turn.</param>
/// <param name="Index">The place of the call among the tool calls of the turn, from 0.</param>
/// <param name="Name">The tool.</param>
/// <param name="ArgumentsPreview">The beginning of the arguments as JSON.</param>
public sealed record ToolCallStartedUpdate(int Turn, int Index, string Name, string ArgumentsPreview) : RunUpdate;

/// <summary>A call of a tool ended, well or not.</summary>
/// <param name="Turn">The number of the turn.</param>
/// <param name="Index">The place of the call among the tool calls of the turn, from 0.</param>
/// <param name="Record">The record, as it stands in the trajectory.</param>
public sealed record ToolCallFinishedUpdate(int Turn, int Index, ToolCallRecord Record) : RunUpdate;

/// <summary>Something happened in a child that a sub-call started.</summary>
/// <param name="Turn">The number of the turn of the parent.</param>
/// <param name="SubCall">The place of the call among the sub-calls of that turn, from 0.</param>
/// <param name="Update">What happened.</param>
public sealed record ChildUpdate(int Turn, int SubCall, RunUpdate Update) : RunUpdate;

/// <summary>The code submitted values that were not accepted; it was told why, and the run goes on.</summary>
/// <param name="Turn">The number of the turn.</param>
/// <param name="Problems">Everything that is wrong.</param>
public sealed record SubmissionRejectedUpdate(int Turn, IReadOnlyList<string> Problems) : RunUpdate;

/// <summary>The code of a turn has run.</summary>
/// <param name="Turn">The number of the turn.</param>
/// <param name="Result">What it gave; its texts are not shortened.</param>
public sealed record CodeFinishedUpdate(int Turn, ExecutionResult Result) : RunUpdate;

/// <summary>A turn ended; its step has the output as the language model sees it, the error, and the calls.</summary>
/// <param name="Step">The step, as it stands in the trajectory.</param>
public sealed record TurnFinishedUpdate(TrajectoryStep Step) : RunUpdate;

/// <summary>A limit was reached: the language model is asked for the outputs from the transcript.</summary>
/// <param name="StopReason">The limit.</param>
public sealed record ExtractionStartedUpdate(StopReason StopReason) : RunUpdate;

/// <summary>The run ended. The last update.</summary>
/// <param name="Prediction">What the run gave; of a typed module a <see cref="Prediction{TSignature}"/>.</param>
public sealed record RunFinishedUpdate(Prediction Prediction) : RunUpdate;
