using System.Buffers;

namespace Rlm.JavaScript.Numerics;

internal static partial class NumberText
{
    private const int GroupSize = 3;

    // 309 digits of the greatest double and two more for percent, or 21 asked for; a separator for every three; twenty digits after the point.
    private const int MaxLocaleLength = 512;
    private const int MaxLocaleDigits = 352;

    /// <summary>
    /// Number.prototype.toLocaleString for American English, whatever the host's culture. Rounds the shortest decimal digits,
    /// half away from zero, so that 1.005 with two digits is 1.01 as people expect.
    /// </summary>
    /// <param name="x">Any number.</param>
    /// <param name="options">Options for which <see cref="NumberFormatOptions.TryResolveDigits"/> is true.</param>
    public static string ToLocaleText(double x, NumberFormatOptions options)
    {
        Span<char> digits = stackalloc char[MaxLocaleDigits];
        var writer = new CharWriter(stackalloc char[MaxLocaleLength]);
        if (double.IsNegative(x) && !double.IsNaN(x))
            writer.Append('-');
        if (options.Style == NumberStyle.Currency)
            writer.Append(CurrencySymbols.Prefix(options.Currency));

        if (double.IsNaN(x))
        {
            writer.Append("NaN");
        }
        else if (double.IsInfinity(x))
        {
            writer.Append('∞');
        }
        else
        {
            var count = 0;
            var point = 0;
            if (x != 0)
                count = DecimalDigits.Shortest(Math.Abs(x), digits, out point);
            if (options.Style == NumberStyle.Percent)
                point += 2;
            AppendLocaleDigits(ref writer, digits, count, point, options);
        }

        if (options.Style == NumberStyle.Percent)
            writer.Append('%');
        return writer.ToString();
    }

    /// <summary>Writes an integer's decimal digits, with or without a minus sign, in groups of three: a BigInt in American English.</summary>
    public static string GroupDigits(ReadOnlySpan<char> integer)
    {
        var sign = integer.Length > 0 && integer[0] == '-' ? 1 : 0;
        var length = integer.Length + ((integer.Length - sign - 1) / GroupSize);
        var rented = ArrayPool<char>.Shared.Rent(length);
        try
        {
            var writer = new CharWriter(rented);
            writer.Append(integer[..sign]);
            AppendGrouped(ref writer, integer[sign..], true);
            return writer.ToString();
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    private static void AppendLocaleDigits(ref CharWriter writer, Span<char> digits, int count, int point, in NumberFormatOptions options)
    {
        options.TryResolveDigits(out var minimum, out var maximum, out var significant);
        Round(digits, ref count, ref point, significant ? maximum : point + maximum);

        int minimumFraction;
        if (significant)
            minimumFraction = count == 0 ? minimum - 1 : minimum - point;
        else
            minimumFraction = minimum;
        if (count == 0)
            point = 0;

        var integerDigits = Math.Max(point, 0);
        Span<char> integer = stackalloc char[MaxLocaleDigits];
        var integerLength = Math.Max(integerDigits, options.MinimumIntegerDigits);
        integer = integer[..integerLength];
        integer.Fill('0');
        digits[..Math.Min(count, integerDigits)].CopyTo(integer[(integerLength - integerDigits)..]);
        AppendGrouped(ref writer, integer, options.UseGrouping);

        var fractionDigits = Math.Max(0, count - point);
        if (fractionDigits == 0 && minimumFraction <= 0)
            return;
        writer.Append('.');
        if (count > 0)
        {
            writer.Append('0', Math.Max(0, -point));
            writer.Append(digits[Math.Min(count, integerDigits)..count]);
        }
        else
        {
            fractionDigits = 0;
        }

        writer.Append('0', Math.Max(0, minimumFraction - fractionDigits));
    }

    /// <summary>Keeps <paramref name="keep"/> digits of 0.d₁d₂… × 10^point, rounding half up; no digits left is zero.</summary>
    private static void Round(Span<char> digits, ref int count, ref int point, int keep)
    {
        if (count <= keep)
            return;
        if (keep < 0)
        {
            count = 0;
            return;
        }

        var up = digits[keep] >= '5';
        count = keep;
        if (up && DecimalDigits.Increment(digits, keep) > keep)
        {
            count = 1;
            point++;
        }

        while (count > 0 && digits[count - 1] == '0')
            count--;
    }

    private static void AppendGrouped(ref CharWriter writer, scoped ReadOnlySpan<char> integer, bool grouping)
    {
        if (!grouping)
        {
            writer.Append(integer);
            return;
        }

        var first = integer.Length % GroupSize;
        writer.Append(integer[..first]);
        for (var i = first; i < integer.Length; i += GroupSize)
        {
            if (i > 0)
                writer.Append(',');
            writer.Append(integer.Slice(i, GroupSize));
        }
    }
}
