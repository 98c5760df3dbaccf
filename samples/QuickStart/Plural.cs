using System.Globalization;

namespace QuickStart;

/// <summary>Writes a number with its noun.</summary>
internal static class Plural
{
    public static string Of(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
