using System.Text;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>Case, normal forms and order. The forms for a locale are the general ones: no culture of the host is looked at.</content>
internal static partial class StringPrototype
{
    private static Value ToLowerCase(in NativeCall call) => CaseConversion.ToLower(call.Agent, ThisText(call, "toLowerCase"));

    private static Value ToUpperCase(in NativeCall call) => CaseConversion.ToUpper(call.Agent, ThisText(call, "toUpperCase"));

    private static Value ToLocaleLowerCase(in NativeCall call) => CaseConversion.ToLower(call.Agent, ThisText(call, "toLocaleLowerCase"));

    private static Value ToLocaleUpperCase(in NativeCall call) => CaseConversion.ToUpper(call.Agent, ThisText(call, "toLocaleUpperCase"));

    private static Value Normalize(in NativeCall call)
    {
        JsString text = ThisText(call, "normalize");
        string form = call[0].IsUndefined ? "NFC" : Agent.Quote(call.Agent.ToJsString(call[0]));
        return TextNormalization.Normalize(call.Agent, text, form switch
        {
            "NFC" => NormalizationForm.FormC,
            "NFD" => NormalizationForm.FormD,
            "NFKC" => NormalizationForm.FormKC,
            "NFKD" => NormalizationForm.FormKD,
            _ => throw call.Agent.RangeError("The normalization form should be one of NFC, NFD, NFKC, NFKD."),
        });
    }

    private static Value LocaleCompare(in NativeCall call)
    {
        JsString text = ThisText(call, "localeCompare");
        JsString other = call.Agent.ToJsString(call[0]);
        TextCollation collation = call.Count > 2 ? TextCollation.FromOptions(call.Agent, call[2]) : TextCollation.Default;
        int order = collation.Compare(text, other, call.Agent.Meter);
        if (order != 0 && (TextCollation.MayBeUnordered(text, call.Agent.Meter) || TextCollation.MayBeUnordered(other, call.Agent.Meter)))
        {
            // Texts that are canonically equivalent are equal (ECMA-262 §22.1.3.12), in whatever order their marks stand.
            text = TextNormalization.Normalize(call.Agent, text, NormalizationForm.FormC);
            other = TextNormalization.Normalize(call.Agent, other, NormalizationForm.FormC);
            order = collation.Compare(text, other, call.Agent.Meter);
        }

        return order;
    }
}
