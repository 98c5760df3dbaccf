namespace QuickStart.Offline.Questions;

/// <summary>A kind of question, recognised by its words.</summary>
internal interface IQuestionKind
{
    /// <summary>A question of this kind.</summary>
    string Example { get; }

    /// <summary>Makes a plan, or returns null where the question is of another kind.</summary>
    /// <param name="question">The question.</param>
    /// <param name="ignoreCase">Whether upper and lower case are the same for a text that is looked for.</param>
    Plan? Read(QuestionText question, bool ignoreCase);
}
