using System.Text.Json;
using Rlm.Budgets;

namespace Rlm.SubCalls;

/// <summary>The last argument of a sub-call function.</summary>
/// <param name="Context">What comes with the prompt; undefined where nothing does.</param>
/// <param name="Model">The chosen model, or null.</param>
/// <param name="Schema">The JSON schema of the answer, or null.</param>
internal readonly record struct SubCallOptions(JsonElement Context, ModelEndpoint? Model, JsonElement? Schema)
{
    private static readonly string[] Keys = ["model", "schema", "context"];

    public static string KeyList => string.Join(", ", Keys);

    public static bool LooksLike(JsonElement value) =>
        value.ValueKind is JsonValueKind.Object && value.GetPropertyCount() > 0 && value.EnumerateObject().All(property => Keys.Contains(property.Name, StringComparer.Ordinal));

    public static SubCallOptions Read(string function, JsonElement given, SubModels models)
    {
        var context = given.TryGetProperty("context", out var element) ? element : default;
        return new SubCallOptions(context, ReadModel(function, given, models), ReadSchema(function, given));
    }

    private static ModelEndpoint? ReadModel(string function, JsonElement given, SubModels models)
    {
        if (!given.TryGetProperty("model", out var model) || model.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        return (model.ValueKind is JsonValueKind.String ? models.Find(model.GetString()!) : null)
            ?? throw new SubCallArgumentException($"{function}: there is no model {model.GetRawText()}; {models.Advice}.");
    }

    private static JsonElement? ReadSchema(string function, JsonElement given)
    {
        if (!given.TryGetProperty("schema", out var schema) || schema.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        return schema.ValueKind is JsonValueKind.Object
            ? schema
            : throw new SubCallArgumentException($"{function}: 'schema' is a JSON schema, such as {{ type: \"object\", properties: {{ name: {{ type: \"string\" }} }}, required: [\"name\"] }}.");
    }
}
