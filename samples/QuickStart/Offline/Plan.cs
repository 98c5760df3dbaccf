namespace QuickStart.Offline;

/// <summary>
/// How to answer a question, in pieces of code. The pieces use <c>chosen</c>, the files that the question is about; <c>Each</c> runs for every one
/// of them with <c>path</c> and <c>text</c>; <c>End</c> declares <c>answer</c>; <c>Check</c> is an expression that computes the same another way and is true
/// where both agree.
/// </summary>
internal sealed record Plan
{
    /// <summary>What is done, as a sentence.</summary>
    public required string Approach { get; init; }

    public required Scope Scope { get; init; }

    /// <summary>The text that the question is about, if it is about one.</summary>
    public string? Subject { get; init; }

    public string Start { get; init; } = "";

    public required string Each { get; init; }

    public required string End { get; init; }

    public required string Check { get; init; }

    /// <summary>Writes the code. A careful version goes on where a file fails, looks at half of the files if there is a limit, and says so.</summary>
    public string Code(ItemsVariable items, Exploration? seen, CodeStyle style)
    {
        var body = style == CodeStyle.FileByFile
            ? $$"""
              try {
              {{Indented(Each)}}
              } catch (error) {
                skipped++;
              }
              """
            : Each;
        IEnumerable<string> pieces =
        [
            seen is null ? JavaScript.LineCount : "",
            $"const chosen = {Chosen(items, seen, style)};",
            style == CodeStyle.FileByFile ? "let skipped = 0;" : "",
            Start,
            $$"""
            for (const { path, text } of chosen) {
            {{Indented(body)}}
            }
            """,
            End,
            $"if (chosen.length === 0) answer = \"There are no \" + {JavaScript.Quote(Scope.Words)} + \" here.\";",
            style == CodeStyle.FileByFile ? "if (skipped > 0) answer += ` (${skipped} files could not be looked at.)`;" : "",
            style == CodeStyle.HalfOfTheFiles ? "answer += \" (Only the first half of the files was looked at, because of a limit.)\";" : "",
            $"const agrees = {Check};",
            """
            print(`files looked at: ${chosen.length}`);
            print(`check: ${agrees ? "agrees" : "differs"}`);
            print(`answer: ${answer}`);
            """,
        ];
        return string.Join('\n', pieces.Where(piece => piece.Length > 0));
    }

    private string Chosen(ItemsVariable items, Exploration? seen, CodeStyle style)
    {
        var part = style == CodeStyle.HalfOfTheFiles ? $".slice(0, Math.ceil({items.Name}.length / 2))" : "";
        var named = items is { PathKey: "path", TextKey: "text" } ? "" : $".map(({items.Pattern}) => ({{ path, text }}))";
        var filter = Scope.Filter(seen) is { Length: > 0 } condition ? $".filter(({{ path }}) => {condition})" : "";
        return items.Name + part + named + filter;
    }

    private static string Indented(string code) => string.Join('\n', code.Split('\n').Select(line => line.Length > 0 ? "  " + line : line));
}
