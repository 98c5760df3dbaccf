using Rlm.Json;

namespace Rlm.Prompts;

/// <summary>What the prompts of all modules say about a signature.</summary>
internal static class SignatureTexts
{
    /// <summary>The instructions, or a sentence that names the fields where there are none.</summary>
    public static string Task(Signature signature) => signature.Instructions.Length > 0 ? signature.Instructions : PromptTexts.Notice(
        "task",
        ("outputs", Names(signature.Outputs)),
        ("inputs", signature.Inputs.Count == 0 ? "" : $" from {Names(signature.Inputs)}"));

    /// <summary>The outputs, a line each.</summary>
    public static string Outputs(Signature signature) => string.Join('\n', signature.Outputs.Select(Output));

    private static string Names(IEnumerable<SignatureField> fields) => string.Join(", ", fields.Select(field => $"`{field.Name}`"));

    private static string Output(SignatureField field)
    {
        var traits = FormatOf(field).Concat(field.Constraints).ToList();
        return $"- `{field}`{(field.IsOptional ? " (optional)" : "")}"
            + (field.Description.Length > 0 ? $" — {field.Description}" : "")
            + (traits.Count > 0 ? $" ({string.Join("; ", traits)})" : "");
    }

    private static IEnumerable<string> FormatOf(SignatureField field)
    {
        if (SchemaReading.Types(field.Schema).Contains("integer"))
        {
            yield return "an integer";
        }

        SchemaReading.TryGetText(field.Schema, "format", out var format);
        if (format is "date" or "date-time")
        {
            yield return format == "date" ? "a date such as 2026-01-31" : "a date and time such as 2026-01-31T12:00:00Z";
        }
    }
}
