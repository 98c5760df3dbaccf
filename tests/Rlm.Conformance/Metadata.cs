using System.Text.RegularExpressions;

namespace Rlm.Conformance;

/// <summary>The part of a test's front matter that matters for running it. The front matter is YAML, of which the tests use very little.</summary>
internal sealed partial record Metadata
{
    public IReadOnlyList<string> Flags { get; private init; } = [];

    public IReadOnlyList<string> Includes { get; private init; } = [];

    public IReadOnlyList<string> Features { get; private init; } = [];

    /// <summary>The error that must end the test; null where it must succeed.</summary>
    public string? NegativeType { get; private init; }

    /// <summary>When the error must come: parse, resolution or runtime.</summary>
    public string? NegativePhase { get; private init; }

    public bool IsRaw => Flags.Contains("raw");

    public bool IsAsync => Flags.Contains("async");

    public static Metadata Read(string source)
    {
        int start = source.IndexOf("/*---", StringComparison.Ordinal);
        int end = source.IndexOf("---*/", StringComparison.Ordinal);
        if (start < 0 || end < start)
        {
            return new Metadata();
        }

        string text = source[(start + 5)..end].ReplaceLineEndings("\n");
        Match negative = Negative().Match(text);
        return new Metadata
        {
            Flags = ListOf(text, "flags"),
            Includes = ListOf(text, "includes"),
            Features = ListOf(text, "features"),
            NegativePhase = negative.Success ? Phase().Match(negative.Value).Groups["name"].Value : null,
            NegativeType = negative.Success ? ErrorType().Match(negative.Value).Groups["name"].Value : null,
        };
    }

    /// <summary>Reads <c>key: [a, b]</c> or the same as one <c>- a</c> a line.</summary>
    private static string[] ListOf(string text, string key)
    {
        Match inline = Regex.Match(text, $@"^{key}:\s*\[([^\]]*)\]", RegexOptions.Multiline, RegexTimeout);
        if (inline.Success)
        {
            return inline.Groups[1].Value.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        }

        Match lines = Regex.Match(text, $@"^{key}:[ ]*\n((?:[ ]*-[^\n]*\n?)+)", RegexOptions.Multiline, RegexTimeout);
        return lines.Success ? [.. lines.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().TrimStart('-').Trim())] : [];
    }

    private static readonly TimeSpan RegexTimeout = TimeSpan.FromSeconds(1);

    [GeneratedRegex(@"^negative:[ ]*\n(?:[ ]+[^\n]*\n?)+", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Negative();

    [GeneratedRegex(@"phase:\s*(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Phase();

    [GeneratedRegex(@"type:\s*(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ErrorType();
}
