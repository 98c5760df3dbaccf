using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Rlm.Json;

/// <summary>
/// Brings a value that a language model wrote into the shape of a schema where the meaning is plain (a number as text, an enum in the
/// wrong case), and says in words what is wrong where it is not.
/// </summary>
internal sealed class SchemaCoercion
{
    /// <summary>Alternatives that lead to alternatives without a part of the value between them; a schema that refers to itself could do so for ever.</summary>
    private const int MostAlternations = 4;

    /// <summary>How many parts of the value the attempts at alternatives may look at. Alternatives that fail late are walked again and again; a hostile schema makes that exponential.</summary>
    private const int MostSteps = 200_000;

    private readonly JsonElement _root;
    private readonly StrongBox<int> _steps;
    private readonly List<string> _problems = [];
    private int _alternations;

    /// <summary>Whether this only tries an alternative: the first problem is enough, and nobody reads its text.</summary>
    private bool _isAttempt;

    private SchemaCoercion(JsonElement root, StrongBox<int> steps)
    {
        _root = root;
        _steps = steps;
    }

    /// <summary>Coerces <paramref name="value"/>; null, with the problems, where that cannot be.</summary>
    /// <param name="value">The value.</param>
    /// <param name="schema">The schema to fit.</param>
    /// <param name="root">The schema to whose parts references refer.</param>
    /// <param name="name">What the problems call the value.</param>
    /// <param name="problems">What is wrong.</param>
    public static JsonElement? Coerce(JsonElement value, JsonElement schema, JsonElement root, string name, out IReadOnlyList<string> problems)
    {
        var coercion = new SchemaCoercion(root, new StrongBox<int>());
        var coerced = JsonValues.Write(writer => coercion.Write(writer, value, schema, name, 0));
        problems = coercion._problems;
        return coercion._problems.Count == 0 ? coerced : null;
    }

    /// <summary>Writes a value of the right shape, or null after noting a problem.</summary>
    private void Write(Utf8JsonWriter writer, JsonElement value, JsonElement schema, string path, int depth)
    {
        schema = SchemaReading.Resolve(schema, _root);
        if (_isAttempt && (_problems.Count > 0 || _steps.Value++ > MostSteps))
        {
            _problems.Add("");
            writer.WriteNullValue();
        }
        else if (schema.ValueKind is not JsonValueKind.Object || depth > JsonValues.MaxDepth || _alternations > MostAlternations)
        {
            WriteAsIs(writer, value);
        }
        else if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            WriteNull(writer, schema, path);
        }
        else if (SchemaReading.TryGetAlternatives(schema, out var alternatives))
        {
            WriteAlternative(writer, value, alternatives, schema, path, depth);
        }
        else if (SchemaReading.TryGetChild(schema, "enum", JsonValueKind.Array, out var allowed))
        {
            WriteEnum(writer, value, allowed, path);
        }
        else
        {
            WriteTyped(writer, value, schema, path, depth);
        }
    }

    private void WriteNull(Utf8JsonWriter writer, JsonElement schema, string path)
    {
        if (!SchemaReading.AllowsNull(schema, _root))
        {
            Problem(path, () => $"must not be null; expected {TypeScriptType.Of(schema, _root)}");
        }

        writer.WriteNullValue();
    }

    private void WriteAlternative(Utf8JsonWriter writer, JsonElement value, JsonElement alternatives, JsonElement schema, string path, int depth)
    {
        foreach (var alternative in alternatives.EnumerateArray())
        {
            var attempt = new SchemaCoercion(_root, _steps) { _alternations = _alternations + 1, _isAttempt = true };
            var coerced = JsonValues.Write(inner => attempt.Write(inner, value, alternative, path, depth + 1));
            if (attempt._problems.Count == 0)
            {
                coerced.WriteTo(writer);
                return;
            }
        }

        Mismatch(writer, value, () => TypeScriptType.Of(schema, _root), path);
    }

    private void WriteEnum(Utf8JsonWriter writer, JsonElement value, JsonElement allowed, string path)
    {
        JsonElement? similar = null;
        foreach (var candidate in allowed.EnumerateArray())
        {
            if (JsonElement.DeepEquals(candidate, value))
            {
                candidate.WriteTo(writer);
                return;
            }

            if (candidate.ValueKind is JsonValueKind.String && value.ValueKind is JsonValueKind.String
                && string.Equals(candidate.GetString(), value.GetString()!.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                similar ??= candidate;
            }
        }

        if (similar is { } found)
        {
            found.WriteTo(writer);
            return;
        }

        Problem(path, () => $"must be one of {string.Join(", ", allowed.EnumerateArray().Select(JsonValues.Show))}, but is {Excerpt(value)}");
        writer.WriteNullValue();
    }

    private void WriteTyped(Utf8JsonWriter writer, JsonElement value, JsonElement schema, string path, int depth)
    {
        var types = SchemaReading.Types(schema);
        if (types.Count == 0)
        {
            WriteAsIs(writer, value);
            return;
        }

        // A value that already has one of the types is not bent into another.
        var type = types.FirstOrDefault(type => HasType(value, type)) ?? types.First(type => type != "null" || types.Count == 1);
        switch (type)
        {
            case "string":
                WriteString(writer, value, schema, path);
                break;
            case "integer":
                WriteInteger(writer, value, path);
                break;
            case "number":
                WriteNumber(writer, value, path);
                break;
            case "boolean":
                WriteBoolean(writer, value, path);
                break;
            case "array" when value.ValueKind is JsonValueKind.Array:
                WriteArray(writer, value, schema, path, depth);
                break;
            case "object" when value.ValueKind is JsonValueKind.Object:
                WriteObject(writer, value, schema, path, depth);
                break;
            default:
                Mismatch(writer, value, () => TypeScriptType.Of(schema, _root), path);
                break;
        }
    }

    private static bool HasType(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type is "number" or "integer",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.Array => type == "array",
        JsonValueKind.Object => type == "object",
        _ => false,
    };

    private void WriteString(Utf8JsonWriter writer, JsonElement value, JsonElement schema, string path)
    {
        if (value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
        {
            writer.WriteStringValue(value.GetRawText());
            return;
        }

        if (value.ValueKind is not JsonValueKind.String)
        {
            Mismatch(writer, value, () => "string", path);
            return;
        }

        SchemaReading.TryGetText(schema, "format", out var format);
        if (format == "date" && !DateOnly.TryParseExact(value.GetString(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            Mismatch(writer, value, () => "a date such as \"2026-01-31\"", path);
            return;
        }

        if (format == "date-time" && !value.TryGetDateTime(out _))
        {
            Mismatch(writer, value, () => "a date and time such as \"2026-01-31T12:00:00Z\"", path);
            return;
        }

        value.WriteTo(writer);
    }

    private void WriteInteger(Utf8JsonWriter writer, JsonElement value, string path)
    {
        var text = NumericText(value);
        if (text is not null
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var size)
            && Math.Abs(size) < 1e300
            && BigInteger.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var integer))
        {
            writer.WriteRawValue(integer.ToString(CultureInfo.InvariantCulture));
            return;
        }

        Mismatch(writer, value, () => "an integer", path);
    }

    private void WriteNumber(Utf8JsonWriter writer, JsonElement value, string path)
    {
        if (value.ValueKind is JsonValueKind.Number)
        {
            value.WriteTo(writer);
        }
        else if (NumericText(value) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            // The digits themselves are kept where decimal holds them, so that 0.1 stays 0.1.
            if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
            {
                writer.WriteNumberValue(exact);
            }
            else
            {
                writer.WriteNumberValue(number);
            }
        }
        else
        {
            Mismatch(writer, value, () => "a number", path);
        }
    }

    private static string? NumericText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.String when value.GetString()!.Trim() is { Length: > 0 and < 400 } text => text,
        _ => null,
    };

    private void WriteBoolean(Utf8JsonWriter writer, JsonElement value, string path)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            value.WriteTo(writer);
        }
        else if (value.ValueKind is JsonValueKind.String && bool.TryParse(value.GetString(), out var parsed))
        {
            writer.WriteBooleanValue(parsed);
        }
        else
        {
            Mismatch(writer, value, () => "true or false", path);
        }
    }

    private void WriteArray(Utf8JsonWriter writer, JsonElement value, JsonElement schema, string path, int depth)
    {
        _alternations = 0;
        schema.TryGetProperty("items", out var items);
        writer.WriteStartArray();
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            Write(writer, item, items, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), depth + 1);
            index++;
        }

        writer.WriteEndArray();
    }

    private void WriteObject(Utf8JsonWriter writer, JsonElement value, JsonElement schema, string path, int depth)
    {
        _alternations = 0;
        SchemaReading.TryGetChild(schema, "properties", JsonValueKind.Object, out var properties);
        schema.TryGetProperty("additionalProperties", out var additional);
        writer.WriteStartObject();
        foreach (var property in value.EnumerateObject())
        {
            var isKnown = properties.ValueKind is JsonValueKind.Object && properties.TryGetProperty(property.Name, out _);
            if (!isKnown && additional.ValueKind is JsonValueKind.False)
            {
                Problem(Join(path, property.Name), () => "is not a property here");
                continue;
            }

            writer.WritePropertyName(property.Name);
            Write(writer, property.Value, isKnown ? properties.GetProperty(property.Name) : additional, Join(path, property.Name), depth + 1);
        }

        writer.WriteEndObject();
        foreach (var name in SchemaReading.Required(schema).Where(name => !value.TryGetProperty(name, out _)))
        {
            Problem(Join(path, name), () => "is missing");
        }
    }

    private static string Join(string path, string name) => $"{path}.{name}";

    private static void WriteAsIs(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    private void Mismatch(Utf8JsonWriter writer, JsonElement value, Func<string> expected, string path)
    {
        Problem(path, () => $"expected {expected()}, but got {Excerpt(value)}");
        writer.WriteNullValue();
    }

    private void Problem(string path, Func<string> problem)
    {
        const int MostThatHelp = 20;
        if (_problems.Count < MostThatHelp)
        {
            _problems.Add(_isAttempt ? "" : $"{path} {problem()}");
        }
    }

    private static string Excerpt(JsonElement value)
    {
        const int Longest = 80;
        var kind = value.ValueKind switch
        {
            JsonValueKind.Array => $"an array of {value.GetArrayLength()}",
            JsonValueKind.Object => "an object",
            _ => null,
        };
        if (kind is not null)
        {
            return kind;
        }

        var text = JsonValues.Show(value);
        return text.Length <= Longest ? text : $"{text[..Longest]}… ({text.Length} characters)";
    }
}
