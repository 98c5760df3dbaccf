namespace QuickStart.Offline.Questions;

internal sealed class LinesWithText : IQuestionKind
{
    private static readonly string Pattern = $@"\blines?\b\s+(?:of\s+\S+\s+)?(?:(?:that|which)\s+)?(?:do\s+|does\s+)?(?:contain|mention|have|include|use|with)s?\s+{SearchedText.Pattern}";

    public string Example => "How many lines contain \"await\"?";

    public Plan? Read(QuestionText question, bool ignoreCase)
    {
        if (SearchedText.Find(question, Pattern, ignoreCase) is not { } searched)
        {
            return null;
        }

        const int MostShown = 20;
        var isCount = question.Has(@"\bhow\s+many\b|\bcount\b|\bnumber\s+of\b");
        return new Plan
        {
            Approach = $"I look at every line for {searched.Words}.",
            Scope = question.Scope.Without(searched.Text),
            Subject = searched.Text,
            Start = $"{searched.Declaration}\nconst found = [];",
            Each = $$"""
                text.split("\n").forEach((line, index) => {
                  if (count({{searched.Argument.Replace("text", "line", StringComparison.Ordinal)}}) > 0) found.push(`${path}:${index + 1}: ${line.trim().slice(0, 160)}`);
                });
                """,
            End = $"let answer = `Lines that contain {JavaScript.InTemplate(searched.Words)}: ${{found.length}}.`;" + (isCount ? "" : $$"""

                answer += found.slice(0, {{MostShown}}).map(line => "\n" + line).join("") + (found.length > {{MostShown}} ? "\n…" : "");
                """),
            Check = $"chosen.reduce((sum, {{ text }}) => sum + text.split(\"\\n\").filter(text => {searched.OtherCount} > 0).length, 0) === found.length",
        };
    }
}
