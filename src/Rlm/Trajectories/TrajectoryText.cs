using System.Globalization;
using System.Text;
using Rlm.Interpreters;
using Rlm.Json;

namespace Rlm.Trajectories;

/// <summary>Writes a trajectory for a person who wants to see what happened at a glance: long texts are cut, children are indented.</summary>
internal sealed class TrajectoryText
{
    private const int LongestLine = 200;
    private const int LongestReasoning = 300;
    private const int MostCodeLines = 20;
    private const int MostOutputLines = 8;
    private const int Step = 4;

    private readonly StringBuilder _text = new();

    private TrajectoryText()
    {
    }

    public static string Of(Trajectory trajectory)
    {
        var text = new TrajectoryText();
        text.Write(trajectory, 0);
        return text._text.ToString().TrimEnd('\n');
    }

    public static string Seconds(TimeSpan duration) => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0##} s");

    private void Write(Trajectory trajectory, int indent)
    {
        if (trajectory.Steps.Count == 0)
        {
            Line(indent, "(no turns)");
        }

        foreach (var step in trajectory.Steps)
        {
            Write(step, indent);
        }

        if (trajectory.Extraction is { } extraction)
        {
            Line(indent, $"Extraction · {Seconds(extraction.Duration)}");
            Line(indent, $"  {Head(extraction.Reply, LongestReasoning)}");
            Error(indent, extraction.Error);
        }
    }

    private void Write(TrajectoryStep step, int indent)
    {
        var tokens = step.Usage.TotalTokenCount is { } count ? $" · {Counted.Of(count, "token")}" : "";
        Line(indent, string.Create(CultureInfo.InvariantCulture, $"Turn {step.Turn} · {Seconds(step.Duration)}{tokens}"));
        if (step.Reasoning.Length > 0)
        {
            Line(indent, $"  {Head(step.Reasoning, LongestReasoning)}");
        }

        Lines(indent, "  > ", step.Code, MostCodeLines);
        if (CallTimes.Describe(step) is { } overlap)
        {
            Line(indent, $"  · {overlap}:");
        }

        foreach (var call in step.SubCalls)
        {
            Write(call, indent);
        }

        foreach (var call in step.ToolCalls)
        {
            Line(indent, $"  · {call.Name}({Head(call.ArgumentsPreview, LongestLine)}) · {Seconds(call.Duration)}{Answer(call.ResultPreview)}");
            Error(indent + 2, call.Error);
        }

        Lines(indent, "  = ", step.Output, MostOutputLines);
        Error(indent, step.Error);
    }

    private void Write(SubCallRecord call, int indent)
    {
        var length = Counted.Of(call.PromptLength, "character");
        Line(indent, $"  · {call.Function}({Quote(call.PromptPreview)}) · {length} · {Seconds(call.Duration)}{Answer(call.ResponsePreview.Length == 0 ? "" : Quote(call.ResponsePreview))}");
        Error(indent + 2, call.Error);
        if (call.Trajectory is { } child)
        {
            Write(child, indent + Step);
        }
    }

    private void Error(int indent, string? error)
    {
        if (error is not null)
        {
            Line(indent, $"  ! {Head(error, LongestLine)}");
        }
    }

    private void Lines(int indent, string mark, string? text, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var lines = text.TrimEnd().Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        foreach (var line in lines.Take(most))
        {
            Line(indent, mark + (line.Length <= LongestLine ? line : TextCut.Head(line, LongestLine) + "…"));
        }

        if (lines.Length > most)
        {
            Line(indent, $"{mark}… ({Counted.Of(lines.Length - most, "more line")})");
        }
    }

    private void Line(int indent, string line) => _text.Append(' ', indent).Append(line.TrimEnd()).Append('\n');

    private static string Answer(string preview) => preview.Length == 0 ? "" : $" → {Head(preview, LongestLine)}";

    private static string Quote(string text) => JsonValues.Quote(Head(text, LongestLine));

    private static string Head(string text, int length)
    {
        var line = SingleLine.Of(text);
        return line.Length <= length ? line : TextCut.Head(line, length) + "…";
    }
}
