using System.Globalization;
using System.Text;

namespace Rlm.JavaScript;

/// <summary>An error of guest code, as text: no object of the guest is behind it.</summary>
public sealed class JavaScriptError
{
    /// <summary>Gets the name, such as <c>TypeError</c>; <c>Error</c> for values that are no errors.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the message; for a thrown value that is no error, the value itself in a few words.</summary>
    public required string Message { get; init; }

    /// <summary>Gets a value indicating whether the code has a syntax error, so that none of it ran.</summary>
    public bool IsParseError { get; init; }

    /// <summary>Gets the line of the evaluated code, from 1; null where no place is known.</summary>
    public int? Line { get; init; }

    /// <summary>Gets the column, from 1, in UTF-16 units.</summary>
    public int? Column { get; init; }

    /// <summary>Gets the source line, or a part of a long one.</summary>
    public string? SourceLine { get; init; }

    /// <summary>Gets the position in <see cref="SourceLine"/> that <see cref="Column"/> is at, from 0.</summary>
    public int? Caret { get; init; }

    /// <summary>Gets the guest's call stack, innermost first: <c>at name (turn:line:column)</c>.</summary>
    public IReadOnlyList<string> Stack { get; init; } = [];

    /// <summary>Gets the error in several lines: name and message, where, the source line with a caret, the stack.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(Name).Append(": ").Append(Message);
        if (Line is { } line && SourceLine is { } source)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  at line {line}, column {Column}:\n    {source}\n    {new string(' ', Caret ?? 0)}^");
        }

        foreach (string entry in Stack)
        {
            text.Append("\n  ").Append(entry);
        }

        return text.ToString();
    }
}
