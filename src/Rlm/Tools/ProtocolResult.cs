using System.Text.Json;
using Rlm.Json;

namespace Rlm.Tools;

/// <summary>
/// Reads the result of a tool of the Model Context Protocol (<see href="https://modelcontextprotocol.io/specification/2025-06-18/server/tools#tool-result"/>),
/// which comes as JSON where it is more than one text: content blocks, perhaps a structured value, perhaps marked as an error.
/// </summary>
internal static class ProtocolResult
{
    private const string Content = "content";

    /// <summary>Whether the JSON has the shape of such a result.</summary>
    public static bool Is(JsonElement json) =>
        SchemaReading.TryGetChild(json, Content, JsonValueKind.Array, out var content)
        && content.EnumerateArray().All(block => SchemaReading.TryGetText(block, "type", out _))
        && json.EnumerateObject().All(property => property.Name is Content or "structuredContent" or "isError" or "_meta" or "resultType");

    /// <summary>The structured value where there is one; else the texts, where there is nothing else; else the content as it is.</summary>
    /// <exception cref="ToolErrorException">The result is marked as an error.</exception>
    public static object? Read(JsonElement json)
    {
        var blocks = json.GetProperty(Content).EnumerateArray().ToList();
        var texts = blocks.Select(block => SchemaReading.TryGetText(block, "text", out var text) ? text : null).ToList();
        if (json.TryGetProperty("isError", out var isError) && isError.ValueKind is JsonValueKind.True)
        {
            throw new ToolErrorException(texts.OfType<string>().FirstOrDefault() is null ? "the tool gave no reason" : string.Join('\n', texts.OfType<string>()));
        }

        if (json.TryGetProperty("structuredContent", out var structured) && structured.ValueKind is not JsonValueKind.Null)
        {
            return structured;
        }

        return texts.TrueForAll(text => text is not null) ? string.Join('\n', texts) : json.GetProperty(Content);
    }
}
