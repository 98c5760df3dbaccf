using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace QuickStart.Offline;

/// <summary>What the messages of a run say: the variables, the question, what to submit, and what the code of earlier turns printed.</summary>
internal sealed partial record Conversation
{
    /// <summary>The variable that holds the files, or null where no variable looks like that.</summary>
    public ItemsVariable? Items { get; private init; }

    /// <summary>The question, or an empty text where no variable holds one.</summary>
    public string Question { get; private init; } = "";

    /// <summary>The name of the output that the answer goes into.</summary>
    public string AnswerName { get; private init; } = "answer";

    public IReadOnlyList<PastTurn> Turns { get; private init; } = [];

    public bool IsLastTurn { get; private init; }

    /// <summary>Whether no more code runs and the outputs are asked for as JSON.</summary>
    public bool AsksForJson { get; private init; }

    /// <summary>Reads the messages of a run; null where they are a single prompt and no run.</summary>
    public static Conversation? Read(IReadOnlyList<ChatMessage> messages)
    {
        if (messages.Count < 2 || messages[0].Role != ChatRole.System)
        {
            return null;
        }

        var variables = Variable.ReadAll(messages[1].Text);
        var last = messages[^1].Text;
        return new Conversation
        {
            Items = variables.Select(variable => variable.AsItems()).FirstOrDefault(items => items is not null),
            Question = (variables.Find(variable => variable.Name == "question") ?? variables.Find(variable => variable.IsText))?.Content ?? "",
            AnswerName = FencedText.Prose(messages[0].Text).Select(line => OutputLine().Match(line)).LastOrDefault(match => match.Success)?.Groups["name"].Value ?? "answer",
            Turns = [.. ReadTurns(messages)],
            IsLastTurn = FencedText.Prose(last).Select(line => TurnLine().Match(line)).Any(match => match.Success && match.Groups["turn"].Value == match.Groups["turns"].Value),
            AsksForJson = FencedText.Prose(last).Any(line => line.StartsWith("Reply with one JSON object", StringComparison.Ordinal)),
        };
    }

    private static IEnumerable<PastTurn> ReadTurns(IReadOnlyList<ChatMessage> messages)
    {
        for (var i = 2; i + 1 < messages.Count; i += 2)
        {
            var code = FencedText.Blocks(messages[i].Text).FirstOrDefault() ?? "";
            yield return new PastTurn(code, FencedText.Blocks(messages[i + 1].Text).FirstOrDefault() ?? "");
        }
    }

    [GeneratedRegex(@"^- `(?<name>\w+): string`")]
    private static partial Regex OutputLine();

    [GeneratedRegex(@"^Turn (?<turn>[\d,]+) of (?<turns>[\d,]+)\.")]
    private static partial Regex TurnLine();
}
