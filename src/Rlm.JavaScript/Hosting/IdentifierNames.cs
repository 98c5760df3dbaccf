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

        if (IsPlain(name))
        {
            return true;
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

    /// <summary>What nearly all names are: of ASCII, and no word that means something in any place. The parser need not be asked about them.</summary>
    private static bool IsPlain(string name) =>
        !char.IsAsciiDigit(name[0])
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '$')
        && !Keywords.TryFind(name, out _, out _)
        && name is not ("eval" or "arguments");

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character is '_' or '$' || char.IsSurrogate(character);
}
