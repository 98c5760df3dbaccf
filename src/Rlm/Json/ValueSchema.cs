using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Rlm.Json;

/// <summary>Makes the JSON schema of a CLR type from its JSON metadata.</summary>
internal static class ValueSchema
{
    private static readonly JsonSchemaExporterOptions ExporterOptions = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Transform,
    };

    public static JsonElement Of(JsonTypeInfo typeInfo)
    {
        var enumType = Nullable.GetUnderlyingType(typeInfo.Type) ?? typeInfo.Type;
        var schema = typeInfo.GetJsonSchemaAsNode(ExporterOptions);

        // Without a string converter an enum is a bare number to the serializer; a language model needs the names.
        if (enumType.IsEnum && schema is JsonObject { } written && !written.ContainsKey("enum"))
        {
            schema = new JsonObject { ["enum"] = new JsonArray([.. Enum.GetNames(enumType).Select(name => (JsonNode)name)]) };
        }

        return schema.ToElement();
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (InputSchemas.Of(context.TypeInfo.Type) is { } special)
        {
            return special;
        }

        if (schema is not JsonObject written)
        {
            return schema;
        }

        // Web defaults read numbers from strings too; the schema is for a reader who should write numbers.
        if (written["type"] is JsonArray types && written.ContainsKey("pattern") && types.Any(IsNumeric))
        {
            written.Remove("pattern");
            var kept = types.Select(type => type!.GetValue<string>()).Where(type => type != "string").ToArray();
            written["type"] = kept.Length == 1 ? kept[0] : new JsonArray([.. kept.Select(type => (JsonNode)type)]);
        }

        var attributes = context.PropertyInfo?.AttributeProvider;
        if (attributes?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true) is [DescriptionAttribute { Description.Length: > 0 } description, ..])
        {
            written["description"] = description.Description;
        }

        return written;
    }

    private static bool IsNumeric(JsonNode? type) => type?.GetValue<string>() is "integer" or "number";
}
