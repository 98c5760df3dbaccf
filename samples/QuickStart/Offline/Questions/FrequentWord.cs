namespace QuickStart.Offline.Questions;

internal sealed class FrequentWord : IQuestionKind
{
    public string Example => "What is the most frequent word of at least 6 letters in the markdown files?";

    public Plan? Read(QuestionText question, bool ignoreCase)
    {
        if (!question.Has(@"\bmost\s+(?:\w+\s+)?(?:frequent|common|used|often)\b.*\b(?:words?|identifiers?)\b") && !question.Has(@"\b(?:words?|identifiers?)\b.*\bmost\s+(?:frequent|common|often)"))
        {
            return null;
        }

        var least = question.Number(@"(?:at least|minimum of|with)\s+(?<number>\w+)\s+(?:letters|characters)") ?? 1;
        var most = question.Number(@"\b(?<number>\d+|two|three|four|five|six|seven|eight|nine|ten)\s+most\b") ?? question.Number(@"\btop\s+(?<number>\w+)") ?? 1;
        var isIdentifier = question.Has(@"\bidentifiers?\b");
        var pattern = isIdentifier ? $"[A-Za-z_]\\w{{{Math.Max(least - 1, 0)},}}" : $"[A-Za-z]{{{least},}}";
        var lowered = isIdentifier ? "" : ".toLowerCase()";
        return new Plan
        {
            Approach = $"I count every {(isIdentifier ? "identifier" : "word, in lower case")}, and sort by the counts.",
            Scope = question.Scope,
            Start = "const counts = new Map();",
            Each = $$"""
                for (const [match] of text.matchAll(/{{pattern}}/g)) {
                  const word = match{{lowered}};
                  counts.set(word, (counts.get(word) ?? 0) + 1);
                }
                """,
            End = $$"""
                const ranking = [...counts].sort((a, b) => b[1] - a[1]).slice(0, {{most}});
                let answer = ranking.map(([word, count]) => `"${word}" occurs ${count} times.`).join("\n") || "There are no words.";
                """,
            Check = $"ranking.length === 0 || chosen.reduce((sum, {{ text }}) => sum + text.split(/{(isIdentifier ? "\\W+" : "[^A-Za-z]+")}/).filter(word => word{lowered} === ranking[0][0]).length, 0) === ranking[0][1]",
        };
    }
}
