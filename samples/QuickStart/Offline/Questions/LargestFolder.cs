namespace QuickStart.Offline.Questions;

internal sealed class LargestFolder : IQuestionKind
{
    public string Example => "Which folder has the most files?";

    public Plan? Read(QuestionText question, bool ignoreCase)
    {
        if (!question.Has(@"\b(?:which|what)\s+(?:folder|directory)\b.*\b(?:most|largest|biggest)\b"))
        {
            return null;
        }

        var unit = question.Has(@"\blines\b|\bcode\b|\blargest\b|\bbiggest\b") ? "lines" : "files";
        var size = unit == "lines" ? "lineCount(text)" : "1";
        return new Plan
        {
            Approach = $"I add up the {unit} of each folder, without those of the folders in it.",
            Scope = question.Scope with { IsSource = question.Has(@"\bsource\b") },
            Start = "const folders = {};",
            Each = $"""
                const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "(root)";
                folders[folder] = (folders[folder] ?? 0) + {size};
                """,
            End = $$"""
                const ranking = Object.entries(folders).sort((a, b) => b[1] - a[1]);
                let answer = ranking.length === 0 ? "" : `${ranking[0][0]} has the most {{unit}} of ${ranking.length} folders: ${ranking[0][1]}.`;
                """,
            Check = $"Object.values(folders).reduce((sum, size) => sum + size, 0) === chosen.reduce((sum, {{ text }}) => sum + {(unit == "lines" ? "(text.match(/\\n/g) ?? []).length + (text === \"\" || text.endsWith(\"\\n\") ? 0 : 1)" : "1")}, 0)",
        };
    }
}
