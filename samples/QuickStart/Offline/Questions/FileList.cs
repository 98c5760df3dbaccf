namespace QuickStart.Offline.Questions;

internal sealed class FileList : IQuestionKind
{
    public string Example => "List the files in src/Rlm/Signatures.";

    public Plan? Read(QuestionText question, bool ignoreCase) => !question.Has(@"\b(?:list|name|show|what|which)\b.*\bfiles\b\s*(?:$|(?:are|there|in|under|below|of|inside|within)\b)") ? null : new Plan
    {
        Approach = $"I list the {question.Scope.Words}.",
        Scope = question.Scope,
        Start = "const paths = [];",
        Each = "paths.push(path);",
        End = $"let answer = `Number of {JavaScript.InTemplate(question.Scope.Words)}: ${{paths.length}}.${{paths.map(path => \"\\n\" + path).join(\"\")}}`;",
        Check = "new Set(paths).size === chosen.length",
    };
}
