using System.Collections;
using System.Data;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rlm.Json;

namespace Rlm.Interpreters;

/// <summary>
/// Turns CLR values into the few kinds that an interpreter takes. Texts are passed by reference, objects are read property by property
/// through their JSON metadata: a large input never becomes one large JSON text. What comes out does not change when the input does later.
/// </summary>
/// <remarks>For one conversion at a time.</remarks>
internal sealed partial class InterpreterValues(JsonSerializerOptions serializerOptions)
{
    private const long MaxSafeInteger = (1L << 53) - 1;

    private readonly ScalarJson _scalars = new();

    /// <summary>The values around the one that is being converted, from the outermost.</summary>
    private readonly List<object> _path = [];

    /// <summary>The texts that are yet to be read. Null where nothing can wait for them.</summary>
    public List<PendingText>? Pending { get; init; }

    public string InputName { get; init; } = "";

    /// <exception cref="NotSupportedException">The value, or one in it, cannot be converted; the message says why.</exception>
    public object? From(object? value) => value switch
    {
        null or string or bool or double => value,
        int or short or byte or sbyte or ushort or uint => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        long number => Integer(number),
        ulong number => Integer(number),
        Int128 number => Integer((BigInteger)number),
        UInt128 number => Integer((BigInteger)number),
        BigInteger number => Integer(number),
        Half number => (double)number,
        float number => double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        decimal number => FromDecimal(number),
        _ when MetadataOf(value.GetType()) is { IsScalar: true } metadata => FromMetadata(value, metadata.TypeInfo),
        _ => FromOther(value),
    };

    private object? FromOther(object value)
    {
        switch (value)
        {
            case DBNull:
                return null;
            case ReadOnlyMemory<char> or Memory<char> or StringBuilder:
                return value.ToString();
            case JsonElement element:
                return element.ValueKind is JsonValueKind.Undefined ? null : FromElement(element);
            case JsonDocument document:
                return FromElement(document.RootElement);
            case JsonValue node:
                return From(node.GetValue<object>());
            case ISandboxValue own:
                return Within(own, () => From(Call(own.ToSandboxValue, () => $"'{own.GetType()}' could not give its value for the sandbox")));
            case FileInfo or TextReader or Stream:
                return ReadLater(value);
            case DataTable table:
                return Within(table, () => FromRows(table.Rows.Cast<DataRow>(), table.Columns, table.Rows.Count));
            case DataView view:
                return Within(view, () => FromRows(view.Cast<DataRowView>().Select(row => row.Row), view.Table!.Columns, view.Count));
            case DataSet set:
                return Within(set, () => FromPairs(set.Tables.Cast<DataTable>().Select(table => KeyValuePair.Create(table.TableName, (object?)table))));
            case DirectoryInfo directory:
                throw new NotSupportedException($"'{directory.FullName}' is a directory; give its files");
            case Task:
                throw new NotSupportedException("it is a task; await it first");
            default:
                return FromObject(value);
        }
    }

    private object? FromObject(object value)
    {
        if (PairsOf(value) is { } pairs)
        {
            return Within(value, () => FromPairs(pairs));
        }

        if (ItemsOf(value) is { } items)
        {
            return Within(value, () => FromItems(items, CountOf(value)));
        }

        if (MetadataOf(value.GetType()) is { Shape: null } metadata)
        {
            return FromMetadata(value, metadata.TypeInfo);
        }

        var record = new Column(1);
        Add(record, value);
        return record[0];
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

    private JsonElement FromElement(JsonElement element) =>
        IsDeeper(element, JsonValues.MaxDepth - _path.Count) ? throw TooDeep() : element;

    /// <summary>The parser of a caller may allow more depth than the sandbox.</summary>
    private static bool IsDeeper(JsonElement element, int levels)
    {
        if (element.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
        {
            return false;
        }

        if (levels == 0)
        {
            return true;
        }

        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (IsDeeper(item, levels - 1))
                {
                    return true;
                }
            }

            return false;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (IsDeeper(property.Value, levels - 1))
            {
                return true;
            }
        }

        return false;
    }

    private PendingText ReadLater(object source)
    {
        if (Pending is null)
        {
            throw new NotSupportedException($"a value of type '{source.GetType()}' can only be an input");
        }

        if (source is FileInfo file && !File.Exists(file.FullName))
        {
            throw new NotSupportedException($"the file '{file.FullName}' does not exist");
        }

        // What is given twice is read once: a reader would be at its end the second time.
        var pending = Pending.Find(candidate => candidate.Origin == source);
        if (pending is null)
        {
            pending = new PendingText(source, InputName);
            Pending.Add(pending);
        }

        return pending;
    }

    private T Within<T>(object container, Func<T> convert)
    {
        Enter(container);
        var converted = convert();
        Leave();
        return converted;
    }

    private void Enter(object container)
    {
        foreach (var outer in _path)
        {
            if (ReferenceEquals(outer, container))
            {
                throw new NotSupportedException($"it contains itself: a value of type '{container.GetType()}' is found within itself");
            }
        }

        if (_path.Count == JsonValues.MaxDepth)
        {
            throw TooDeep();
        }

        _path.Add(container);
    }

    private void Leave() => _path.RemoveAt(_path.Count - 1);

    private static NotSupportedException TooDeep() => new($"it nests deeper than {JsonValues.MaxDepth}");

    /// <summary>Calls what belongs to the caller and may throw anything.</summary>
    private static T Call<T>(Func<T> call, Func<string> failure)
    {
        try
        {
            return call();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new NotSupportedException($"{failure()}: {exception.Message}", exception);
        }
    }
}
