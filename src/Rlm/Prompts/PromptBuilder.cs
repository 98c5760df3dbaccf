using System.Globalization;
using Rlm.Budgets;
using Rlm.Interpreters;
using Rlm.Json;
using Rlm.Signatures;

namespace Rlm.Prompts;

/// <summary>Makes the messages of the host. Stable for a module: two runs with the same inputs begin with the same bytes.</summary>
internal sealed class PromptBuilder
{
    private readonly Signature _signature;
    private readonly PromptSettings _settings;

    public PromptBuilder(PromptSettings settings)
    {
        _signature = settings.Signature;
        _settings = settings;
        System = BuildSystem();
    }

    /// <summary>The system message.</summary>
    public string System { get; }

    /// <summary>The first user message: the variables.</summary>
    public string Task(IReadOnlyList<InterpreterVariable> variables, EarlierRuns? earlier, RunStanding standing) => PromptTexts.Task.Fill(
        ("variables", Variables(variables) + Earlier(earlier)),
        ("turnLine", TurnLine.Of(standing, _settings.Limits)));

    /// <summary>The user message after a turn.</summary>
    public string Turn(TurnReport report, RunStanding standing) => PromptTexts.Turn.Fill(
        ("report", report.Text),
        ("turnLine", TurnLine.Of(standing, _settings.Limits)));

    /// <summary>The user message that asks for the outputs when a limit is reached.</summary>
    public string Extract(TurnReport report, IReadOnlyList<(string Name, string Preview)> liveVariables, StopReason limit) => PromptTexts.Extract.Fill(
        ("report", report.Text),
        ("limit", LimitText(limit)),
        ("variables", LiveVariables(liveVariables)),
        ("outputs", SignatureTexts.Outputs(_signature)));

    /// <summary>What a prediction says instead of reasoning when its outputs were extracted.</summary>
    public string ExtractedReasoning(StopReason limit) => PromptTexts.Notice("extracted", ("limit", LimitText(limit)));

    /// <summary>What the run did, such as <c>used its 20 turns</c>.</summary>
    public string LimitText(StopReason limit) => PromptTexts.Notice($"limit-{limit}", ("limit", LimitDescription.Amount(limit, _settings.Limits)));

    /// <summary>Reports what code did.</summary>
    public TurnReport Ran(int turn, ExecutionResult result, int blockCount, IReadOnlyList<string> failedSlots)
    {
        var error = result.Stop switch
        {
            ExecutionStop.Time => PromptTexts.Notice("time-stop", ("timeLimit", _settings.TimeLimitText)),
            ExecutionStop.Memory => PromptTexts.Notice("memory-stop", ("memoryLimit", _settings.MemoryLimitText)),
            ExecutionStop.Work when result.Error is null => PromptTexts.Notice("work-stop"),
            _ => result.Error is null ? null : ErrorHints.Extend(result.Error),
        };
        var whole = Lines(result.Output, error, result.Value is null ? null : $"=> {result.Value}");
        var body = TextCut.Middle(whole, _settings.Limits.MaxOutputLength);
        var paragraphs = new List<string>
        {
            whole.Length == 0
                ? PromptTexts.Notice("no-output", ("turn", Number(turn)))
                : $"{PromptTexts.Notice("output", ("turn", Number(turn)), ("length", Counted.Of(whole.Length, "character")))}\n{DataFence.Around(body)}",
        };
        AddNotices(paragraphs, result, blockCount, failedSlots, isCut: body.Length != whole.Length);
        return new TurnReport { Body = body, Text = string.Join('\n', paragraphs), Error = error };
    }

    /// <summary>Reports that nothing ran, for the reason that a notice names.</summary>
    public static TurnReport NothingRan(int turn, string notice, string language = "")
    {
        var text = PromptTexts.Notice(notice, ("turn", Number(turn)), ("language", language));
        return new TurnReport { Body = "", Text = text, Error = text };
    }

    private static void AddNotices(List<string> paragraphs, ExecutionResult result, int blockCount, IReadOnlyList<string> failedSlots, bool isCut)
    {
        if (isCut)
        {
            paragraphs.Add(PromptTexts.Notice("cut-advice"));
        }

        // A name without a value, as a failed initialiser leaves it, is nothing to remember.
        var variables = result.NewVariables.Where(variable => variable.Type != "undefined").ToList();
        if (variables.Count > 0)
        {
            paragraphs.Add(PromptTexts.Notice("new-variables", ("names", NewVariables(variables))));
        }

        if (failedSlots.Count > 0)
        {
            paragraphs.Add(PromptTexts.Notice("failed-sub-calls", ("failures", string.Join("; ", failedSlots))));
        }

        if (blockCount > 1)
        {
            paragraphs.Add(PromptTexts.Notice("several-blocks", ("count", Number(blockCount))));
        }
    }

    private static string NewVariables(IReadOnlyList<NewVariable> variables)
    {
        const int MostNamed = 20;
        var named = string.Join(", ", variables.Take(MostNamed).Select(variable => $"{variable.Name} ({Describe(variable)})"));
        return variables.Count <= MostNamed ? named : $"{named} and {Number(variables.Count - MostNamed)} more";
    }

    private static string Describe(NewVariable variable) => variable.Size is { } size
        ? $"{variable.Type}, {Counted.Of(size, variable.Type == "string" ? "character" : "item")}"
        : variable.Type;

    private string BuildSystem()
    {
        var declarations = _settings.ToolDeclarations;
        var tools = declarations.Count == 0 ? "" : PromptTexts.Tools.Fill(("declarations", string.Join('\n', declarations)));
        return PromptTexts.System.Fill(
            ("task", SignatureTexts.Task(_signature)),
            ("maxOutputLength", Number(_settings.Limits.MaxOutputLength)),
            ("timeLimit", _settings.TimeLimitText),
            ("memoryLimit", _settings.MemoryLimitText),
            ("outputNames", string.Join(", ", _signature.Outputs.Select(OutputKey))),
            ("subCalls", _settings.HasSubCalls ? SubCalls() : ""),
            ("tools", tools),
            ("outputs", SignatureTexts.Outputs(_signature)),
            ("division", PromptTexts.Notice(_settings.HasSubCalls ? "division" : "division-without-sub-calls"))).TrimEnd();
    }

    private string SubCalls()
    {
        var models = string.Join("; ", _settings.Models.Select(model => $"`\"{model.Name}\"`{(model.Description.Length > 0 ? $" ({SingleLine.Of(model.Description)})" : "")}"));
        var overlaps = _settings.Limits.OverlapsCalls;
        return PromptTexts.SubCalls.Fill(
            ("maxSubPromptLength", Number(_settings.Limits.MaxSubPromptLength)),
            ("overlap", overlaps ? " " + PromptTexts.Notice("overlap") : ""),
            ("batched", overlaps ? "" : PromptTexts.Notice("batched-in-turn")),
            ("example", PromptTexts.Notice(overlaps ? "example-overlapping" : "example-in-turn")),
            ("models", models.Length == 0 ? "" : " " + PromptTexts.Notice("models", ("models", models))),
            ("children", _settings.HasChildren ? PromptTexts.Notice("children") + "\n" : ""),
            ("maxSubCalls", Number(_settings.Limits.Tree.MaxSubCalls)));
    }

    /// <summary>The shorthand where the name can be a variable.</summary>
    private static string OutputKey(SignatureField output) =>
        ReservedNames.ProblemWithVariable(output.Name) is null ? output.Name : $"{ValuePreview.Key(output.Name)}: value";

    private string Variables(IReadOnlyList<InterpreterVariable> variables) => variables.Count == 0
        ? PromptTexts.Notice("no-variables")
        : string.Join("\n\n", _signature.Inputs.Zip(variables, (field, variable) => $"## `{field.Name}`\n\n{VariableDescription.Of(field, variable.Value, variable.Preview)}"));

    private static string Earlier(EarlierRuns? earlier)
    {
        if (earlier is null)
        {
            return "";
        }

        var parts = new List<string> { "", PromptTexts.Notice("earlier-runs") };
        parts.AddRange(earlier.Answers.Select(answer => DataFence.Around(answer)));
        if (earlier.Variables.Count > 0)
        {
            parts.Add(PromptTexts.Notice("earlier-variables", ("names", NewVariables(earlier.Variables))));
        }

        return string.Join("\n\n", parts);
    }

    private static string LiveVariables(IReadOnlyList<(string Name, string Preview)> variables) => variables.Count == 0
        ? ""
        : $"\n{PromptTexts.Notice("live-variables")}\n\n{string.Join("\n", variables.Select(variable => $"`{variable.Name}`\n{DataFence.Around(variable.Preview)}"))}\n";

    private static string Lines(params ReadOnlySpan<string?> texts)
    {
        var lines = "";
        foreach (var text in texts)
        {
            if (!string.IsNullOrEmpty(text))
            {
                lines = lines.Length == 0 || lines.EndsWith('\n') ? lines + text : $"{lines}\n{text}";
            }
        }

        return lines;
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
