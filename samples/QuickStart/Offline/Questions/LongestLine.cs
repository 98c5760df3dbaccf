namespace QuickStart.Offline.Questions;

internal sealed class LongestLine : IQuestionKind
{
    public string Example => "Which file has the longest line?";

    public Plan? Read(QuestionText question, bool ignoreCase) => !question.Has(@"\blongest\s+line\b") ? null : new Plan
    {
        Approach = "I go through all lines and keep the longest.",
        Scope = question.Scope,
        Start = "let longest = { length: -1 };",
        Each = """
            text.split("\n").forEach((line, index) => {
              if (line.length > longest.length) longest = { path, line: index + 1, length: line.length };
            });
            """,
        End = "let answer = `The longest line is ${longest.path}:${longest.line}, with ${longest.length} characters.`;",
        Check = "chosen.reduce((most, { text }) => text.split(\"\\n\").reduce((length, line) => Math.max(length, line.length), most), -1) === longest.length",
    };
}
