using System.Globalization;
using Microsoft.Extensions.AI;
using Rlm;

namespace QuickStart;

/// <summary>Shows a run while it goes on.</summary>
internal sealed class Screen(TextWriter output, bool isQuiet)
{
    private const string Indent = "    ";

    public void Introduce(RepositoryQuestion input, string root, LanguageModel model)
    {
        var characters = input.Files.Sum(file => (long)file.Text.Length);
        Line($"Question  {input.Question}");
        Line($"Input     {Plural.Of(input.Files.Count, "file")}, {Plural.Of(characters, "character")}, from {root}");
        Line($"Model     {model.Name}");
        if (model.IsStandIn)
        {
            Line();
            Line("Note: no language model is used. A small set of rules stands in for one: it recognises some kinds of questions by their words and");
            Line("      writes code for them. It cannot read or judge text, and its prose is fixed. The sandbox, the code and the answer are real.");
            Line("      Set ANTHROPIC_API_KEY or OPENAI_API_KEY to use a language model.");
        }
    }

    public void Show(RunUpdate update)
    {
        switch (update)
        {
            case TurnStartedUpdate turn:
                Line();
                Line($"── Turn {turn.Turn} of {turn.MaxIterations} {new string('─', 60)}");
                break;
            case ModelRepliedUpdate { Reasoning.Length: > 0 } reply:
                Line(reply.Reasoning);
                break;
            case CodeStartedUpdate code:
                Block("code", code.Code);
                break;
            case TurnFinishedUpdate { Step: var step }:
                if ((step.Output.Length > 0 ? step.Output : step.Error) is { Length: > 0 } shown)
                {
                    Block("output", shown);
                }

                if (step.SubCalls.Count > 0)
                {
                    Line($"{Plural.Of(step.SubCalls.Count, "sub-call")}");
                }

                break;
            case ExtractionStartedUpdate extraction:
                Line();
                Line($"── {extraction.StopReason}: the answer is asked for from the transcript");
                break;
            default:
                break;
        }
    }

    public void Conclude(Prediction<RepositoryQuestion> prediction)
    {
        if (isQuiet)
        {
            output.WriteLine(prediction.Result.Answer);
            return;
        }

        Line();
        Line($"── Answer {new string('─', 60)}");
        Line(prediction.Result.Answer);
        Line();
        Line($"Stop reason  {prediction.StopReason}");
        Line($"Turns        {prediction.Trajectory.Steps.Count}, sub-calls {prediction.Trajectory.Steps.Sum(step => step.SubCalls.Count)}");
        Line($"Usage        {Describe(prediction.Usage)}");
        Line($"Duration     {prediction.Duration.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s");
    }

    private static string Describe(UsageDetails usage) => usage is { InputTokenCount: null, OutputTokenCount: null, TotalTokenCount: null }
        ? "no tokens reported"
        : $"{Plural.Of(usage.InputTokenCount ?? 0, "token")} in, {Plural.Of(usage.OutputTokenCount ?? 0, "token")} out";

    private void Block(string title, string text)
    {
        Line();
        Line($"{title}:");
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            Line(Indent + line);
        }
    }

    private void Line(string text = "")
    {
        if (!isQuiet)
        {
            output.WriteLine(text);
        }
    }
}
