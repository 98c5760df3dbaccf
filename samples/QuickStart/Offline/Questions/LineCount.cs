namespace QuickStart.Offline.Questions;

internal sealed class LineCount : IQuestionKind
{
    public string Example => "How many lines do the C# files in src/Rlm have?";

    public Plan? Read(QuestionText question, bool ignoreCase) => !question.Has(@"\b(?:how\s+many|number\s+of|count\s+the)\s+lines\b") ? null : new Plan
    {
        Approach = $"I add up the lines of the {question.Scope.Words}.",
        Scope = question.Scope,
        Start = "let total = 0;",
        Each = "total += lineCount(text);",
        End = question.Scope.File is null
            ? $"let answer = `Lines of the {JavaScript.InTemplate(question.Scope.Words)}: ${{total}}. Number of files: ${{chosen.length}}.`;"
            : "let answer = chosen.map(({ path, text }) => `Lines of ${path}: ${lineCount(text)}.`).join(\"\\n\");",
        Check = "chosen.reduce((sum, { text }) => sum + (text.match(/\\n/g) ?? []).length + (text === \"\" || text.endsWith(\"\\n\") ? 0 : 1), 0) === total",
    };
}
