using System.Globalization;
using System.Text;
using Microsoft.Extensions.AI;
using Rlm.Interpreters;
using Rlm.Json;

namespace Rlm.Trajectories;

/// <summary>Writes all of a trajectory as Markdown. Whatever came from a model or from data stands between fences that it cannot close.</summary>
internal sealed class TrajectoryMarkdown
{
    private const int DeepestHeading = 6;

    private readonly StringBuilder _text = new();

    private TrajectoryMarkdown()
    {
    }

    public static string Of(Trajectory trajectory)
    {
        var markdown = new TrajectoryMarkdown();
        markdown.Heading(1, "Trajectory");
        markdown.Write(trajectory, 2, "");
        return markdown._text.ToString();
    }

    /// <param name="trajectory">The trajectory.</param>
    /// <param name="level">The level of the headings of its turns.</param>
    /// <param name="place">Where it stands, such as <c>2.1.</c> for the first sub-call of the second turn: what headings alone cannot show at every depth.</param>
    private void Write(Trajectory trajectory, int level, string place)
    {
        if (trajectory.Steps.Count == 0)
        {
            Paragraph("There were no turns.");
        }

        foreach (var step in trajectory.Steps)
        {
            Write(step, level, place + step.Turn.ToString(CultureInfo.InvariantCulture));
        }

        if (trajectory.Extraction is { } extraction)
        {
            Heading(level, place.Length == 0 ? "Extraction" : $"Extraction of {place.TrimEnd('.')}");
            Facts(TrajectoryText.Seconds(extraction.Duration), Tokens(extraction.Usage));
            Block("Reply", extraction.Reply);
            Block("Error", extraction.Error);
        }
    }

    private void Write(TrajectoryStep step, int level, string place)
    {
        Heading(level, $"Turn {place}");
        Facts(TrajectoryText.Seconds(step.Duration), step.Model is null ? null : Code(step.Model), Tokens(step.Usage), CallTimes.Describe(step));
        Block("Reasoning", step.Reasoning);
        Block("Code", step.Code, "js");
        for (var i = 0; i < step.SubCalls.Count; i++)
        {
            Write(step.SubCalls[i], level + 1, string.Create(CultureInfo.InvariantCulture, $"{place}.{i + 1}"));
        }

        foreach (var call in step.ToolCalls)
        {
            Heading(level + 1, $"Tool {Code(call.Name)}");
            Facts(TrajectoryText.Seconds(call.Duration));
            Block($"Arguments ({Counted.Of(call.ArgumentsLength, "character")})", call.ArgumentsPreview);
            Block("Result", call.ResultPreview);
            Block("Error", call.Error);
        }

        Block("Output", step.Output);
        Block("Error", step.Error);
    }

    private void Write(SubCallRecord call, int level, string place)
    {
        Heading(level, $"Sub-call {place} {Code(call.Function)}");
        Facts(TrajectoryText.Seconds(call.Duration), call.Model is null ? null : Code(call.Model), Tokens(call.Usage), call.StopReason?.ToString());
        Block($"Prompt ({Counted.Of(call.PromptLength, "character")})", call.PromptPreview);
        Block($"Answer ({Counted.Of(call.ResponseLength, "character")})", call.ResponsePreview);
        Block("Error", call.Error);
        if (call.Trajectory is { } child)
        {
            Write(child, level + 1, place + ".");
        }
    }

    private void Heading(int level, string text) => Paragraph($"{new string('#', Math.Min(level, DeepestHeading))} {text}");

    private void Facts(params ReadOnlySpan<string?> facts) => Paragraph(string.Join(" · ", facts.ToArray().Where(fact => fact is not null)));

    private void Block(string title, string? content, string language = "text")
    {
        if (string.IsNullOrEmpty(content))
        {
            return;
        }

        Paragraph($"{title}:");
        Paragraph(DataFence.Around(content, language));
    }

    private void Paragraph(string text)
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        _text.Append(text).Append('\n');
    }

    private static string? Tokens(UsageDetails? usage) => usage?.TotalTokenCount is { } count ? Counted.Of(count, "token") : null;

    /// <summary>A name as code, on one line. A name with back-ticks, which tools and models may have, gets more of them around it.</summary>
    private static string Code(string name)
    {
        var line = SingleLine.Of(name);
        var fence = new string('`', DataFence.LongestRun(line) + 1);
        var gap = fence.Length > 1 ? " " : "";
        return $"{fence}{gap}{line}{gap}{fence}";
    }
}
