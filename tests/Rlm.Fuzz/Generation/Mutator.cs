using System.Text.RegularExpressions;

namespace Rlm.Fuzz.Generation;

/// <summary>Makes new programs of those of the tests by exchanging, doubling, dropping and wrapping pieces of them.</summary>
internal sealed partial class Mutator(Choice choice)
{
    private static readonly string[] Operators = ["+", "-", "*", "/", "%", "**", "===", "!=", "<", ">=", "&&", "||", "??", "&", "|", "^", "<<", ">>>", ",", "=", "+=", "??=", "in", "instanceof", "?.", "."];

    private static readonly string[] Wrappings =
    [
        "try {{ {0} }} catch (e) {{ print(e) }}", "for (let i = 0; i < 3; i++) {{ {0} }}", "(function () {{ {0} }})()", "await (async () => {{ {0} }})()", "[...(function* () {{ {0}; yield 1 }})()]",
        "if (1) {{ {0} }} else {{ {0} }}", "try {{ {0} }} finally {{ {0} }}", "new (class {{ constructor() {{ {0} }} }})()", "[1, 2].map(() => {{ {0} }})", "label: {{ {0} }}", "`${{(() => {{ {0} }})()}}`",
        "new Promise(() => {{ {0} }})", "Promise.resolve().then(() => {{ {0} }})", "switch (1) {{ case 1: {0} }}", "[3, 1, 2].sort(() => {{ {0} }})", "\"abc\".replace(/./g, () => {{ {0} }})",
    ];

    private static readonly string[][] CorpusTokens = [.. Corpus.Programs.Select(Tokens)];

    /// <summary>A program of the tests with a few changes.</summary>
    public string Make()
    {
        List<string> tokens = [.. choice.Of(CorpusTokens)];
        for (int changes = 1 + choice.Below(5); changes > 0 && tokens.Count > 0; changes--)
        {
            Change(tokens);
        }

        return string.Concat(tokens);
    }

    private void Change(List<string> tokens)
    {
        int at = choice.Below(tokens.Count);
        switch (choice.Below(9))
        {
            case 0:
                Exchange(tokens, at, choice.Of(CorpusTokens));
                break;
            case 1:
                Exchange(tokens, at, tokens);
                break;
            case 2:
                tokens[at] = IsName(tokens[at]) || char.IsDigit(tokens[at][0]) || tokens[at][0] is '"' or '\'' ? $"({new Expansion(choice, isComparable: false).Expand("Wild")})" : tokens[at];
                break;
            case 3 when Array.IndexOf(Operators, tokens[at]) >= 0:
                tokens[at] = choice.Of(Operators);
                break;
            case 4:
                WrapLine(tokens, at);
                break;
            case 5:
                (int start, int end) = LineAround(tokens, at);
                tokens.InsertRange(choice.Below(tokens.Count), tokens.GetRange(start, end - start));
                break;
            case 6:
                tokens.InsertRange(LineAround(tokens, at).End, ["\n", .. LineOf(choice.Of(CorpusTokens)), "\n"]);
                break;
            case 7:
                tokens.RemoveAt(at);
                break;
            default:
                tokens.Insert(LineAround(tokens, at).End, $"\n{new Expansion(choice, isComparable: false).Statement()}\n");
                break;
        }
    }

    /// <summary>Puts another token of the same kind in the place of one.</summary>
    private void Exchange(List<string> tokens, int at, IReadOnlyList<string> others)
    {
        string old = tokens[at];
        if (others.Count == 0 || string.IsNullOrWhiteSpace(old))
        {
            return;
        }

        for (int tries = 0; tries < 20; tries++)
        {
            string other = choice.Of(others);
            if (IsName(other) == IsName(old) && char.IsDigit(other[0]) == char.IsDigit(old[0]) && (char.IsLetterOrDigit(old[0]) || other[0] == old[0]))
            {
                tokens[at] = other;
                return;
            }
        }
    }

    private void WrapLine(List<string> tokens, int at)
    {
        (int start, int end) = LineAround(tokens, at);
        string line = string.Concat(tokens.GetRange(start, end - start));
        tokens.RemoveRange(start, end - start);
        tokens.Insert(start, choice.Of(Wrappings).Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal).Replace("{0}", line, StringComparison.Ordinal));
    }

    private List<string> LineOf(string[] tokens)
    {
        List<string> list = [.. tokens];
        (int start, int end) = LineAround(list, choice.Below(tokens.Length));
        return list.GetRange(start, end - start);
    }

    private static (int Start, int End) LineAround(List<string> tokens, int at)
    {
        int start = at == 0 ? -1 : tokens.FindLastIndex(at - 1, IsLineBreak);
        int end = tokens.FindIndex(at, IsLineBreak);
        return (start + 1, end < 0 ? tokens.Count : end);
    }

    private static bool IsLineBreak(string token) => token.Contains('\n');

    private static bool IsName(string token) => token[0] == '_' || token[0] == '$' || char.IsLetter(token[0]);

    private static string[] Tokens(string program) => [.. Token().Matches(program).Select(match => match.Value)];

    [GeneratedRegex(@"\s+|//.*|[\p{L}_$][\w$]*|\d[\w.]*|""(?:[^""\\\n]|\\.)*""|'(?:[^'\\\n]|\\.)*'|===|!==|=>|\?\?=|\?\?|\?\.|\.\.\.|\*\*|&&|\|\||<<|>>>|[-+*/%&|^<>=!]=|\+\+|--|[\s\S]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Token();
}
