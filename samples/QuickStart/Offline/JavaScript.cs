using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace QuickStart.Offline;

/// <summary>Pieces of JavaScript.</summary>
internal static partial class JavaScript
{
    /// <summary>A function that counts lines as <c>wc -l</c> and editors do: a line feed at the end begins no new line.</summary>
    public const string LineCount = """
        function lineCount(text) {
          return text === "" ? 0 : text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
        }
        """;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a text as a string literal.</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text, Readable);

    /// <summary>Writes a text as part of a template literal.</summary>
    public static string InTemplate(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal);

    /// <summary>Writes a text as part of a regular expression literal.</summary>
    public static string InPattern(string text) => Special().Replace(text, @"\$0");

    [GeneratedRegex(@"[\\^$.|?*+(){}\[\]/]")]
    private static partial Regex Special();
}
