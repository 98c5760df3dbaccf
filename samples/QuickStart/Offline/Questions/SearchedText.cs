namespace QuickStart.Offline.Questions;

/// <summary>A text that is looked for, and the code that counts it in two ways.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsWord">Whether only whole words count.</param>
/// <param name="IgnoreCase">Whether case does not matter.</param>
internal sealed record SearchedText(string Text, bool IsWord, bool IgnoreCase)
{
    private const string Noun = @"(?:(?:the|a|an|any|all)\s+)?(?:(?<word>word)|text|string|name|term|type|class|interface|enum|record|struct|method|function|identifier|phrase)?\s*";

    /// <summary>A pattern for the text in a question: one token, or a quoted part.</summary>
    public static string Pattern => $@"{Noun}(?<subject>[^\s?,;]+)";

    /// <summary>The text as it is called in answers.</summary>
    public string Words => $"{(IsWord ? "the word " : "")}\"{Text}\"{(IgnoreCase ? " (in any case)" : "")}";

    /// <summary>Code that declares <c>count(text)</c>.</summary>
    public string Declaration =>
        IsWord ? $"const count = text => [...text.matchAll(/(?<!\\w){JavaScript.InPattern(Text)}(?!\\w)/g{(IgnoreCase ? "i" : "")})].length;"
        : $$"""
          const needle = {{JavaScript.Quote(IgnoreCase ? Text.ToLowerInvariant() : Text)}};
          const count = text => {
            let found = 0;
            for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) found++;
            return found;
          };
          """;

    /// <summary>An expression for how often <c>text</c> has it, computed another way than by <c>count</c>.</summary>
    public string OtherCount =>
        IsWord ? $"text{Lowered}.split(/\\W+/).filter(word => word === {JavaScript.Quote(Cased)}).length"
        : $"(text{Lowered}.split({JavaScript.Quote(Cased)}).length - 1)";

    /// <summary>The text that <c>count</c> is given.</summary>
    public string Argument => IsWord ? "text" : $"text{Lowered}";

    private string Lowered => IgnoreCase ? ".toLowerCase()" : "";

    private string Cased => IgnoreCase ? Text.ToLowerInvariant() : Text;

    public static SearchedText? Find(QuestionText question, string pattern, bool ignoreCase) =>
        question.Find(pattern, "subject") is not { } subject ? null
        : new SearchedText(subject, question.Find(pattern, "word") is not null && subject.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'), ignoreCase);
}
