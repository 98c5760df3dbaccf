namespace QuickStart.Offline.Questions;

internal sealed class FileBySize : IQuestionKind
{
    public string Example => "What are the 5 longest C# files?";

    public Plan? Read(QuestionText question, bool ignoreCase)
    {
        if (question.Find(@"\b(?<rank>longest|largest|biggest|shortest|smallest)\b", "rank")?.ToLowerInvariant() is not { } rank || !question.Has(@"\bfiles?\b"))
        {
            return null;
        }

        var isLeast = rank is "shortest" or "smallest";
        var unit = rank is "longest" or "shortest" || question.Has(@"\blines\b") ? "lines" : "characters";
        var most = question.Number($@"\b(?<number>\w+)\s+{rank}\b") ?? question.Number(@"\btop\s+(?<number>\w+)") ?? 1;
        var answer = most == 1
            ? $$"""
              const [first] = sizes;
              const equals = sizes.filter(({ size }) => size === first?.size).length - 1;
              let answer = first === undefined ? "" : `${first.path} is the {{rank}} of ${sizes.length} {{JavaScript.InTemplate(question.Scope.Words)}}: it has ${first.size} {{unit}}.`;
              if (equals > 0) answer += ` Files of the same size: ${equals} more.`;
              """
            : $$"""
              const [first] = sizes;
              let answer = sizes.slice(0, {{most}}).map(({ path, size }) => `${path} (${size} {{unit}})`).join("\n");
              """;
        return new Plan
        {
            Approach = $"I measure the files in {unit} and sort them.",
            Scope = question.Scope,
            Start = "const sizes = [];",
            Each = $"sizes.push({{ path, size: {(unit == "lines" ? "lineCount(text)" : "text.length")} }});",
            End = $"sizes.sort((a, b) => {(isLeast ? "a.size - b.size" : "b.size - a.size")});\n{answer}",
            Check = $"first === undefined || chosen.every(({{ text }}) => {OtherSize(unit)} {(isLeast ? ">=" : "<=")} first.size) && chosen.some(({{ path, text }}) => path === first.path && {OtherSize(unit)} === first.size)",
        };
    }

    private static string OtherSize(string unit) => unit == "lines"
        ? "(text.match(/\\n/g) ?? []).length + (text === \"\" || text.endsWith(\"\\n\") ? 0 : 1)"
        : "text.split(\"\").length";
}
