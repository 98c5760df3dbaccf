using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// Reads the options of <c>toLocaleString</c> of numbers. The format is that of American English, whatever locale is asked for; what it cannot do is refused
/// with a RangeError, so that no program goes on with a number that looks other than it asked for.
/// </summary>
internal static class NumberLocale
{
    /// <summary>See <see href="https://tc39.es/ecma402/#sec-setnumberformatunitoptions"/> and <see href="https://tc39.es/ecma402/#sec-setnfdigitoptions"/>.</summary>
    public static NumberFormatOptions ReadOptions(Agent agent, string method, Value value)
    {
        var reader = new LocaleOptions(agent, method, value);
        string style = reader.GetText("style", "decimal", "decimal", "percent", "currency", "unit");
        string? currency = ReadCurrency(agent, reader);
        if (style == "currency" && currency is null)
        {
            throw agent.TypeError("Currency code is required with currency style.");
        }

        RefuseUnless(agent, reader, "currencyDisplay", "symbol", "code", "narrowSymbol", "symbol", "name");
        RefuseUnless(agent, reader, "currencySign", "standard", "standard", "accounting");
        if (style == "unit")
        {
            throw NotSupported(agent, "style", style);
        }

        RefuseUnless(agent, reader, "notation", "standard", "standard", "scientific", "engineering", "compact");
        int minimumInteger = reader.GetInteger("minimumIntegerDigits", 1, 21) ?? 1;
        var options = new NumberFormatOptions
        {
            Style = style switch { "percent" => NumberStyle.Percent, "currency" => NumberStyle.Currency, _ => NumberStyle.Decimal },
            Currency = currency ?? "USD",
            MinimumIntegerDigits = minimumInteger,
            MinimumFractionDigits = reader.GetInteger("minimumFractionDigits", 0, NumberFormatOptions.MaxFractionDigits),
            MaximumFractionDigits = reader.GetInteger("maximumFractionDigits", 0, NumberFormatOptions.MaxFractionDigits),
            MinimumSignificantDigits = reader.GetInteger("minimumSignificantDigits", 1, NumberFormatOptions.MaxSignificantDigits),
            MaximumSignificantDigits = reader.GetInteger("maximumSignificantDigits", 1, NumberFormatOptions.MaxSignificantDigits),
        };
        if (!options.TryResolveDigits(out _, out _, out bool isSignificant))
        {
            throw agent.RangeError(isSignificant ? "maximumSignificantDigits value is out of range." : "maximumFractionDigits value is out of range.");
        }

        RefuseUnless(agent, reader, "roundingMode", "halfExpand", "ceil", "floor", "expand", "trunc", "halfCeil", "halfFloor", "halfExpand", "halfTrunc", "halfEven");
        RefuseUnless(agent, reader, "signDisplay", "auto", "auto", "never", "always", "exceptZero", "negative");
        return options with { UseGrouping = ReadGrouping(agent, reader) };
    }

    private static string? ReadCurrency(Agent agent, LocaleOptions reader)
    {
        Value value = reader.Get("currency");
        if (value.IsUndefined)
        {
            return null;
        }

        string code = Agent.Quote(agent.ToJsString(value));
        return code.Length == 3 && code.All(char.IsAsciiLetter)
            ? code.ToUpperInvariant()
            : throw agent.RangeError($"Invalid currency code : {code}");
    }

    /// <summary>The option may be a boolean, or a word.</summary>
    private static bool ReadGrouping(Agent agent, LocaleOptions reader)
    {
        Value value = reader.Get("useGrouping");
        if (value.IsUndefined || value.IsTrue)
        {
            return true;
        }

        if (!value.ToBoolean())
        {
            return false;
        }

        return Agent.Quote(agent.ToJsString(value)) switch
        {
            "always" or "auto" or "true" or "false" => true,
            "min2" => throw NotSupported(agent, "useGrouping", "min2"),
            string text => throw agent.RangeError($"Value {text} out of range for Number.prototype.toLocaleString options property useGrouping"),
        };
    }

    private static void RefuseUnless(Agent agent, LocaleOptions reader, string name, string only, params ReadOnlySpan<string> allowed)
    {
        string text = reader.GetText(name, only, allowed);
        if (text != only)
        {
            throw NotSupported(agent, name, text);
        }
    }

    private static GuestException NotSupported(Agent agent, string name, string value) =>
        agent.RangeError($"toLocaleString does not support {name} \"{value}\" here; format the number with code of your own");
}
