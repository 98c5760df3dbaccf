namespace Rlm.JavaScript.RegularExpressions;

/// <summary>A pattern or its flags are not a regular expression. The caller turns it into the guest's SyntaxError.</summary>
/// <param name="message">The text for the guest, complete.</param>
/// <param name="position">The index in the pattern where the parser stood.</param>
internal sealed class RegExpSyntaxException(string message, int position) : Exception(message)
{
    /// <summary>The index in the pattern where the parser stood.</summary>
    public int Position { get; } = position;
}
