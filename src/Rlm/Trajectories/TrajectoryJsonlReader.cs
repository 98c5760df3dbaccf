using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Rlm.Trajectories;

/// <summary>Puts a trajectory together from the lines that tell of it.</summary>
internal sealed class TrajectoryJsonlReader
{
    private readonly List<TrajectoryStep> _steps = [];
    private readonly SortedDictionary<(int Turn, int Index), SubCallRecord> _subCalls = [];
    private readonly SortedDictionary<(int Turn, int Index), ToolCallRecord> _toolCalls = [];
    private readonly Dictionary<SubCallParent, TrajectoryJsonlReader> _children = [];
    private ExtractionRecord? _extraction;

    private TrajectoryJsonlReader()
    {
    }

    /// <exception cref="JsonException">A line is not one of a trajectory; its number is said.</exception>
    public static Trajectory Read(TextReader lines)
    {
        var root = new TrajectoryJsonlReader();
        var number = 0;
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                root.Take(JsonElement.Parse(line));
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                throw new JsonException($"Line {number} is not one of a trajectory: {exception.Message}", exception);
            }
        }

        return root.Trajectory();
    }

    private void Take(JsonElement line)
    {
        var target = this;
        if (line.TryGetProperty(TrajectoryLines.Parents, out var parents))
        {
            foreach (var parent in parents.EnumerateArray())
            {
                target = target.Child(new SubCallParent(parent.GetProperty(TrajectoryLines.Turn).GetInt32(), parent.GetProperty(TrajectoryLines.SubCall).GetInt32()));
            }
        }

        target.TakeOwn(line);
    }

    private TrajectoryJsonlReader Child(SubCallParent parent)
    {
        if (!_children.TryGetValue(parent, out var child))
        {
            _children[parent] = child = new TrajectoryJsonlReader();
        }

        return child;
    }

    private void TakeOwn(JsonElement line)
    {
        var context = TrajectoryJsonContext.Compact;
        switch (line.GetProperty(TrajectoryLines.Type).GetString())
        {
            case TrajectoryLines.TurnFinished:
                _steps.Add(Complete(Read(line.GetProperty(TrajectoryLines.Step), context.TrajectoryStep)));
                break;
            case TrajectoryLines.SubCallFinished:
                _subCalls[Place(line)] = Read(line.GetProperty(TrajectoryLines.Record), context.SubCallRecord);
                if (line.TryGetProperty(TrajectoryLines.Extraction, out var ofChild))
                {
                    var (turn, index) = Place(line);
                    Child(new SubCallParent(turn, index))._extraction = Read(ofChild, context.ExtractionRecord);
                }

                break;
            case TrajectoryLines.ToolCallFinished:
                _toolCalls[Place(line)] = Read(line.GetProperty(TrajectoryLines.Record), context.ToolCallRecord);
                break;
            case TrajectoryLines.RunFinished or TrajectoryLines.RunFailed when line.TryGetProperty(TrajectoryLines.Extraction, out var own):
                _extraction = Read(own, context.ExtractionRecord);
                break;
            default:
                break;
        }
    }

    private Trajectory Trajectory() => new() { Steps = _steps.ToArray(), Extraction = _extraction };

    /// <summary>Gives a step its calls. Lines of calls that come later tell of what ended after the turn did.</summary>
    private TrajectoryStep Complete(TrajectoryStep step) => step with
    {
        SubCalls = [.. _subCalls.Where(call => call.Key.Turn == step.Turn).Select(call =>
            _children.TryGetValue(new SubCallParent(call.Key.Turn, call.Key.Index), out var child) ? call.Value with { Trajectory = child.Trajectory() } : call.Value)],
        ToolCalls = [.. _toolCalls.Where(call => call.Key.Turn == step.Turn).Select(call => call.Value)],
    };

    private static (int Turn, int Index) Place(JsonElement line) =>
        (line.GetProperty(TrajectoryLines.Turn).GetInt32(), line.GetProperty(TrajectoryLines.Index).GetInt32());

    private static T Read<T>(JsonElement json, JsonTypeInfo<T> typeInfo) => json.Deserialize(typeInfo) ?? throw new JsonException("null stands in the place of a record.");
}
