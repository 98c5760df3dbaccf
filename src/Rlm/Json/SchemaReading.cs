using System.Text.Json;

namespace Rlm.Json;

/// <summary>Reads the parts of a JSON schema that types and coercion are made of.</summary>
internal static class SchemaReading
{
    /// <summary>Follows a local reference such as <c>#/properties/next</c>; any other schema is returned as it is.</summary>
    public static JsonElement Resolve(JsonElement schema, JsonElement root)
    {
        for (var hops = 0; hops < 16 && TryGetText(schema, "$ref", out var reference); hops++)
        {
            if (!TryFollow(root, reference, out schema))
            {
                return default;
            }
        }

        return schema;
    }

    public static bool TryGetText(JsonElement schema, string keyword, out string text)
    {
        if (schema.ValueKind is JsonValueKind.Object && schema.TryGetProperty(keyword, out var value) && value.ValueKind is JsonValueKind.String)
        {
            text = value.GetString()!;
            return true;
        }

        text = "";
        return false;
    }

    /// <summary>The names under <c>type</c>: none, one, or several.</summary>
    public static IReadOnlyList<string> Types(JsonElement schema)
    {
        if (schema.ValueKind is not JsonValueKind.Object || !schema.TryGetProperty("type", out var type))
        {
            return [];
        }

        return type.ValueKind switch
        {
            JsonValueKind.String => [type.GetString()!],
            JsonValueKind.Array => [.. type.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String).Select(item => item.GetString()!)],
            _ => [],
        };
    }

    public static bool TryGetAlternatives(JsonElement schema, out JsonElement alternatives)
    {
        alternatives = default;
        return schema.ValueKind is JsonValueKind.Object
            && (schema.TryGetProperty("anyOf", out alternatives) || schema.TryGetProperty("oneOf", out alternatives))
            && alternatives.ValueKind is JsonValueKind.Array
            && alternatives.GetArrayLength() > 0;
    }

    public static bool TryGetChild(JsonElement schema, string keyword, JsonValueKind kind, out JsonElement child)
    {
        child = default;
        return schema.ValueKind is JsonValueKind.Object && schema.TryGetProperty(keyword, out child) && child.ValueKind == kind;
    }

    public static HashSet<string> Required(JsonElement schema) =>
        TryGetChild(schema, "required", JsonValueKind.Array, out var names)
            ? [.. names.EnumerateArray().Where(name => name.ValueKind is JsonValueKind.String).Select(name => name.GetString()!)]
            : [];

    private const int MostAlternations = 4;

    /// <summary>Whether null is a value of the schema.</summary>
    public static bool AllowsNull(JsonElement schema, JsonElement root, int depth = 0)
    {
        schema = Resolve(schema, root);
        if (schema.ValueKind is not JsonValueKind.Object || depth > MostAlternations)
        {
            return true;
        }

        if (TryGetAlternatives(schema, out var alternatives))
        {
            return alternatives.EnumerateArray().Any(alternative => AllowsNull(alternative, root, depth + 1));
        }

        if (TryGetChild(schema, "enum", JsonValueKind.Array, out var values))
        {
            return values.EnumerateArray().Any(value => value.ValueKind is JsonValueKind.Null);
        }

        var types = Types(schema);
        return types.Count == 0 ? !schema.TryGetProperty("const", out _) : types.Contains("null");
    }

    private static bool TryFollow(JsonElement root, string reference, out JsonElement target)
    {
        target = root;
        if (!reference.StartsWith('#'))
        {
            return false;
        }

        foreach (var segment in reference[1..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var key = Uri.UnescapeDataString(segment).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (target.ValueKind is JsonValueKind.Array && int.TryParse(key, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) && index < target.GetArrayLength())
            {
                target = target[index];
            }
            else if (target.ValueKind is not JsonValueKind.Object || !target.TryGetProperty(key, out target))
            {
                return false;
            }
        }

        return true;
    }
}
