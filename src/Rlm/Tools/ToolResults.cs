using System.Text.Json;
using Microsoft.Extensions.AI;
using Rlm.Interpreters;
using Rlm.Json;

namespace Rlm.Tools;

/// <summary>Turns what a tool returned into a value for the interpreter.</summary>
internal static class ToolResults
{
    public static object? Convert(object? result, JsonSerializerOptions serializerOptions) => result switch
    {
        TextContent text => text.Text,
        IEnumerable<AIContent> contents when contents.All(content => content is TextContent) => string.Join('\n', contents.Cast<TextContent>().Select(content => content.Text)),
        AIContent content => JsonSerializer.SerializeToElement(content, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(AIContent))),
        IEnumerable<AIContent> contents => contents.Select(content => (object?)JsonSerializer.SerializeToElement(content, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(AIContent)))).ToList(),
        JsonElement json when ProtocolResult.Is(json) => ProtocolResult.Read(json),
        not null when result.GetType() is var type && !IsPlain(result) && ValueSerialization.Find(serializerOptions, type) is null => result.ToString(),
        _ => new InterpreterValues(serializerOptions).From(result),
    };

    private static bool IsPlain(object result) => result is string or System.Collections.IEnumerable or JsonElement or System.Text.Json.Nodes.JsonNode or IFormattable or bool;
}
