using System.Globalization;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>RegExp.escape</c>. See <see href="https://tc39.es/ecma262/#sec-regexp.escape"/>.</summary>
internal static class RegExpEscape
{
    private const string SyntaxCharacters = "^$\\.*+?()[]{}|/";

    private const string OtherPunctuators = ",-=<>#&!%:;@~'`\"";

    public static Value Escape(in NativeCall call)
    {
        if (call[0].Reference is not JsString source)
        {
            throw call.Agent.TypeError($"RegExp.escape takes a string, not {Agent.Describe(call[0])}");
        }

        ReadOnlySpan<char> text = source.Span;
        var result = new TextBuilder(call.Agent, text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            call.Agent.Meter.Work(1);
            char character = text[i];
            bool isPair = char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
            {
                result.Append(text.Slice(i++, 2));
            }
            else if (SyntaxCharacters.Contains(character, StringComparison.Ordinal))
            {
                result.Append('\\');
                result.Append(character);
            }
            else if (ControlEscape(character) is { } letter)
            {
                result.Append('\\');
                result.Append(letter);
            }
            else if ((i == 0 && char.IsAsciiLetterOrDigit(character)) || MustNotStandPlain(character))
            {
                result.Append(character <= byte.MaxValue ? "\\x" : "\\u");
                result.Append(((int)character).ToString(character <= byte.MaxValue ? "x2" : "x4", CultureInfo.InvariantCulture));
            }
            else
            {
                result.Append(character);
            }
        }

        return result.ToJsString();
    }

    private static char? ControlEscape(char character) => character switch
    {
        '\t' => 't',
        '\n' => 'n',
        '\v' => 'v',
        '\f' => 'f',
        '\r' => 'r',
        _ => null,
    };

    private static bool MustNotStandPlain(char character) =>
        OtherPunctuators.Contains(character, StringComparison.Ordinal) || char.IsSurrogate(character) || NumberParsing.IsWhiteSpace(character);
}
