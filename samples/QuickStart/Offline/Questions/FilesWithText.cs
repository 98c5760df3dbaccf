namespace QuickStart.Offline.Questions;

internal sealed class FilesWithText : IQuestionKind
{
    private static readonly string[] Patterns =
    [
        $@"\bfiles?\b.*?\b(?:mention|contain|use|using|reference|include|import|call|have)s?\s+{SearchedText.Pattern}",
        $@"\bfiles?\s+with\s+{SearchedText.Pattern}",
        $@"\bwhere\s+(?:is|are)\s+{SearchedText.Pattern}\s+(?:used|mentioned|referenced|called|imported)",
    ];

    public string Example => "Which files mention JavaScriptSession?";

    public Plan? Read(QuestionText question, bool ignoreCase)
    {
        var searched = Patterns.Select(pattern => SearchedText.Find(question, pattern, ignoreCase)).FirstOrDefault(found => found is not null);
        if (searched is null)
        {
            return null;
        }

        var isCount = question.Has(@"\bhow\s+many\b|\bcount\b|\bnumber\s+of\b");
        return new Plan
        {
            Approach = $"I look into every file for {searched.Words}.",
            Scope = question.Scope.Without(searched.Text),
            Subject = searched.Text,
            Start = $"{searched.Declaration}\nconst found = [];",
            Each = $"if (count({searched.Argument}) > 0) found.push(path);",
            End = $"let answer = `Files that contain {JavaScript.InTemplate(searched.Words)}: ${{found.length}} of ${{chosen.length}}.`;"
                + (isCount ? "" : "\nanswer += found.map(path => \"\\n\" + path).join(\"\");"),
            Check = $"chosen.filter(({{ text }}) => {searched.OtherCount} > 0).length === found.length",
        };
    }
}
