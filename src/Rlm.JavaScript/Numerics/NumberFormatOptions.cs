namespace Rlm.JavaScript.Numerics;

internal enum NumberStyle
{
    Decimal,
    Percent,
    Currency,
}

/// <summary>
/// What a call of toLocaleString asked for; null is undefined. The caller checks each value's range as ECMA-402 says:
/// fraction digits <see cref="MaxFractionDigits"/> at most, integer and significant digits 1 to 21, a currency of three letters.
/// </summary>
internal readonly record struct NumberFormatOptions
{
    public const int MaxFractionDigits = 20;
    public const int MaxSignificantDigits = 21;

    public NumberFormatOptions()
    {
    }

    public NumberStyle Style { get; init; }

    /// <summary>The ISO 4217 code in capital letters; necessary with <see cref="NumberStyle.Currency"/>.</summary>
    public string Currency { get; init; } = "USD";

    public bool UseGrouping { get; init; } = true;

    public int MinimumIntegerDigits { get; init; } = 1;

    public int? MinimumFractionDigits { get; init; }

    public int? MaximumFractionDigits { get; init; }

    public int? MinimumSignificantDigits { get; init; }

    public int? MaximumSignificantDigits { get; init; }

    /// <summary>Fills in the digits that were not asked for. See <see href="https://tc39.es/ecma402/#sec-setnfdigitoptions"/>.</summary>
    /// <returns>False where the least number is greater than the greatest; the caller throws a RangeError.</returns>
    public bool TryResolveDigits(out int minimum, out int maximum, out bool significant)
    {
        significant = MinimumSignificantDigits is not null || MaximumSignificantDigits is not null;
        if (significant)
        {
            minimum = MinimumSignificantDigits ?? 1;
            maximum = MaximumSignificantDigits ?? MaxSignificantDigits;
            return minimum <= maximum;
        }

        var currencyDigits = Style == NumberStyle.Currency ? CurrencySymbols.FractionDigits(Currency) : 0;
        var defaultMaximum = Style == NumberStyle.Decimal ? 3 : currencyDigits;
        minimum = MinimumFractionDigits ?? Math.Min(currencyDigits, MaximumFractionDigits ?? currencyDigits);
        maximum = MaximumFractionDigits ?? Math.Max(defaultMaximum, minimum);
        return minimum <= maximum;
    }
}
