using System.Globalization;

namespace Rlm;

/// <summary>An error that the code did not catch.</summary>
public sealed record ExecutionError
{
    /// <summary>Gets the name, such as <c>TypeError</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the message.</summary>
    public required string Message { get; init; }

    /// <summary>Gets the line, from 1, or 0 where it is unknown.</summary>
    public int Line { get; init; }

    /// <summary>Gets the column, from 1, or 0 where it is unknown.</summary>
    public int Column { get; init; }

    /// <summary>Gets the text of the line, or null.</summary>
    public string? SourceLine { get; init; }

    /// <summary>Gets whether the code could not be parsed, so that none of it ran.</summary>
    public bool IsParseError { get; init; }

    /// <summary>Returns the error as the language model sees it.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"\n    at line {Line}, column {Column}") : "";
        var source = Line > 0 && !string.IsNullOrWhiteSpace(SourceLine) ? $": {Shorten(SourceLine.Trim())}" : "";
        return $"{Name}: {Message}{place}{source}";
    }

    private static string Shorten(string line)
    {
        const int Longest = 160;
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }
}
