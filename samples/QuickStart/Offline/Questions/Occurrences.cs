namespace QuickStart.Offline.Questions;

internal sealed class Occurrences : IQuestionKind
{
    private static readonly string[] Patterns =
    [
        $@"\bhow\s+(?:many\s+times|often)\s+(?:does|do|is|are)\s+{SearchedText.Pattern}\s+(?:occur|appear|used|mentioned|written|come)",
        $@"\b(?:occurrences|mentions|uses|appearances)\s+of\s+{SearchedText.Pattern}",
    ];

    public string Example => "How many times does \"ConfigureAwait\" occur?";

    public Plan? Read(QuestionText question, bool ignoreCase)
    {
        var searched = Patterns.Select(pattern => SearchedText.Find(question, pattern, ignoreCase)).FirstOrDefault(found => found is not null);
        return searched is null ? null : new Plan
        {
            Approach = $"I count {searched.Words} in every file.",
            Scope = question.Scope.Without(searched.Text),
            Subject = searched.Text,
            Start = $"{searched.Declaration}\nconst hits = [];",
            Each = $$"""
                const times = count({{searched.Argument}});
                if (times > 0) hits.push({ path, times });
                """,
            End = $$"""
                hits.sort((a, b) => b.times - a.times);
                const total = hits.reduce((sum, { times }) => sum + times, 0);
                let answer = `Occurrences of {{JavaScript.InTemplate(searched.Words)}}: ${total}, in ${hits.length} of ${chosen.length} files.`;
                if (hits.length > 1) answer += ` Most often in ${hits[0].path}: ${hits[0].times}.`;
                """,
            Check = $"chosen.reduce((sum, {{ text }}) => sum + {searched.OtherCount}, 0) === total",
        };
    }
}
