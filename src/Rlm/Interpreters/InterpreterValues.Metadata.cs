using System.Collections;
using System.Data;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Rlm.Json;

namespace Rlm.Interpreters;

/// <summary>What is read by the JSON metadata of its type.</summary>
internal sealed partial class InterpreterValues
{
    /// <summary>The types that are read otherwise, whatever their metadata says.</summary>
    private static readonly Type[] ReadOtherwise =
    [
        typeof(ISandboxValue), typeof(IEnumerable), typeof(JsonNode), typeof(JsonElement), typeof(JsonDocument), typeof(Task), typeof(TextReader), typeof(Stream),
        typeof(FileSystemInfo), typeof(DataTable), typeof(DataSet), typeof(DataView), typeof(DBNull), typeof(StringBuilder), typeof(BigInteger),
    ];

    private readonly Dictionary<Type, Metadata> _metadata = [];

    private Metadata MetadataOf(Type type)
    {
        if (!_metadata.TryGetValue(type, out var metadata))
        {
            // Metadata is made on demand and may turn out to be impossible.
            var typeInfo = Call(() => ValueSerialization.Find(serializerOptions, type), () => $"the type '{type}' cannot be written as JSON");
            metadata = Array.Exists(ReadOtherwise, other => other.IsAssignableFrom(type)) || (type.IsValueType && typeof(ITuple).IsAssignableFrom(type))
                ? new Metadata(typeInfo, Shape: null, IsScalar: false)
                : new Metadata(typeInfo, ShapeOf(typeInfo), IsScalar: typeInfo is { Kind: JsonTypeInfoKind.None });
            _metadata[type] = metadata;
        }

        return metadata;
    }

    private static RecordShape? ShapeOf(JsonTypeInfo? typeInfo) =>
        typeInfo is { Kind: JsonTypeInfoKind.Object, PolymorphismOptions: null }
        && typeInfo.Properties.All(property => property is { CustomConverter: null, IsExtensionData: false })
            ? new RecordShape(typeInfo)
            : null;

    private object? FromMetadata(object value, JsonTypeInfo? typeInfo)
    {
        if (typeInfo is null)
        {
            throw new NotSupportedException($"the type '{value.GetType()}' has no JSON metadata; add it to a JsonSerializerContext and pass its options as SerializerOptions");
        }

        object? written;
        try
        {
            written = _scalars.Read(value, typeInfo);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Converters of the caller may throw anything.
            throw new NotSupportedException($"the type '{value.GetType()}' could not be written as JSON: {exception.Message}", exception);
        }

        return written is JsonElement element ? FromElement(element) : written;
    }

    private static object? Read(object value, JsonPropertyInfo property)
    {
        try
        {
            return property.Get!(value);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new NotSupportedException($"the property '{property.Name}' of '{value.GetType()}' could not be read: {exception.Message}", exception);
        }
    }

    /// <param name="TypeInfo">The metadata, or null where there is none.</param>
    /// <param name="Shape">The properties of an object that is read property by property; else null.</param>
    /// <param name="IsScalar">Whether a converter writes the value, as it does dates.</param>
    private sealed record Metadata(JsonTypeInfo? TypeInfo, RecordShape? Shape, bool IsScalar);
}
