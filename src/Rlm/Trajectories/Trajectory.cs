using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using Rlm.Trajectories;

namespace Rlm;

/// <summary>What happened in a run, turn by turn.</summary>
public sealed record Trajectory
{
    /// <summary>Gets the turns in their order.</summary>
    public IReadOnlyList<TrajectoryStep> Steps { get; init; } = [];

    /// <summary>Gets the call that answered from the transcript after a limit was reached, or null where there was none.</summary>
    public ExtractionRecord? Extraction { get; init; }

    /// <summary>Gets how much waiting it saved that sub-calls and calls of tools overlapped: what they took one by one, less the time in which any was under way.</summary>
    [JsonIgnore]
    public TimeSpan WaitingSaved => Steps.Aggregate(TimeSpan.Zero, (sum, step) => sum + CallTimes.Saved(step));

    /// <summary>Sums what the language models reported for all of it.</summary>
    internal UsageDetails TotalUsage()
    {
        var total = new UsageDetails();
        foreach (var step in Steps)
        {
            total.Add(step.Usage);
        }

        if (Extraction is not null)
        {
            total.Add(Extraction.Usage);
        }

        return total;
    }

    /// <summary>Writes the trajectory as indented JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, TrajectoryJsonContext.Readable.Trajectory);

    /// <summary>Writes all of the trajectory as Markdown, children included.</summary>
    public string ToMarkdown() => TrajectoryMarkdown.Of(this);

    /// <summary>Returns the trajectory as text for a person: per turn the reasoning, the code, the calls, the output and the error, long texts cut, children indented.</summary>
    public override string ToString() => TrajectoryText.Of(this);

    /// <summary>Reads a trajectory that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not the JSON of a trajectory.</exception>
    public static Trajectory FromJson(string json) =>
        JsonSerializer.Deserialize(json, TrajectoryJsonContext.Readable.Trajectory) ?? throw new JsonException("The JSON of a trajectory is an object, not null.");

    /// <summary>Reads the lines that a <see cref="TrajectoryJsonlWriter"/> wrote, also those of a run that did not come to its end.</summary>
    /// <param name="lines">The lines of one run.</param>
    /// <exception cref="JsonException">A line is not one of a trajectory; the message has its number.</exception>
    public static Trajectory FromJsonl(TextReader lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return TrajectoryJsonlReader.Read(lines);
    }
}
