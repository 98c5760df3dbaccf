using System.Collections;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Rlm.JavaScript;

namespace Rlm.Interpreters;

/// <summary>
/// Values of the kinds that <see cref="InterpreterVariable"/> lists become those of the session. Collections are converted while the session
/// reads them, so that nothing large is made twice.
/// </summary>
internal sealed partial class JavaScriptInterpreter
{
    private static JavaScriptValue ToGuest(object? value) => value switch
    {
        null => JavaScriptValue.Null,
        string text => text,
        bool truth => truth,
        double number => number,
        BigInteger integer => JavaScriptValue.FromInteger(integer),
        JsonElement json => JsonToGuest(json),
        Column column => JavaScriptValue.FromArray(new GuestColumn(column)),
        Record record => RecordToGuest(record.Table, record.Row),
        IReadOnlyDictionary<string, object?> properties => PairsToGuest(properties),
        IReadOnlyList<object?> items => JavaScriptValue.FromArray(new GuestItems<object?>(items.Count, items, ToGuest)),
        _ => throw new ArgumentException($"A value of type '{value.GetType()}' cannot be given to the interpreter."),
    };

    /// <summary>The bytes that a value takes at most in the session: the memory limit is for what the code makes, not for the inputs.</summary>
    private static long SizeOf(object? value) => value switch
    {
        string text => Size.Of(text),
        JsonElement json => SizeOf(json),
        Column column => SizeOf(column),
        Record record => SizeOf((IReadOnlyDictionary<string, object?>)record),
        IReadOnlyDictionary<string, object?> properties => SizeOf(properties),
        IReadOnlyList<object?> items => Size.Container + items.Sum(SizeOf),
        _ => Size.Slot,
    };

    private static JavaScriptValue JsonToGuest(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => JavaScriptValue.FromArray(new GuestItems<JsonElement>(json.GetArrayLength(), json.EnumerateArray(), JsonToGuest)),
        JsonValueKind.Object => JavaScriptValue.FromObject([.. json.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, JsonToGuest(property.Value)))]),
        _ => JavaScriptValue.FromJson(json),
    };

    private static JavaScriptValue RecordToGuest(RecordTable table, int row) =>
        table.HasAbsent ? PairsToGuest(new Record(table, row)) : JavaScriptValue.FromObject(new GuestRecord(table, row));

    private static JavaScriptValue PairsToGuest(IReadOnlyDictionary<string, object?> properties) =>
        JavaScriptValue.FromObject([.. properties.Select(property => KeyValuePair.Create(property.Key, ToGuest(property.Value)))]);

    private static JavaScriptValue At(Column column, int index) =>
        column.Rows is { } rows ? RecordToGuest(rows, index) : column.Numbers is { Length: > 0 } numbers ? numbers[index] : ToGuest(column[index]);

    private static long SizeOf(IReadOnlyDictionary<string, object?> properties) =>
        Size.Container + properties.Sum(property => Size.Slot + (2L * property.Key.Length) + SizeOf(property.Value));

    private static long SizeOf(Column column)
    {
        if (column.Numbers.Length > 0)
        {
            return Size.Container + ((long)Size.Slot * column.Count);
        }

        if (column.Rows is not { } rows)
        {
            return Size.Container + column.Sum(SizeOf);
        }

        var record = Size.Container + rows.Shape.Names.Sum(name => Size.Slot + (2L * name.Length));
        return Size.Container + (record * rows.Count) + rows.Columns.Sum(SizeOf);
    }

    private static long SizeOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => Size.Container + json.EnumerateArray().Sum(SizeOf),
        JsonValueKind.Object => Size.Container + json.EnumerateObject().Sum(property => Size.Slot + (2L * property.Name.Length) + SizeOf(property.Value)),
        JsonValueKind.String or JsonValueKind.Number => Size.Slot + (2L * JsonMarshal.GetRawUtf8Value(json).Length),
        _ => Size.Slot,
    };

    private static class Size
    {
        public const int Slot = 48;
        public const int Container = 160;

        public static long Of(string text) => Slot + (2L * text.Length);
    }

    /// <summary>A sequence that is converted item by item.</summary>
    private sealed class GuestItems<T>(int count, IEnumerable<T> items, Func<T, JavaScriptValue> convert) : IReadOnlyList<JavaScriptValue>
    {
        public int Count => count;

        public JavaScriptValue this[int index] => convert(items.ElementAt(index));

        public IEnumerator<JavaScriptValue> GetEnumerator() => items.Select(convert).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class GuestColumn(Column column) : IReadOnlyList<JavaScriptValue>
    {
        public int Count => column.Count;

        public JavaScriptValue this[int index] => At(column, index);

        public IEnumerator<JavaScriptValue> GetEnumerator()
        {
            for (var i = 0; i < column.Count; i++)
            {
                yield return At(column, i);
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class GuestRecord(RecordTable table, int row) : IReadOnlyList<KeyValuePair<string, JavaScriptValue>>
    {
        public int Count => table.Columns.Length;

        public KeyValuePair<string, JavaScriptValue> this[int index] => KeyValuePair.Create(table.Shape.Names[index], At(table.Columns[index], row));

        public IEnumerator<KeyValuePair<string, JavaScriptValue>> GetEnumerator()
        {
            for (var i = 0; i < Count; i++)
            {
                yield return this[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
