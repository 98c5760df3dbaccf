namespace Rlm.JavaScript.Numerics;

internal static partial class NumberText
{
    /// <summary>The greatest number of digits that toFixed, toExponential and toPrecision accept.</summary>
    public const int MaxDigits = 100;

    // A sign, 21 digits before the point, the point, 100 digits after it, or the digits of toPrecision with an exponent.
    private const int MaxRoundedLength = 128;

    /// <summary>Number.prototype.toFixed. See <see href="https://tc39.es/ecma262/#sec-number.prototype.tofixed"/>.</summary>
    /// <param name="x">Any number.</param>
    /// <param name="fractionDigits">0 to <see cref="MaxDigits"/>; the caller throws the RangeError for anything else.</param>
    public static string ToFixed(double x, int fractionDigits)
    {
        if (!double.IsFinite(x) || Math.Abs(x) >= 1e21)
            return ToText(x);

        var writer = new CharWriter(stackalloc char[MaxRoundedLength]);
        if (x < 0)
            writer.Append('-');

        Span<char> buffer = stackalloc char[MaxRoundedLength];
        var count = 1;
        if (x == 0)
            buffer[0] = '0';
        else
            count = DecimalDigits.RoundToFraction(Math.Abs(x), fractionDigits, buffer);

        ReadOnlySpan<char> digits = buffer[..count];
        if (count <= fractionDigits)
        {
            writer.Append("0.");
            writer.Append('0', fractionDigits - count);
            writer.Append(digits);
        }
        else
        {
            AppendWithPoint(ref writer, digits, count - fractionDigits);
        }

        return writer.ToString();
    }

    /// <summary>Number.prototype.toExponential. See <see href="https://tc39.es/ecma262/#sec-number.prototype.toexponential"/>.</summary>
    /// <param name="x">Any number.</param>
    /// <param name="fractionDigits">
    /// 0 to <see cref="MaxDigits"/>, or null for as many as are necessary; the caller throws the RangeError for anything else
    /// (but only for a finite <paramref name="x"/>).
    /// </param>
    public static string ToExponential(double x, int? fractionDigits)
    {
        if (!double.IsFinite(x))
            return NonFinite(x);

        var writer = new CharWriter(stackalloc char[MaxRoundedLength]);
        if (x < 0)
            writer.Append('-');

        Span<char> digits = stackalloc char[MaxRoundedLength];
        var count = (fractionDigits ?? 0) + 1;
        var exponent = 0;
        if (x == 0)
        {
            digits[..count].Fill('0');
        }
        else if (fractionDigits is null)
        {
            count = DecimalDigits.Shortest(Math.Abs(x), digits, out exponent);
            exponent--;
        }
        else
        {
            DecimalDigits.RoundToPrecision(Math.Abs(x), count, digits, out exponent);
        }

        AppendExponential(ref writer, digits[..count], exponent);
        return writer.ToString();
    }

    /// <summary>Number.prototype.toPrecision. See <see href="https://tc39.es/ecma262/#sec-number.prototype.toprecision"/>.</summary>
    /// <param name="x">Any number.</param>
    /// <param name="precision">1 to <see cref="MaxDigits"/>; the caller throws the RangeError for anything else (but only for a finite <paramref name="x"/>).</param>
    public static string ToPrecision(double x, int precision)
    {
        if (!double.IsFinite(x))
            return NonFinite(x);

        var writer = new CharWriter(stackalloc char[MaxRoundedLength]);
        if (x < 0)
            writer.Append('-');

        Span<char> buffer = stackalloc char[MaxRoundedLength];
        var exponent = 0;
        if (x == 0)
            buffer[..precision].Fill('0');
        else
            DecimalDigits.RoundToPrecision(Math.Abs(x), precision, buffer, out exponent);

        ReadOnlySpan<char> digits = buffer[..precision];
        if (exponent < -6 || exponent >= precision)
        {
            AppendExponential(ref writer, digits, exponent);
        }
        else if (exponent >= 0)
        {
            AppendWithPoint(ref writer, digits, exponent + 1);
        }
        else
        {
            writer.Append("0.");
            writer.Append('0', -exponent - 1);
            writer.Append(digits);
        }

        return writer.ToString();
    }
}
