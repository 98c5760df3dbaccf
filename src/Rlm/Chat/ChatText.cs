using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Rlm.Interpreters;

namespace Rlm.Chat;

/// <summary>The contents of a message as texts. What is no text is named in brackets.</summary>
internal static class ChatText
{
    private static readonly JsonSerializerOptions Compact = new(AIJsonUtilities.DefaultOptions) { WriteIndented = false };

    public static IEnumerable<string> Of(ChatMessage message) => message.Contents.Select(Of).OfType<string>().Where(text => text.Length > 0);

    private static string? Of(AIContent content) => content switch
    {
        TextContent text => text.Text,
        TextReasoningContent or UsageContent => null,
        FunctionCallContent call => $"[calls {call.Name}({Json(call.Arguments)})]",
        FunctionResultContent result => result.Result is null && result.Exception is { } exception ? $"[failed: {exception.Message}]" : Result(result.Result),
        DataContent data when IsText(data.MediaType) => Encoding.UTF8.GetString(data.Data.Span),
        DataContent data => string.Create(CultureInfo.InvariantCulture, $"[{data.MediaType}, {Counted.Of(data.Data.Length, "byte")}, which cannot be shown]"),
        UriContent uri => $"[{uri.MediaType} at {uri.Uri}]",
        ErrorContent error => $"[error: {error.Message}]",
        _ => $"[{content.GetType().Name}]",
    };

    private static bool IsText(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || mediaType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);

    private static string Result(object? result) => result switch
    {
        null => "",
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
        IEnumerable<AIContent> contents => string.Join('\n', contents.Select(Of).OfType<string>()),
        AIContent content => Of(content) ?? "",
        _ => Json(result),
    };

    private static string Json(object? value)
    {
        if (value is null)
        {
            return "";
        }

        return Compact.TryGetTypeInfo(value.GetType(), out var typeInfo)
            ? JsonSerializer.Serialize(value, typeInfo)
            : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
    }
}
