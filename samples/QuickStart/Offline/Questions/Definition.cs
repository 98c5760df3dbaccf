namespace QuickStart.Offline.Questions;

internal sealed class Definition : IQuestionKind
{
    private const string TypeWords = "class|struct|interface|enum|record|type";
    private const string Modifiers = "public|private|protected|internal|static|async|override|virtual|sealed|abstract|readonly|const|partial|extern|unsafe|new|required";
    private const string Name = @"(?:(?:the|a|an)\s+)?(?:(?<type>class|struct|interface|enum|record|type)|method|function|property|field|constant|member)?\s*(?<subject>[^\s?,;]+)";

    private static readonly string[] Patterns =
    [
        $@"\bwhere\s+(?:is|are)\s+{Name}\s+(?:defined|declared|implemented)",
        $@"\b(?:defines?|declares?|implements?)\s+{Name}",
        $@"\b(?:definition|declaration)\s+of\s+{Name}",
        $@"\bfind\s+(?:the\s+)?(?<type>{TypeWords})\s+(?<subject>[^\s?,;]+)",
    ];

    public string Example => "Where is the class SourceFile defined?";

    public Plan? Read(QuestionText question, bool ignoreCase)
    {
        var pattern = Array.Find(Patterns, question.Has);
        if (pattern is null || question.Find(pattern, "subject") is not { } subject)
        {
            return null;
        }

        // A definition is written in one case only.
        var regExp = RegExp(JavaScript.InPattern(subject), isType: question.Find(pattern, "type") is not null);
        return new Plan
        {
            Approach = $"I look for lines that define {subject}: a type, or a member with modifiers before it.",
            Scope = question.Scope.Without(subject) with { IsSource = true },
            Subject = subject,
            Start = $"""
                const definition = {regExp};
                const found = [];
                """,
            Each = $$"""
                if (text.includes({{JavaScript.Quote(subject)}})) {
                  text.split("\n").forEach((line, index) => {
                    if (definition.test(line)) found.push(`${path}:${index + 1}: ${line.trim()}`);
                  });
                }
                """,
            End = $"let answer = found.join(\"\\n\") || {JavaScript.Quote($"I found no definition of {subject}.")};",
            Check = $"chosen.reduce((sum, {{ text }}) => sum + [...text.matchAll({regExp}gm)].length, 0) === found.length",
        };
    }

    private static string RegExp(string name, bool isType)
    {
        var type = $@"[^""\n]*\b(?:class|struct|interface|enum|record(?:[ \t]+(?:class|struct))?|delegate[^""\n(]*)[ \t]+{name}(?![\w$])";
        var member = $@"[ \t]*(?:(?:{Modifiers})[ \t]+)+[^=;({{""\n]*(?<![\w$.]){name}[ \t]*(?:[({{=;<\r]|$)";
        return $@"/^(?![ \t]*(?:\/\/|\*))(?:{(isType ? type : $"{type}|{member}")})/";
    }
}
