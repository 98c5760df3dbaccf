namespace Rlm.JavaScript.RegularExpressions;

// Messages begin as the ones programs and models know from other engines; a hint in brackets says what to write instead, above all
// where the pattern uses the syntax of another language.
internal sealed partial class RegExpParser
{
    // A message must not carry a pattern of any length around.
    private const int QuotedPatternLength = 200;

    private RegExpSyntaxException Error(string message, string? hint = null)
    {
        var shown = _pattern.Length <= QuotedPatternLength ? _pattern : string.Concat(_pattern.AsSpan(0, QuotedPatternLength), "…");
        var text = $"Invalid regular expression: /{shown}/{RegExpFlagLetters.Format(_flags)}: {message}";
        return new RegExpSyntaxException(hint is null ? text : $"{text} ({hint})", Math.Min(_position, _pattern.Length));
    }

    private RegExpSyntaxException NothingToRepeat() =>
        Current == '+' && _position > 0 && _pattern[_position - 1] is '*' or '+' or '?' or '}'
            ? Error("Nothing to repeat", "JavaScript has no possessive quantifiers; use the plain quantifier")
            : Error("Nothing to repeat", $"write \\{(char)Current} for the character");

    private string? GroupHint() => Current switch
    {
        'P' when Peek(1) == '<' => "in JavaScript a named group is (?<name>...)",
        'P' when Peek(1) == '=' => "in JavaScript a reference to a named group is \\k<name>",
        '\'' => "in JavaScript a named group is (?<name>...)",
        'P' or 'R' or '&' or (>= '0' and <= '9') => "JavaScript has no recursive patterns",
        '>' => "JavaScript has no atomic groups; use (?:...)",
        '#' => "JavaScript has no comments in patterns",
        '(' => "JavaScript has no conditional groups; use |",
        '|' => "JavaScript has no branch reset groups; use (?:...)",
        '-' or (>= 'a' and <= 'z') => "flags for a part are (?i:...), with i, m and s; for all put them after the pattern, as in /.../i",
        _ => null,
    };

    private string EscapeHint() => Current switch
    {
        'A' => "in JavaScript use ^ without the m flag for the start of the text",
        'Z' or 'z' => "in JavaScript use $ without the m flag for the end of the text",
        'h' => "in JavaScript use [ \\t]",
        'R' => "in JavaScript use (?:\\r\\n|\\n|\\r)",
        'Q' or 'E' => "JavaScript has no quoting in patterns; escape each special character",
        'G' or 'K' or 'X' or 'C' or 'N' or 'a' or 'e' => "JavaScript does not have this escape",
        >= '1' and <= '9' => "there is no group of this number",
        _ => "with the u flag only ^$\\.*+?()[]{}|/ may be escaped, and - in a class; write the character without the backslash",
    };
}
