using System.Text.Json;
using Microsoft.Extensions.AI;
using Rlm.Json;

namespace Rlm.Tools;

/// <summary>An <see cref="AIFunction"/> with its parameters read.</summary>
internal sealed class Tool
{
    public Tool(AIFunction function, bool isReadOnly = false)
    {
        Function = function;
        IsReadOnly = isReadOnly;
        Parameters = ReadParameters(function.JsonSchema);
        FreeArguments = ReadFreeArguments(function.JsonSchema);
    }

    public AIFunction Function { get; }

    public string Name => Function.Name;

    /// <summary>Whether its calls may overlap each other and those of other functions.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Whether each call needs the consent of somebody.</summary>
    public bool RequiresApproval => Function.GetService<ApprovalRequiredAIFunction>() is not null;

    public IReadOnlyList<ToolParameter> Parameters { get; }

    /// <summary>The schema of arguments that no parameter names, or null if there must be none. They can be given only by name.</summary>
    public JsonElement? FreeArguments { get; }

    /// <summary>How the code calls the tool, such as <c>search(query: string, k?: number): Promise&lt;string[]&gt;</c>.</summary>
    public string CallShape => $"{Name}({DeclareParameters()}): Promise<{(Function.ReturnJsonSchema is { } result ? TypeScriptType.Of(result) : "any")}>";

    /// <summary>The line that shows the tool to the language model.</summary>
    public string Declaration
    {
        get
        {
            var lines = new List<string> { $"- `{CallShape}`{(Function.Description.Length > 0 ? $" — {SingleLine.Of(Function.Description)}" : "")}" };
            foreach (var parameter in Parameters)
            {
                if (SchemaReading.TryGetText(parameter.Schema, "description", out var description))
                {
                    lines.Add($"  - `{parameter.Name}`: {SingleLine.Of(description)}");
                }
            }

            return string.Join('\n', lines);
        }
    }

    /// <summary>As one object where other names are allowed, or where a name is no name that a parameter of JavaScript could have.</summary>
    private string DeclareParameters()
    {
        var parameters = Parameters.Select(Declare).ToList();
        if (FreeArguments is { } free)
        {
            parameters.Add($"[name: string]: {TypeScriptType.Of(free, Function.JsonSchema)}");
        }
        else if (Parameters.All(parameter => JavaScriptIdentifier.IsValid(parameter.Name)))
        {
            return string.Join(", ", parameters);
        }

        return $"{{ {string.Join("; ", parameters)} }}";
    }

    private string Declare(ToolParameter parameter)
    {
        var name = JavaScriptIdentifier.IsValid(parameter.Name) ? parameter.Name : JsonValues.Quote(parameter.Name);
        return parameter.IsRequired
            ? $"{name}: {TypeScriptType.Of(parameter.Schema, Function.JsonSchema)}"
            : $"{name}?: {TypeScriptType.WithoutNull(parameter.Schema, Function.JsonSchema)}";
    }

    /// <summary>Required parameters come first, since nothing could be left out before one.</summary>
    private static List<ToolParameter> ReadParameters(JsonElement schema)
    {
        if (!SchemaReading.TryGetChild(schema, "properties", JsonValueKind.Object, out var properties))
        {
            return [];
        }

        var required = SchemaReading.Required(schema);
        return [.. properties.EnumerateObject()
            .Select(property => new ToolParameter(property.Name, property.Value, required.Contains(property.Name)))
            .OrderBy(parameter => parameter.IsRequired ? 0 : 1)];
    }

    /// <summary>A schema that does not mention other arguments was most likely written by somebody who expects none: what is misspelled is better named than lost.</summary>
    private static JsonElement? ReadFreeArguments(JsonElement schema) =>
        schema.ValueKind is JsonValueKind.Object && schema.TryGetProperty("additionalProperties", out var free) && free.ValueKind is JsonValueKind.True or JsonValueKind.Object ? free : null;
}
