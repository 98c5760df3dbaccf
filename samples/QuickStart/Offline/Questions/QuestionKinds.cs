namespace QuickStart.Offline.Questions;

/// <summary>The kinds of questions that the stand-in knows.</summary>
internal static class QuestionKinds
{
    /// <summary>In the order in which they are tried: what asks for something narrower comes first.</summary>
    private static readonly IQuestionKind[] All =
    [
        new LongestLine(), new FrequentWord(), new LargestFolder(), new FileBySize(), new Definition(), new LinesWithText(), new Occurrences(),
        new FilesWithText(), new Declarations(), new LineCount(), new FileCount(), new FileList(),
    ];

    public static Plan? Read(QuestionText question, bool ignoreCase) =>
        All.Select(kind => kind.Read(question, ignoreCase)).FirstOrDefault(plan => plan is not null);

    public static string NotUnderstood(string question) =>
        $"I do not understand the question \"{question.Trim()}\". I am a rule-based stand-in and no language model. Questions that I can answer look like these:\n"
        + string.Join('\n', All.Select(kind => $"- {kind.Example}"));
}
