using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Rlm.Json;

namespace Rlm.Interpreters;

/// <summary>
/// Turns CLR values into the few kinds that an interpreter takes. Texts are passed by reference, objects are read property by property
/// through their JSON metadata: a large input never becomes one large JSON text.
/// </summary>
internal sealed class InterpreterValues(JsonSerializerOptions serializerOptions)
{
    private const long MaxSafeInteger = (1L << 53) - 1;

    /// <exception cref="NotSupportedException">The value, or one in it, has no JSON form.</exception>
    public object? From(object? value) => From(value, 0);

    private object? From(object? value, int depth)
    {
        if (depth > JsonValues.MaxDepth)
        {
            throw new NotSupportedException($"it nests deeper than {JsonValues.MaxDepth} or contains itself");
        }

        return value switch
        {
            null or string or bool or double => value,
            int or short or byte or sbyte or ushort or uint => Convert.ToDouble(value, CultureInfo.InvariantCulture),
            long number => Integer(number),
            ulong number => Integer(number),
            Int128 number => Integer((BigInteger)number),
            BigInteger number => Integer(number),
            float number => double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            decimal number => FromDecimal(number),
            JsonElement element => element.ValueKind is JsonValueKind.Undefined ? null : element,
            JsonDocument document => document.RootElement,
            JsonNode node => node.ToElement(),
            byte[] => FromMetadata(value, depth),
            IReadOnlyDictionary<string, object?> dictionary => FromPairs(dictionary, depth),
            IDictionary dictionary => FromDictionary(dictionary, depth),
            IEnumerable items => FromItems(items, depth),
            _ => FromMetadata(value, depth),
        };
    }

    private static object Integer(BigInteger number)
    {
        var isSafe = BigInteger.Abs(number) <= MaxSafeInteger;
        object converted = number;
        if (isSafe)
        {
            converted = (double)number;
        }

        return converted;
    }

    /// <summary>An integer stays exact; a fraction becomes the nearest double, as it would in JSON.</summary>
    private static object FromDecimal(decimal number) =>
        decimal.IsInteger(number) ? Integer(new BigInteger(number)) : (double)number;

    private Dictionary<string, object?> FromPairs(IEnumerable<KeyValuePair<string, object?>> pairs, int depth)
    {
        var converted = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, item) in pairs)
        {
            converted[key] = From(item, depth + 1);
        }

        return converted;
    }

    private Dictionary<string, object?> FromDictionary(IDictionary dictionary, int depth)
    {
        var converted = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in dictionary)
        {
            converted[Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!] = From(entry.Value, depth + 1);
        }

        return converted;
    }

    private List<object?> FromItems(IEnumerable items, int depth)
    {
        var converted = items is ICollection collection ? new List<object?>(collection.Count) : [];
        foreach (var item in items)
        {
            converted.Add(From(item, depth + 1));
        }

        return converted;
    }

    private object? FromMetadata(object value, int depth)
    {
        var typeInfo = ValueSerialization.Find(serializerOptions, value.GetType())
            ?? throw new NotSupportedException($"the type '{value.GetType()}' has no JSON metadata; add it to a JsonSerializerContext and pass its options as SerializerOptions");
        return typeInfo is { Kind: JsonTypeInfoKind.Object, PolymorphismOptions: null } && typeInfo.Properties.All(property => property.CustomConverter is null)
            ? FromProperties(value, typeInfo, depth)
            : FromJson(value, typeInfo);
    }

    private Dictionary<string, object?> FromProperties(object value, JsonTypeInfo typeInfo, int depth)
    {
        var converted = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in typeInfo.Properties)
        {
            if (property.Get is not { } get)
            {
                continue;
            }

            var item = Read(value, property.Name, get);
            if (property.ShouldSerialize?.Invoke(value, item) ?? true)
            {
                converted[property.Name] = From(item, depth + 1);
            }
        }

        return converted;
    }

    private static JsonElement FromJson(object value, JsonTypeInfo typeInfo)
    {
        try
        {
            return JsonSerializer.SerializeToElement(value, typeInfo);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Converters of the caller may throw anything.
            throw new NotSupportedException($"the type '{value.GetType()}' could not be written as JSON: {exception.Message}", exception);
        }
    }

    private static object? Read(object value, string name, Func<object, object?> get)
    {
        try
        {
            return get(value);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new NotSupportedException($"the property '{name}' of '{value.GetType()}' could not be read: {exception.Message}", exception);
        }
    }
}
