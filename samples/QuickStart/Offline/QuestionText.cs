using System.Globalization;
using System.Text.RegularExpressions;

namespace QuickStart.Offline;

/// <summary>
/// A question as the rules read it: one line, where each quoted part is one placeholder, so that what is quoted is never taken for words of the
/// question.
/// </summary>
internal sealed partial class QuestionText
{
    private const char FirstPlaceholder = '\uE000';
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly string[] NumberWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private readonly List<string> _quoted = [];
    private readonly string _text;

    public QuestionText(string question)
    {
        _text = Quoted().Replace(question, match =>
        {
            _quoted.Add(match.Groups["text"].Value);
            return ((char)(FirstPlaceholder + _quoted.Count - 1)).ToString();
        });
        _text = WhiteSpace().Replace(_text, " ").Trim().TrimEnd('?', '.', '!', ' ');
        Scope = Scope.Read(this);
    }

    /// <summary>The files that the question is about.</summary>
    public Scope Scope { get; }

    public bool Has(string pattern) => Regex.IsMatch(_text, pattern, Options);

    /// <summary>Gets what a group of a pattern matched, with quoted parts put back; null where the pattern does not match.</summary>
    public string? Find(string pattern, string group)
    {
        var found = Regex.Match(_text, pattern, Options).Groups[group];
        return found.Success && found.Value.TrimEnd(',', ';', ':', '.') is { Length: > 0 } value
            ? string.Concat(value.Select(c => c >= FirstPlaceholder && c < FirstPlaceholder + _quoted.Count ? _quoted[c - FirstPlaceholder] : c.ToString()))
            : null;
    }

    /// <summary>Gets a number that stands before or after a word, in digits or as a word up to ten.</summary>
    public int? Number(string pattern)
    {
        var text = Find(pattern, "number");
        return text is null ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : Array.IndexOf(NumberWords, text.ToLowerInvariant()) is > 0 and var word ? word
            : null;
    }

    [GeneratedRegex("\"(?<text>[^\"]+)\"|“(?<text>[^”]+)”|`(?<text>[^`]+)`|(?<=^|\\s)'(?<text>[^']+)'(?=$|[\\s?.,;!])")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
