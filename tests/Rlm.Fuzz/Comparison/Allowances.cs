using System.Globalization;

namespace Rlm.Fuzz.Comparison;

/// <summary>The differences from Node.js that are right, each with its reason.</summary>
internal static class Allowances
{
    private static readonly Allowance[] All =
    [
        new("not exactly specified: one unit in the last place", (item, own, node) => item.Family == "MathApproximate" && IsWithinOneUnit(own, node)),
        new("parseInt with a radix that is no power of two: exact here, approximated there from 20 digits on", (item, own, node) => item.Source.StartsWith("parseInt(", StringComparison.Ordinal) && IsWithinOneUnit(own, node)),
        new("code in text is not run, so Function cannot be extended", (item, own, _) => item.Family == "Programs" && item.Source.Contains("extends Function", StringComparison.Ordinal) && own.Contains("TypeError", StringComparison.Ordinal)),
        new("%o shows no hidden properties here", (item, _, _) => item.Family == "Inspect" && item.Source.Contains("%o", StringComparison.Ordinal)),
    ];

    /// <summary>The reason why a difference is right; null where it is none.</summary>
    public static string? For(Case item, string own, string node) => Array.Find(All, allowance => allowance.Allows(item, own, node))?.Reason;

    private static bool IsWithinOneUnit(string own, string node) =>
        double.TryParse(own, NumberStyles.Float, CultureInfo.InvariantCulture, out double left)
        && double.TryParse(node, NumberStyles.Float, CultureInfo.InvariantCulture, out double right)
        && (left == Math.BitIncrement(right) || left == Math.BitDecrement(right));

    private sealed record Allowance(string Reason, Func<Case, string, string, bool> Allows);
}
