using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Json;

/// <content>Making arrays and objects of what was read.</content>
internal sealed partial class JsonParser
{
    private const int LayoutCount = 16;

    /// <summary>The layouts of objects that were made, so that further objects with the same names in the same order need no look-up.</summary>
    private readonly Layout?[] _layouts = new Layout?[LayoutCount];

    private JsArray CloseArray()
    {
        int start = _levels[--_depth].ValueStart;
        int count = _valueCount - start;
        JsArray array = agent.Realm.NewArray(CopyValues(start, count));
        DropValues(start);
        return array;
    }

    private JsObject CloseObject()
    {
        Level level = _levels[--_depth];
        ReadOnlySpan<PropertyKey> keys = _keys.AsSpan(level.KeyStart, _keyCount - level.KeyStart);
        JsObject result = MakeObject(keys, level.ValueStart);
        DropValues(level.ValueStart);
        _keyCount = level.KeyStart;
        return result;
    }

    private JsObject MakeObject(ReadOnlySpan<PropertyKey> keys, int start)
    {
        ref Layout? known = ref _layouts[(keys[0].GetHashCode() ^ (keys.Length * 31)) & (LayoutCount - 1)];
        Shape? shape = known is not null && keys.SequenceEqual(known.Keys) ? known.Shape : null;
        if (shape is null && keys.Length <= Shape.MaxSharedProperties && AreDistinctNames(keys))
        {
            shape = agent.Realm.ShapeOf(Intrinsic.ObjectPrototype);
            foreach (PropertyKey key in keys)
            {
                shape = shape.Add(key.Cell!, PropertyAttributes.Data);
            }

            if (!shape.IsUnique)
            {
                known = new Layout(keys.ToArray(), shape);
            }
        }

        if (shape is not null)
        {
            agent.Meter.Allocate(ModelBytes.Object + ModelBytes.Values(keys.Length));
            return new JsObject(shape, CopyValues(start, keys.Length));
        }

        JsObject result = agent.Realm.NewObject();
        for (int i = 0; i < keys.Length; i++)
        {
            agent.Meter.Work(1);
            result.Put(keys[i], _values[start + i]);
        }

        return result;
    }

    /// <summary>Whether there is no index and no name twice.</summary>
    private static bool AreDistinctNames(ReadOnlySpan<PropertyKey> keys)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i].IsIndex)
            {
                return false;
            }

            for (int j = 0; j < i; j++)
            {
                if (ReferenceEquals(keys[i].Cell, keys[j].Cell))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private Value[] CopyValues(int start, int count)
    {
        agent.Meter.Work(count / 8);
        return _values.AsSpan(start, count).ToArray();
    }

    private void DropValues(int start)
    {
        _values.AsSpan(start, _valueCount - start).Clear();
        _valueCount = start;
    }

    private sealed record Layout(PropertyKey[] Keys, Shape Shape);
}
