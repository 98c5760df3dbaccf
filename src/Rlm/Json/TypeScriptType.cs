using System.Text.Json;

namespace Rlm.Json;

/// <summary>Writes a JSON schema as a TypeScript type, the notation that language models read best.</summary>
internal sealed class TypeScriptType
{
    private const int MaxDepth = 8;

    /// <summary>How many types one type is written with; what comes after is any. Schemas that refer to themselves would not end.</summary>
    private const int MostNodes = 200;

    private const string NullSuffix = " | null";

    private readonly JsonElement _root;
    private int _nodes;

    private TypeScriptType(JsonElement root) => _root = root;

    /// <summary>Writes the type; what allows null ends in <c>| null</c>.</summary>
    public static string Of(JsonElement schema) => Of(schema, schema);

    /// <summary>Writes the type of a part of <paramref name="root"/>, to which its references refer.</summary>
    public static string Of(JsonElement schema, JsonElement root) => new TypeScriptType(root).Render(schema, 0);

    /// <summary>Writes the type without <c>| null</c>, for a place where a question mark says it.</summary>
    public static string WithoutNull(JsonElement schema, JsonElement root)
    {
        var type = Of(schema, root);
        return type.EndsWith(NullSuffix, StringComparison.Ordinal) ? type[..^NullSuffix.Length] : type;
    }

    private string Render(JsonElement schema, int depth)
    {
        schema = SchemaReading.Resolve(schema, _root);
        if (_nodes++ > MostNodes || depth > MaxDepth || schema.ValueKind is not JsonValueKind.Object)
        {
            return "any";
        }

        if (SchemaReading.TryGetAlternatives(schema, out var alternatives))
        {
            return Union(alternatives.EnumerateArray().Select(alternative => Render(alternative, depth + 1)));
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
            ? schema.TryGetProperty("properties", out _) ? Object(schema, depth) : "any"
            : Union(types.Select(type => Render(type, schema, depth)));
    }

    private string Render(string type, JsonElement schema, int depth) => type switch
    {
        "integer" or "number" => "number",
        "string" or "boolean" or "null" => type,
        "array" => Array(schema, depth),
        "object" => Object(schema, depth),
        _ => "any",
    };

    private string Array(JsonElement schema, int depth)
    {
        if (!schema.TryGetProperty("items", out var items) || items.ValueKind is not JsonValueKind.Object)
        {
            return "any[]";
        }

        var item = Render(items, depth + 1);
        return item.Contains(" | ", StringComparison.Ordinal) && !item.StartsWith('{') ? $"({item})[]" : $"{item}[]";
    }

    private string Object(JsonElement schema, int depth)
    {
        if (SchemaReading.TryGetChild(schema, "properties", JsonValueKind.Object, out var properties) && properties.EnumerateObject().Any())
        {
            var required = SchemaReading.Required(schema);
            var members = new List<string>();
            foreach (var property in properties.EnumerateObject())
            {
                if (_nodes > MostNodes)
                {
                    members.Add("[key: string]: any");
                    break;
                }

                members.Add(Member(property, required.Contains(property.Name), depth));
            }

            return $"{{ {string.Join("; ", members)} }}";
        }

        return schema.TryGetProperty("additionalProperties", out var values) && values.ValueKind is JsonValueKind.Object
            ? $"Record<string, {Render(values, depth + 1)}>"
            : "Record<string, any>";
    }

    private string Member(JsonProperty property, bool isRequired, int depth)
    {
        var name = JavaScriptIdentifier.IsValid(property.Name) ? property.Name : JsonValues.Quote(property.Name);
        var description = SchemaReading.TryGetText(property.Value, "description", out var text) ? $" /* {Comment(text)} */" : "";
        return $"{name}{(isRequired ? "" : "?")}: {Render(property.Value, depth + 1)}{description}";
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
