using System.Globalization;
using System.Text;

namespace Rlm.Fuzz.Generation;

/// <summary>Makes numbers and texts, with those that are hard more often than by chance.</summary>
internal sealed class Literals(Choice choice)
{
    private static readonly string[] Words = ["a", "b", "ab", "abc", "hello", "x", "1", "12", " 7 ", "0x1f", "1e3", "-1", "true", "null", "2024-02-29", "length", "a,b,c", "Aa", "foo bar", "\n", "-", ""];

    private static readonly string[] Pieces =
    [
        "a", "b", "c", "A", "Z", "0", "1", "9", " ", "  ", "\t", "\n", "\r\n", ",", ".", "-", "_", "$", "$1", "%", "%41", "/", "\\", "\"", "'", "`", "é", "e\u0301", "ß", "ſ", "İ", "ı", "\u212A", "ﬁ",
        "\u00A0", "\u2028", "\uFEFF", "\u200D", "日本", "\U0001F600", "\uD800", "\uDC00", "\u0000", "ab", "the", "2024", "null", "{", "}", "[", "]", "Σ", "ς", "\uFDFA", "한", "\u1100\u1161",
    ];

    private static readonly double[] Landmarks =
    [
        0.1, 0.5, 1.5, 2.5, 0.045, 1.005, 1e21, 1e-7, 1e-6, 123456789012345680000.0, 4294967295, 4294967296, 2147483647, 2147483648, 9007199254740991, 9007199254740992, 9007199254740993, 5e-324,
        2.2250738585072014e-308, 1.7976931348623157e308, 0.3, 1e300, 8.64e15, 1.7e12, 123.456, 1e-5, 65535, 65536, 255.5,
    ];

    /// <summary>A literal of a kind that the grammar names.</summary>
    public string Make(string kind) => kind switch
    {
        "int" => Integer().ToString(CultureInfo.InvariantCulture),
        "small" => choice.Below(40).ToString(CultureInfo.InvariantCulture),
        "tiny" => choice.Below(6).ToString(CultureInfo.InvariantCulture),
        "double" => Number(),
        "bigint" => BigInt(),
        "string" => Quote(Text(choice.Below(8))),
        "word" => Quote(choice.Of(Words)),
        "template" => choice.Of(["", "a", " - ", "\\n", "$", "\\u{41}", "%s"]),
        "jsonstring" => JsonText(),
        "broken" => choice.Of(["[1,]", "{\"a\":1,}", "01", "1.", "tru", "\"\u0001\"", "'a'", "[", "{\"a\"}", "\u00A01", "1 2", "-", "\"\\x41\"", "+1", ".5", "NaN", ""]),
        _ => throw new FormatException($"The grammar has no literals of kind {kind}."),
    };

    /// <summary>Quotes a text as a string literal of JavaScript.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\')
            {
                quoted.Append('\\').Append(c);
            }
            else if (c < ' ' || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF')
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                quoted.Append(c);
            }
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A text of a few pieces.</summary>
    public string Text(int pieces) => string.Concat(Enumerable.Range(0, pieces).Select(_ => choice.Percent(60) ? ((char)choice.Between('a', 'e')).ToString() : choice.Of(Pieces)));

    private string JsonText()
    {
        string text = Text(choice.Below(5)).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"\"{string.Concat(text.Select(c => c < ' ' ? "\\t" : c.ToString()))}\"";
    }

    private long Integer() => choice.Below(6) switch
    {
        0 => choice.Between(-3, 3),
        1 => choice.Between(0, 10),
        2 => choice.Between(-100, 1000),
        3 => choice.Between(-70_000, 70_000),
        4 => (1L << choice.Below(53)) + choice.Between(-1, 1),
        _ => choice.Between(-(1L << 53), 1L << 53),
    };

    private string Number()
    {
        double number = choice.Below(6) switch
        {
            0 => choice.Of(Landmarks),
            1 => choice.Between(-1_000_000, 1_000_000) / Math.Pow(10, choice.Below(8)),
            2 => choice.Between(-2000, 2000) / 8.0,
            3 => BitConverter.UInt64BitsToDouble(choice.Next()),
            4 => Math.BitIncrement(choice.Of(Landmarks)),
            _ => double.Parse(FormattableString.Invariant($"{choice.Between(0, 999_999)}e{choice.Between(-30, 30)}"), CultureInfo.InvariantCulture),
        };
        return double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "1e400";
    }

    private string BigInt()
    {
        int digits = 1 + choice.Below(choice.Percent(20) ? 60 : 6);
        return $"{choice.Between(1, 9)}{string.Concat(Enumerable.Range(1, digits - 1).Select(_ => (char)('0' + choice.Below(10))))}n";
    }
}
