using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Rlm.JavaScript;

/// <summary>
/// A value that crosses the border of a session, in either direction: a copy that shares nothing with the objects of the guest,
/// apart from the characters of strings. The default value is <see cref="Undefined"/>.
/// </summary>
public readonly struct JavaScriptValue
{
    private readonly object? _content;
    private readonly double _number;

    private JavaScriptValue(JavaScriptValueKind kind, object? content = null, double number = 0)
    {
        Kind = kind;
        _content = content;
        _number = number;
    }

    /// <summary>Gets <c>undefined</c>.</summary>
    public static JavaScriptValue Undefined => default;

    /// <summary>Gets <c>null</c>.</summary>
    public static JavaScriptValue Null => new(JavaScriptValueKind.Null);

    /// <summary>Gets what the value is.</summary>
    public JavaScriptValueKind Kind { get; }

    /// <summary>Gets a value indicating whether the value is <c>undefined</c> or <c>null</c>.</summary>
    public bool IsNullish => Kind is JavaScriptValueKind.Undefined or JavaScriptValueKind.Null;

    /// <summary>Gets the elements of an array.</summary>
    /// <exception cref="InvalidOperationException">The value is no array.</exception>
    public IReadOnlyList<JavaScriptValue> Items =>
        Kind == JavaScriptValueKind.Array ? (IReadOnlyList<JavaScriptValue>)_content! : throw Wrong(JavaScriptValueKind.Array);

    /// <summary>Gets the properties of an object, in order.</summary>
    /// <exception cref="InvalidOperationException">The value is no object.</exception>
    public IReadOnlyList<KeyValuePair<string, JavaScriptValue>> Properties =>
        Kind == JavaScriptValueKind.Object ? (IReadOnlyList<KeyValuePair<string, JavaScriptValue>>)_content! : throw Wrong(JavaScriptValueKind.Object);

    /// <summary>Gets a property of an object; <see cref="Undefined"/> where it has none of that name.</summary>
    /// <param name="name">The name, case-sensitive.</param>
    /// <exception cref="InvalidOperationException">The value is no object.</exception>
    public JavaScriptValue this[string name]
    {
        get
        {
            foreach ((string key, JavaScriptValue value) in Properties)
            {
                if (key == name)
                {
                    return value;
                }
            }

            return Undefined;
        }
    }

    /// <summary>Makes a string; null makes <see cref="Null"/>. The characters are shared, not copied.</summary>
    public static implicit operator JavaScriptValue(string? text) => FromString(text);

    /// <summary>Makes a number.</summary>
    public static implicit operator JavaScriptValue(double number) => FromNumber(number);

    /// <summary>Makes a boolean.</summary>
    public static implicit operator JavaScriptValue(bool value) => FromBoolean(value);

    /// <summary>Makes a string; null makes <see cref="Null"/>. The characters are shared, not copied.</summary>
    public static JavaScriptValue FromString(string? text) => text is null ? Null : new(JavaScriptValueKind.String, text);

    /// <summary>Makes a number.</summary>
    public static JavaScriptValue FromNumber(double number) => new(JavaScriptValueKind.Number, number: number);

    /// <summary>Makes a boolean.</summary>
    public static JavaScriptValue FromBoolean(bool value) => new(JavaScriptValueKind.Boolean, number: value ? 1 : 0);

    /// <summary>Makes an integer of any size: a number where it fits exactly (up to 2^53), else a BigInt.</summary>
    public static JavaScriptValue FromInteger(BigInteger value)
    {
        BigInteger limit = BigInteger.One << 53;
        return value >= -limit && value <= limit ? FromNumber((double)value) : FromBigInt(value);
    }

    /// <summary>Makes a BigInt.</summary>
    public static JavaScriptValue FromBigInt(BigInteger value) => new(JavaScriptValueKind.BigInt, value);

    /// <summary>Makes an array. The list is read when the value enters a session; it may make its elements on the way.</summary>
    public static JavaScriptValue FromArray(IReadOnlyList<JavaScriptValue> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(JavaScriptValueKind.Array, items);
    }

    /// <summary>Makes an object. Of properties with the same name the last one counts.</summary>
    public static JavaScriptValue FromObject(IReadOnlyList<KeyValuePair<string, JavaScriptValue>> properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        return new(JavaScriptValueKind.Object, properties);
    }

    /// <summary>Makes a value of JSON. Integers beyond 2^53 become BigInts, so that they stay exact.</summary>
    public static JavaScriptValue FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => Null,
        JsonValueKind.True => FromBoolean(true),
        JsonValueKind.False => FromBoolean(false),
        JsonValueKind.String => FromString(json.GetString()),
        JsonValueKind.Number => FromJsonNumber(json),
        JsonValueKind.Array => FromArray([.. json.EnumerateArray().Select(FromJson)]),
        JsonValueKind.Object => FromObject([.. json.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, FromJson(property.Value)))]),
        _ => Undefined,
    };

    /// <summary>Gets the boolean.</summary>
    /// <exception cref="InvalidOperationException">The value is no boolean.</exception>
    public bool AsBoolean() => Kind == JavaScriptValueKind.Boolean ? _number != 0 : throw Wrong(JavaScriptValueKind.Boolean);

    /// <summary>Gets the number.</summary>
    /// <exception cref="InvalidOperationException">The value is no number.</exception>
    public double AsNumber() => Kind == JavaScriptValueKind.Number ? _number : throw Wrong(JavaScriptValueKind.Number);

    /// <summary>Gets the integer of any size.</summary>
    /// <exception cref="InvalidOperationException">The value is no BigInt.</exception>
    public BigInteger AsBigInteger() => Kind == JavaScriptValueKind.BigInt ? (BigInteger)_content! : throw Wrong(JavaScriptValueKind.BigInt);

    /// <summary>Gets the text.</summary>
    /// <exception cref="InvalidOperationException">The value is no string.</exception>
    public string AsString() => Kind == JavaScriptValueKind.String ? (string)_content! : throw Wrong(JavaScriptValueKind.String);

    /// <summary>
    /// Writes the value as JSON. <c>undefined</c>, NaN and the infinities become <c>null</c>; a BigInt becomes a JSON number with all its digits.
    /// </summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (Kind)
        {
            case JavaScriptValueKind.Boolean:
                writer.WriteBooleanValue(AsBoolean());
                break;
            case JavaScriptValueKind.Number when double.IsFinite(_number):
                writer.WriteRawValue(Numerics.NumberText.ToText(_number));
                break;
            case JavaScriptValueKind.BigInt:
                writer.WriteRawValue(AsBigInteger().ToString(CultureInfo.InvariantCulture));
                break;
            case JavaScriptValueKind.String:
                writer.WriteStringValue(AsString());
                break;
            case JavaScriptValueKind.Array:
                writer.WriteStartArray();
                foreach (JavaScriptValue item in Items)
                {
                    item.WriteTo(writer);
                }

                writer.WriteEndArray();
                break;
            case JavaScriptValueKind.Object:
                writer.WriteStartObject();
                foreach ((string name, JavaScriptValue value) in Properties)
                {
                    writer.WritePropertyName(name);
                    value.WriteTo(writer);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    /// <summary>Gets the value as JSON text; see <see cref="WriteTo"/>.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <summary>Gets a text itself, and all else as JSON.</summary>
    public override string ToString() => Kind switch
    {
        JavaScriptValueKind.String => AsString(),
        JavaScriptValueKind.Undefined => "undefined",
        _ => ToJson(),
    };

    private static JavaScriptValue FromJsonNumber(JsonElement json)
    {
        string text = json.GetRawText();
        return BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger integer)
            ? text.StartsWith("-0", StringComparison.Ordinal) ? FromNumber(json.GetDouble()) : FromInteger(integer)
            : FromNumber(json.GetDouble());
    }

    private InvalidOperationException Wrong(JavaScriptValueKind expected) => new($"The value is {Kind}, not {expected}.");
}
