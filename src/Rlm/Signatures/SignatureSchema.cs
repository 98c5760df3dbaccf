using System.Text.Json;
using System.Text.Json.Nodes;
using Rlm.Json;

namespace Rlm.Signatures;

/// <summary>Makes one JSON schema of several fields: an object with a property for each.</summary>
internal static class SignatureSchema
{
    public static JsonElement Of(IReadOnlyList<SignatureField> fields)
    {
        var properties = new JsonObject();
        foreach (var field in fields)
        {
            properties[field.Name] = Property(field);
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. fields.Where(field => !field.IsOptional).Select(field => (JsonNode)field.Name)]),
            ["additionalProperties"] = false,
        }.ToElement();
    }

    private static JsonObject Property(SignatureField field)
    {
        var schema = field.Schema.ValueKind is JsonValueKind.Object ? JsonObject.Create(field.Schema)! : [];
        var root = $"#/properties/{field.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
        MoveReferences(schema, root);
        var description = string.Join("; ", field.Constraints.Prepend(field.Description).Where(part => part.Length > 0));
        if (description.Length > 0)
        {
            schema["description"] = description;
        }

        return schema;
    }

    /// <summary>What refers to a part of the schema of the field has to refer to the place of that part in the larger one.</summary>
    private static void MoveReferences(JsonNode? node, string root)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var member in members.ToList())
                {
                    if (member is { Key: "$ref", Value: JsonValue value } && value.TryGetValue<string>(out var reference) && reference.StartsWith('#'))
                    {
                        members["$ref"] = root + reference[1..];
                    }
                    else
                    {
                        MoveReferences(member.Value, root);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    MoveReferences(item, root);
                }

                break;
            default:
                break;
        }
    }
}
