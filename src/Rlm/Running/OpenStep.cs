using Microsoft.Extensions.AI;
using Rlm.Trajectories;

namespace Rlm.Running;

/// <summary>A turn that is going on. It can become a step at any time, so that an interrupted turn is not lost.</summary>
internal sealed class OpenStep(TurnRecording recording, long started)
{
    public int Turn => Recording.Turn;

    public TurnRecording Recording { get; } = recording;

    public string? Model { get; set; }

    public string Reasoning { get; set; } = "";

    public string? Code { get; set; }

    public string Output { get; set; } = "";

    public string? Error { get; set; }

    public UsageDetails? RootUsage { get; set; }

    /// <summary>Whether there is anything worth keeping.</summary>
    public bool HasReply { get; set; }

    /// <param name="timeProvider">The clock.</param>
    /// <param name="interruption">Why the turn does not come to its end; null where it does.</param>
    public TrajectoryStep Close(TimeProvider timeProvider, string? interruption = null)
    {
        var usage = new UsageDetails();
        var subCalls = Recording.SubCalls();
        foreach (var part in subCalls.Select(call => call.Usage).Prepend(RootUsage))
        {
            if (part is not null)
            {
                usage.Add(part);
            }
        }

        return new TrajectoryStep
        {
            Turn = Turn,
            Model = Model,
            Reasoning = Reasoning,
            Code = Code,
            Output = Output,
            Error = Error ?? interruption,
            SubCalls = subCalls,
            ToolCalls = Recording.ToolCalls(),
            Duration = timeProvider.GetElapsedTime(started),
            Usage = usage,
        };
    }
}
