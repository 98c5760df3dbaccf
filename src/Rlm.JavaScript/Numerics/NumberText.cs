using System.Globalization;

namespace Rlm.JavaScript.Numerics;

/// <summary>
/// Numbers as text, exactly as the language defines it and independent of the host's culture. Every result has a small
/// greatest length, so one call is one unit of work.
/// </summary>
internal static partial class NumberText
{
    /// <summary>The longest text of Number::toString with radix 10.</summary>
    public const int MaxLength = 25;

    private const int CachedIntegers = 256;
    private const double IntegerLimit = 9007199254740992;

    private static readonly string[] SmallIntegers = MakeSmallIntegers();

    /// <summary>Number::toString(x, 10). See <see href="https://tc39.es/ecma262/#sec-numeric-types-number-tostring"/>.</summary>
    public static string ToText(double x)
    {
        var integer = (int)x;
        if (integer == x)
            return ToText(integer);
        if (!double.IsFinite(x))
            return NonFinite(x);

        Span<char> buffer = stackalloc char[MaxLength];
        TryFormat(x, buffer, out var written);
        return buffer[..written].ToString();
    }

    /// <summary>The decimal text of an integer; 0 to 255 without allocating.</summary>
    public static string ToText(int x) =>
        (uint)x < CachedIntegers ? SmallIntegers[x] : x.ToString(CultureInfo.InvariantCulture);

    /// <summary>Number::toString(x, 10) into <paramref name="destination"/>, which <see cref="MaxLength"/> characters always suffice for.</summary>
    public static bool TryFormat(double x, Span<char> destination, out int written)
    {
        if (Math.Abs(x) < IntegerLimit && Math.Truncate(x) == x)
            return ((long)x).TryFormat(destination, out written, default, CultureInfo.InvariantCulture);

        Span<char> buffer = stackalloc char[MaxLength];
        var writer = new CharWriter(destination.Length >= MaxLength ? destination : buffer);
        if (!double.IsFinite(x))
            writer.Append(NonFinite(x));
        else
            AppendShortest(ref writer, x);

        written = writer.Length;
        if (destination.Length >= MaxLength)
            return true;
        if (writer.Written.TryCopyTo(destination))
            return true;
        written = 0;
        return false;
    }

    private static void AppendShortest(ref CharWriter writer, double x)
    {
        if (x < 0)
        {
            writer.Append('-');
            x = -x;
        }

        Span<char> buffer = stackalloc char[DecimalDigits.MaxShortest + 1];
        var count = DecimalDigits.Shortest(x, buffer, out var point);
        ReadOnlySpan<char> digits = buffer[..count];

        switch (point)
        {
            case > 21 or <= -6:
                AppendExponential(ref writer, digits, point - 1);
                break;
            case <= 0:
                writer.Append("0.");
                writer.Append('0', -point);
                writer.Append(digits);
                break;
            default:
                AppendWithPoint(ref writer, digits, point);
                break;
        }
    }

    /// <summary>Digits with the decimal point after <paramref name="point"/> of them, which is at least one.</summary>
    private static void AppendWithPoint(ref CharWriter writer, scoped ReadOnlySpan<char> digits, int point)
    {
        if (digits.Length <= point)
        {
            writer.Append(digits);
            writer.Append('0', point - digits.Length);
            return;
        }

        writer.Append(digits[..point]);
        writer.Append('.');
        writer.Append(digits[point..]);
    }

    private static void AppendExponential(ref CharWriter writer, scoped ReadOnlySpan<char> digits, int exponent)
    {
        AppendWithPoint(ref writer, digits, 1);
        writer.Append('e');
        writer.Append(exponent < 0 ? '-' : '+');
        writer.AppendPadded(Math.Abs(exponent), 1);
    }

    private static string NonFinite(double x) => double.IsNaN(x) ? "NaN" : x > 0 ? "Infinity" : "-Infinity";

    private static string[] MakeSmallIntegers()
    {
        var texts = new string[CachedIntegers];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = i.ToString(CultureInfo.InvariantCulture);
        return texts;
    }
}
