namespace Rlm.JavaScript.Syntax;

/// <summary>Thrown by the lexer and the parser at the first error; becomes a guest SyntaxError at the boundary.</summary>
internal sealed class SyntaxErrorException(string message, int position) : Exception(message)
{
    /// <summary>The UTF-16 offset in the source at which the error was found.</summary>
    public int Position { get; } = position;
}
