using System.Text.Json;

namespace Rlm.Json;

/// <summary>Writes a JSON schema as a TypeScript type, the notation that language models read best.</summary>
internal static class TypeScriptType
{
    private const int MaxDepth = 8;

    /// <summary>Writes the type; what allows null ends in <c>| null</c>.</summary>
    public static string Of(JsonElement schema) => Of(schema, schema);

    /// <summary>Writes the type of a part of <paramref name="root"/>, to which its references refer.</summary>
    public static string Of(JsonElement schema, JsonElement root) => Render(schema, root, 0);

    /// <summary>Writes the type without <c>| null</c>, for a place where a question mark says it.</summary>
    public static string WithoutNull(JsonElement schema, JsonElement root)
    {
        var type = Of(schema, root);
        return type.EndsWith(NullSuffix, StringComparison.Ordinal) ? type[..^NullSuffix.Length] : type;
    }

    private const string NullSuffix = " | null";

    private static string Render(JsonElement schema, JsonElement root, int depth)
    {
        schema = SchemaReading.Resolve(schema, root);
        if (schema.ValueKind is not JsonValueKind.Object || depth > MaxDepth)
        {
            return "any";
        }

        if (SchemaReading.TryGetAlternatives(schema, out var alternatives))
        {
            return Union(alternatives.EnumerateArray().Select(alternative => Render(alternative, root, depth + 1)));
        }

        if (SchemaReading.TryGetChild(schema, "enum", JsonValueKind.Array, out var values))
        {
            return Union(values.EnumerateArray().Select(JsonValues.Show));
        }

        if (schema.TryGetProperty("const", out var constant))
        {
            return JsonValues.Show(constant);
        }

        var types = SchemaReading.Types(schema);
        return types.Count == 0
            ? schema.TryGetProperty("properties", out _) ? Object(schema, root, depth) : "any"
            : Union(types.Select(type => Render(type, schema, root, depth)));
    }

    private static string Render(string type, JsonElement schema, JsonElement root, int depth) => type switch
    {
        "integer" or "number" => "number",
        "string" or "boolean" or "null" => type,
        "array" => Array(schema, root, depth),
        "object" => Object(schema, root, depth),
        _ => "any",
    };

    private static string Array(JsonElement schema, JsonElement root, int depth)
    {
        if (!schema.TryGetProperty("items", out var items) || items.ValueKind is not JsonValueKind.Object)
        {
            return "any[]";
        }

        var item = Render(items, root, depth + 1);
        return item.Contains(" | ", StringComparison.Ordinal) && !item.StartsWith('{') ? $"({item})[]" : $"{item}[]";
    }

    private static string Object(JsonElement schema, JsonElement root, int depth)
    {
        if (SchemaReading.TryGetChild(schema, "properties", JsonValueKind.Object, out var properties) && properties.EnumerateObject().Any())
        {
            var required = SchemaReading.Required(schema);
            var members = properties.EnumerateObject().Select(property => Member(property, required.Contains(property.Name), root, depth));
            return $"{{ {string.Join("; ", members)} }}";
        }

        return schema.TryGetProperty("additionalProperties", out var values) && values.ValueKind is JsonValueKind.Object
            ? $"Record<string, {Render(values, root, depth + 1)}>"
            : "Record<string, any>";
    }

    private static string Member(JsonProperty property, bool isRequired, JsonElement root, int depth)
    {
        var name = JavaScriptIdentifier.IsValid(property.Name) ? property.Name : JsonValues.Quote(property.Name);
        var description = SchemaReading.TryGetText(property.Value, "description", out var text) ? $" /* {Comment(text)} */" : "";
        return $"{name}{(isRequired ? "" : "?")}: {Render(property.Value, root, depth + 1)}{description}";
    }

    private static string Union(IEnumerable<string> members)
    {
        var distinct = members.Distinct(StringComparer.Ordinal).ToList();
        if (distinct.Contains("any"))
        {
            return "any";
        }

        // null last, so that it can be left out where a question mark says it.
        return string.Join(" | ", distinct.OrderBy(member => member == "null"));
    }

    /// <summary>A description on one line that cannot end the comment it stands in.</summary>
    private static string Comment(string text) => SingleLine.Of(text).Replace("*/", "* /", StringComparison.Ordinal);
}
