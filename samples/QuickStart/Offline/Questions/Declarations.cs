namespace QuickStart.Offline.Questions;

internal sealed class Declarations : IQuestionKind
{
    private const string Modifiers = "public|internal|private|protected|static|sealed|abstract|readonly|ref|partial|unsafe|file|new";

    public string Example => "List the public interfaces.";

    public Plan? Read(QuestionText question, bool ignoreCase)
    {
        const string Pattern = @"\b(?:list|name|show|what|which|how\s+many|count)\b.*?\b(?<kind>classes|interfaces|enums|records|structs)\b";
        if (question.Find(Pattern, "kind")?.ToLowerInvariant() is not { } kind)
        {
            return null;
        }

        var wanted = Modifiers.Split('|').Where(modifier => question.Has($@"\b{modifier}\b.*\b{kind}\b")).ToList();
        var keyword = kind switch
        {
            "classes" => "class",
            "records" => @"record(?:[ \t]+(?:class|struct))?",
            _ => kind[..^1],
        };
        var isCount = question.Has(@"\bhow\s+many\b|\bcount\b|\bnumber\s+of\b");
        var words = string.Join(' ', [.. wanted, kind]);
        var regExp = $@"/^[ \t]*((?:(?:{Modifiers})[ \t]+)*){keyword}[ \t]+([A-Za-z_]\w*)/gm";
        var filter = wanted.Count == 0 ? "" : string.Concat(wanted.Select(modifier => $" && modifiers.includes({JavaScript.Quote(modifier)})"));
        return new Plan
        {
            Approach = $"I find the lines that declare {words}. A type in several parts counts once.",
            Scope = question.Scope with { IsSource = true },
            Start = "const names = new Map();",
            Each = $$"""
                for (const [, before, name] of text.matchAll({{regExp}})) {
                  const modifiers = before.trim().split(/\s+/);
                  if (!names.has(name){{filter}}) names.set(name, path);
                }
                """,
            End = $$"""
                const found = [...names.keys()].sort();
                let answer = `Number of {{words}}: ${found.length}.`;{{(isCount ? "" : "\nif (found.length > 0) answer += \" Names: \" + found.join(\", \");")}}
                """,
            Check = $"[...names].every(([name, path]) => chosen.some(file => file.path === path && file.text.split(\"\\n\").some(line => line.includes(name) && line.includes({JavaScript.Quote(kind == "classes" ? "class" : kind[..^1])}){string.Concat(wanted.Select(modifier => $" && line.includes({JavaScript.Quote(modifier)})"))})))",
        };
    }
}
