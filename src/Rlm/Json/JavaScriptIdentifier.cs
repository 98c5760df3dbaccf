using System.Globalization;

namespace Rlm.Json;

/// <summary>IdentifierName of the language (ECMA-262 §12.7), as far as it needs no escapes and no surrogate pairs.</summary>
internal static class JavaScriptIdentifier
{
    public static bool IsValid(string name) => name.Length > 0 && IsStart(name[0]) && name.All(IsPart);

    public static bool IsStart(char c) => c is '_' or '$' || char.IsLetter(c);

    public static bool IsPart(char c) =>
        IsStart(c) || char.IsDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
