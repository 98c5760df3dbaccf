using System.Text.RegularExpressions;

namespace Rlm.Fuzz.Generation;

/// <summary>The programs of the tests, as material for mutation.</summary>
internal static partial class Corpus
{
    private const int MostLength = 4_000;

    /// <summary>Gets the programs, each of a few lines.</summary>
    public static IReadOnlyList<string> Programs { get; } = [.. Resource.Names("Corpus/").SelectMany(Read).Where(text => text.Length is > 8 and < MostLength).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Read(string name)
    {
        string text = Resource.Text(name).ReplaceLineEndings("\n");
        if (name.EndsWith(".cs", StringComparison.Ordinal))
        {
            return CodeIn(text);
        }

        return text.Contains("\n//# ", StringComparison.Ordinal) ? Attacks(text) : Chunks(text);
    }

    /// <summary>What stands in the string literals of a test and looks like code.</summary>
    private static IEnumerable<string> CodeIn(string text) =>
        StringLiteral().Matches(text).Select(match => match.Groups["raw"] is { Success: true, Value: var raw } ? raw : Regex.Unescape(match.Groups["plain"].Value)).Where(code => code.Contains('('));

    private static IEnumerable<string> Attacks(string text) =>
        text.Split("\n//# ").Skip(1).Select(program => string.Join('\n', program.Split('\n').Skip(1).Where(line => !line.StartsWith("//", StringComparison.Ordinal))));

    /// <summary>A long program in pieces, cut where a line begins at the margin.</summary>
    private static IEnumerable<string> Chunks(string text)
    {
        if (text.Length < MostLength)
        {
            return [text];
        }

        string[] blocks = Margin().Split(text);
        return blocks.Chunk(12).Select(chunk => string.Join('\n', chunk));
    }

    [GeneratedRegex(@"\n(?=[A-Za-z{(\[])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Margin();

    [GeneratedRegex(@"""""""(?<raw>[^""]*(?:""{1,2}[^""]+)*)""""""|""(?<plain>(?:[^""\\\n]|\\[nrt""\\])+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex StringLiteral();
}
