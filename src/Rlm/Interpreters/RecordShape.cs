using System.Text.Json.Serialization.Metadata;

namespace Rlm.Interpreters;

/// <summary>The names that many records have in common.</summary>
internal sealed class RecordShape
{
    public RecordShape(string[] names) => Names = names;

    public RecordShape(JsonTypeInfo typeInfo)
    {
        Properties = [.. typeInfo.Properties.Where(property => property.Get is not null)];
        Names = [.. Properties.Select(property => property.Name)];
    }

    public string[] Names { get; }

    /// <summary>The properties by which the values are read; empty where the records are no objects with metadata.</summary>
    public JsonPropertyInfo[] Properties { get; } = [];
}
