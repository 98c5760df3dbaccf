namespace QuickStart.Offline.Questions;

internal sealed class FileCount : IQuestionKind
{
    public string Example => "How many markdown files are there?";

    public Plan? Read(QuestionText question, bool ignoreCase) => !question.Has(@"\b(?:how\s+many|number\s+of|count\s+the)\s+(?:\S+\s+){0,3}?files\b") ? null : new Plan
    {
        Approach = $"I count the {question.Scope.Words}.",
        Scope = question.Scope,
        Start = "const paths = new Set();",
        Each = "paths.add(path);",
        End = $"let answer = `Number of {JavaScript.InTemplate(question.Scope.Words)}: ${{paths.size}}.`;",
        Check = "paths.size === chosen.length",
    };
}
