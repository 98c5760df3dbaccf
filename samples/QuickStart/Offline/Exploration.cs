using System.Globalization;
using System.Text.Json;

namespace QuickStart.Offline;

/// <summary>What the first turn found out about the files.</summary>
/// <param name="Items">How many there are.</param>
/// <param name="Extensions">How many there are of each extension.</param>
/// <param name="AsWritten">How many contain the subject of the question as it is written there; null where it has none.</param>
/// <param name="InAnyCase">How many contain it in upper or lower case.</param>
internal sealed record Exploration(int Items, IReadOnlyDictionary<string, int> Extensions, int? AsWritten, int? InAnyCase)
{
    /// <summary>Whether the subject is only there in another case than the question has it.</summary>
    public bool OnlyInAnotherCase => AsWritten == 0 && InAnyCase > 0;

    public string Describe() => $"{Items} items ({string.Join(", ", Extensions.Select(pair => $"{pair.Value} .{pair.Key}"))})";

    public static Exploration? Read(IEnumerable<PastTurn> turns)
    {
        foreach (var turn in turns.Where(turn => turn.Error is null))
        {
            if (Number(turn, "items") is { } items && turn.Value("extensions") is { } extensions)
            {
                return new Exploration(items, JsonSerializer.Deserialize<Dictionary<string, int>>(extensions) ?? [], Number(turn, "as written"), Number(turn, "in any case"));
            }
        }

        return null;
    }

    /// <summary>Writes the code that finds it out.</summary>
    public static string Code(ItemsVariable items, string? subject)
    {
        var probe = subject is null ? "" : $$"""

            const subject = {{JavaScript.Quote(subject)}};
            print("as written: " + {{items.Name}}.filter(({{items.Pattern}}) => text.includes(subject)).length);
            print("in any case: " + {{items.Name}}.filter(({{items.Pattern}}) => text.toLowerCase().includes(subject.toLowerCase())).length);
            """;
        return $$"""
            {{JavaScript.LineCount}}

            const extensions = {};
            for (const {{items.Pattern}} of {{items.Name}}) {
              const extension = path.slice(path.lastIndexOf(".") + 1);
              extensions[extension] = (extensions[extension] ?? 0) + 1;
            }
            print("items: " + {{items.Name}}.length);
            print("extensions: " + JSON.stringify(extensions));
            """ + probe;
    }

    private static int? Number(PastTurn turn, string name) =>
        int.TryParse(turn.Value(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
