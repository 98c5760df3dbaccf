using System.Globalization;

namespace Rlm.Interpreters;

/// <summary>Writes a number with its noun, as <c>1 line</c> and <c>1,234 lines</c>.</summary>
internal static class Counted
{
    public static string Of(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
