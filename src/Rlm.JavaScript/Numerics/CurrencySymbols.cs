namespace Rlm.JavaScript.Numerics;

/// <summary>The signs that American English writes before an amount.</summary>
internal static class CurrencySymbols
{
    /// <summary>The sign, or the code and a no-break space for a currency that has none.</summary>
    public static string Prefix(string code) => code switch
    {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        "AUD" => "A$",
        "BRL" => "R$",
        "CAD" => "CA$",
        "CNY" => "CN¥",
        "HKD" => "HK$",
        "ILS" => "₪",
        "INR" => "₹",
        "KRW" => "₩",
        "MXN" => "MX$",
        "NZD" => "NZ$",
        "PHP" => "₱",
        "TWD" => "NT$",
        "VND" => "₫",
        "XAF" => "FCFA\u00A0",
        "XCD" => "EC$",
        "XOF" => "F\u202FCFA\u00A0",
        "XPF" => "CFPF\u00A0",
        _ => code + "\u00A0",
    };

    /// <summary>How many digits of a smaller unit the currency has, by ISO 4217.</summary>
    public static int FractionDigits(string code) => code switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI" or "VND"
            or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        "CLF" or "UYW" => 4,
        _ => 2,
    };
}
