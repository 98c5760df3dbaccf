using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Rlm.Signatures;

/// <summary>Puts validation attributes into words for the language model.</summary>
internal static class FieldConstraints
{
    public static IReadOnlyList<string> Describe(IEnumerable<ValidationAttribute> validations) =>
        [.. validations.Select(Describe).OfType<string>()];

    private static string? Describe(ValidationAttribute validation) => validation switch
    {
        RangeAttribute range => $"from {Text(range.Minimum)} to {Text(range.Maximum)}{Exclusions(range)}",
        StringLengthAttribute { MinimumLength: > 0 } length => $"{length.MinimumLength} to {length.MaximumLength} characters",
        StringLengthAttribute length => $"at most {length.MaximumLength} characters",
        LengthAttribute length => $"length {length.MinimumLength} to {length.MaximumLength}",
        MinLengthAttribute length => $"length at least {length.Length}",
        MaxLengthAttribute length => $"length at most {length.Length}",
        RegularExpressionAttribute expression => $"matches /^(?:{expression.Pattern})$/",
        AllowedValuesAttribute allowed => $"one of {string.Join(", ", allowed.Values.Select(Text))}",
        DeniedValuesAttribute denied => $"none of {string.Join(", ", denied.Values.Select(Text))}",
        RequiredAttribute { AllowEmptyStrings: false } => "not empty",
        { ErrorMessage: { Length: > 0 } message } => message,
        _ => null,
    };

    private static string Exclusions(RangeAttribute range) => (range.MinimumIsExclusive, range.MaximumIsExclusive) switch
    {
        (true, true) => ", both excluded",
        (true, false) => $", {Text(range.Minimum)} excluded",
        (false, true) => $", {Text(range.Maximum)} excluded",
        _ => "",
    };

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
