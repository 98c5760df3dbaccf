using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Hosting;

/// <summary>Tells which names code can use for variables.</summary>
internal static class IdentifierNames
{
    public static bool IsUsable(string name)
    {
        if (name is "undefined" or "NaN" or "Infinity" or "globalThis" or "print" or "console" || name.Any(character => !IsPart(character)))
        {
            return false;
        }

        try
        {
            Parser.Parse($"let {name};", new ParserOptions(), new Meter());
            return true;
        }
        catch (SyntaxErrorException)
        {
            return false;
        }
    }

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character is '_' or '$' || char.IsSurrogate(character);
}
