using System.Collections;
using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Rlm.Json;

namespace Rlm.Interpreters;

/// <summary>Lists, dictionaries, tables and objects.</summary>
internal sealed partial class InterpreterValues
{
    /// <summary>Dictionaries in a list are kept by column where they have few keys and mostly the same; else each by itself.</summary>
    private const int MostKeysOfRecords = 64;

    private const int MostShapesOfRecords = 8;

    /// <summary>What a collection says of its size is believed up to here.</summary>
    private const int LargestFirstCapacity = 1 << 24;

    /// <summary>The named values of a dictionary; null where it is none.</summary>
    private IEnumerable<KeyValuePair<string, object?>>? PairsOf(object value) => value switch
    {
        IReadOnlyDictionary<string, object?> pairs => Guarded(pairs),
        JsonObject pairs => Guarded(pairs.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value))),
        IDictionary<string, object?> pairs => Guarded(pairs),
        IDictionary pairs => Guarded(Entries(pairs)),
        _ => null,
    };

    private IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary pairs)
    {
        var enumerator = pairs.GetEnumerator();
        using (enumerator as IDisposable)
        {
            while (enumerator.MoveNext())
            {
                yield return KeyValuePair.Create(KeyText(enumerator.Key), enumerator.Value);
            }
        }
    }

    /// <summary>A key is written as a value of its type would be, so that dates and enums look alike in both places.</summary>
    private string KeyText(object key) => key as string ?? From(key) as string ?? Convert.ToString(key, CultureInfo.InvariantCulture) ?? "";

    /// <summary>The items of a sequence; null where it is none, or where its metadata says that JSON makes something else of it.</summary>
    private IEnumerable<object?>? ItemsOf(object value)
    {
        switch (value)
        {
            case byte[]:
                return null;
            case Array { Rank: > 1 }:
                throw new NotSupportedException("an array of more than one dimension has no JSON form; use an array of arrays");
            case ITuple tuple when value is ValueType:
                return Enumerable.Range(0, tuple.Length).Select(index => tuple[index]);
            case IEnumerable items when value is IList or JsonArray || MetadataOf(value.GetType()).TypeInfo is null or { Kind: JsonTypeInfoKind.Enumerable }:
                return Guarded(items.Cast<object?>());
            default:
                return null;
        }
    }

    private static int CountOf(object items) =>
        items is ICollection collection ? Math.Clamp(Call(() => collection.Count, () => Failure(items)), 0, LargestFirstCapacity) : 0;

    private Dictionary<string, object?> FromPairs(IEnumerable<KeyValuePair<string, object?>> pairs)
    {
        var converted = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, item) in pairs)
        {
            var value = From(item);
            converted[key] = value;
            if (value is PendingText pending)
            {
                pending.Placed += text => converted[key] = text;
            }
        }

        return converted;
    }

    private Column FromItems(IEnumerable<object?> items, int count)
    {
        var column = new Column(count);
        foreach (var item in items)
        {
            Add(column, item);
        }

        return column;
    }

    private Column FromRows(IEnumerable<DataRow> rows, DataColumnCollection columns, int count)
    {
        var shape = new RecordShape([.. columns.Cast<DataColumn>().Select(column => column.ColumnName)]);
        var converted = new Column(count);
        foreach (var row in rows)
        {
            if (row.RowState is DataRowState.Deleted or DataRowState.Detached)
            {
                continue;
            }

            var table = converted.AddRecord(shape);
            for (var i = 0; i < table.Columns.Length; i++)
            {
                Add(table.Columns[i], row[i]);
            }
        }

        return converted;
    }

    /// <summary>Converts an item to where it belongs: objects of one type are kept by column.</summary>
    private void Add(Column column, object? item)
    {
        if (item is null or string or double || item.GetType().IsPrimitive)
        {
            column.Add(From(item));
        }
        else if (MetadataOf(item.GetType()).Shape is { } shape)
        {
            AddRecord(column, item, shape);
        }
        else if (item is not ISandboxValue && PairsOf(item) is { } pairs)
        {
            AddPairs(column, item, pairs);
        }
        else
        {
            column.Add(From(item));
        }
    }

    private void AddRecord(Column column, object item, RecordShape shape)
    {
        Enter(item);
        var table = column.AddRecord(shape);
        for (var i = 0; i < shape.Properties.Length; i++)
        {
            var property = shape.Properties[i];
            var value = Read(item, property);
            if (property.ShouldSerialize?.Invoke(item, value) ?? true)
            {
                Add(table.Columns[i], value);
            }
            else
            {
                table.Columns[i].Add(RecordTable.Absent);
                table.HasAbsent = true;
            }
        }

        Leave();
    }

    private void AddPairs(Column column, object item, IEnumerable<KeyValuePair<string, object?>> pairs)
    {
        var given = pairs.ToList();
        var shape = column.Tables.FirstOrDefault(table => HasNames(table.Shape, given))?.Shape;
        if (shape is null && (given.Count > MostKeysOfRecords || column.Tables.Count >= MostShapesOfRecords || HasEqualNames(given)))
        {
            column.Add(Within(item, () => FromPairs(given)));
            return;
        }

        Enter(item);
        var table = column.AddRecord(shape ?? new RecordShape([.. given.Select(pair => pair.Key)]));
        for (var i = 0; i < given.Count; i++)
        {
            Add(table.Columns[i], given[i].Value);
        }

        Leave();
    }

    private static bool HasEqualNames(List<KeyValuePair<string, object?>> pairs) =>
        pairs.Select(pair => pair.Key).Distinct(StringComparer.Ordinal).Count() < pairs.Count;

    private static bool HasNames(RecordShape shape, List<KeyValuePair<string, object?>> pairs)
    {
        if (shape.Names.Length != pairs.Count || shape.Properties.Length > 0)
        {
            return false;
        }

        for (var i = 0; i < pairs.Count; i++)
        {
            if (shape.Names[i] != pairs[i].Key)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads a sequence of the caller, which may throw anything.</summary>
    private static IEnumerable<T> Guarded<T>(IEnumerable<T> items)
    {
        using var enumerator = Call(items.GetEnumerator, () => Failure(items));
        while (true)
        {
            T item;
            try
            {
                if (!enumerator.MoveNext())
                {
                    yield break;
                }

                item = enumerator.Current;
            }
            catch (Exception exception) when (exception is not (OutOfMemoryException or NotSupportedException))
            {
                throw new NotSupportedException($"{Failure(items)}: {exception.Message}", exception);
            }

            yield return item;
        }
    }

    private static string Failure(object items) => $"the items of '{items.GetType()}' could not be read";
}
