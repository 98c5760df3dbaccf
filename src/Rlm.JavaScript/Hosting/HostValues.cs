using System.Runtime.CompilerServices;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Hosting;

/// <summary>Copies values across the border. Towards the host no guest code runs: no getter, no <c>toJSON</c>, no <c>toString</c>.</summary>
internal sealed class HostValues(Agent agent, int maxSize)
{
    /// <summary>How deep values may nest that cross the border.</summary>
    private const int MaxDepth = 200;

    /// <summary>What a copied value takes in the array or list that holds it.</summary>
    private const int BytesPerValue = 32;

    private readonly List<JsObject> _path = [];
    private readonly List<string> _texts = [];
    private long _size;

    /// <summary>The longer texts in what was copied to the host; they may be the guest's own, as one that stands in memory in one piece is not copied.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The size of all else that was copied, in model bytes.</summary>
    public long OtherBytes { get; private set; }

    /// <summary>Copies a host value into the session.</summary>
    public static Value ToGuest(Agent agent, in JavaScriptValue value) => ToGuest(agent, value, depth: 0);

    /// <summary>Copies a guest value out; a guest TypeError or RangeError where it is cyclic, too deep or too large. The copy counts as held while it is made.</summary>
    public JavaScriptValue ToHost(in Value value)
    {
        Meter meter = agent.Meter;
        long outer = meter.EnterNative();
        try
        {
            return Copy(value);
        }
        finally
        {
            meter.LeaveNative(outer);
        }
    }

    private JavaScriptValue Copy(in Value value)
    {
        switch (value.Reference)
        {
            case null:
                Count(1);
                return value.Number;
            case JsString text:
                Count(1);
                return CopyText(text);
            case JsBigInt big:
                Count(1);
                Measure(big.BitLength / 16);
                return JavaScriptValue.FromBigInt(big.Value);
            case JsObject instance:
                return Copy(instance);
            case { Kind: CellKind.Null }:
                Count(1);
                return JavaScriptValue.Null;
            case { Kind: CellKind.Boolean }:
                Count(1);
                return value.IsTrue;
            default:
                Count(1);
                return JavaScriptValue.Undefined;
        }
    }

    private static Value ToGuest(Agent agent, in JavaScriptValue value, int depth)
    {
        switch (value.Kind)
        {
            case JavaScriptValueKind.Null:
                return Value.Null;
            case JavaScriptValueKind.Boolean:
                return value.AsBoolean();
            case JavaScriptValueKind.Number:
                return value.AsNumber();
            case JavaScriptValueKind.BigInt:
                return agent.NewBigInt(value.AsBigInteger());
            case JavaScriptValueKind.String:
                string text = value.AsString();
                agent.Meter.Allocate(JsString.FlatBytes(text.Length));
                return Value.FromString(text);
            case JavaScriptValueKind.Array:
                CheckDepth(depth);
                IReadOnlyList<JavaScriptValue> items = value.Items;
                JsArray array = agent.Realm.NewArray(items.Count);
                foreach (JavaScriptValue item in items)
                {
                    agent.Meter.Work(1);
                    array.Append(ToGuest(agent, item, depth + 1));
                }

                return array;
            case JavaScriptValueKind.Object:
                CheckDepth(depth);
                JsObject instance = agent.Realm.NewObject();
                IReadOnlyList<KeyValuePair<string, JavaScriptValue>> properties = value.Properties;
                for (int i = 0; i < properties.Count; i++)
                {
                    (string name, JavaScriptValue property) = properties[i];
                    agent.Meter.Work(1);
                    instance.Put(agent.Realm.Key(name), ToGuest(agent, property, depth + 1));
                }

                return instance;
            default:
                return Value.Undefined;
        }
    }

    private static void CheckDepth(int depth)
    {
        if (depth >= MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ArgumentException($"The value nests deeper than {MaxDepth} levels.");
        }
    }

    private void Count(long size)
    {
        Measure(size);
        agent.Meter.Work(1);
        agent.Meter.Allocate(BytesPerValue * size);
        OtherBytes += BytesPerValue * size;
    }

    private void Measure(long size)
    {
        _size += size;
        if (_size > maxSize)
        {
            throw agent.RangeError($"The value is too large to hand to the host: more than {maxSize} characters and values. Hand over less.");
        }
    }

    private JavaScriptValue Copy(JsObject instance)
    {
        instance = ProxyLink.Innermost(instance) ?? throw agent.TypeError("A revoked proxy cannot be handed to the host.");
        if (_path.Contains(instance))
        {
            throw agent.TypeError("A value that contains itself cannot be handed to the host. Hand over a copy without the cycle.");
        }

        if (_path.Count >= MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw agent.RangeError($"The value nests deeper than {MaxDepth} levels, which is too deep to hand to the host.");
        }

        Count(1);
        _path.Add(instance);
        JavaScriptValue result = instance switch
        {
            JsArray array => Copy(array),
            JsMap map => Copy(map),
            JsSet set => Copy(set),
            JsPrimitiveObject primitive => Copy(primitive.Primitive),
            JsError error => CopyError(error),
            JsDate date => double.IsNaN(date.Time) ? JavaScriptValue.Null : JavaScriptValue.FromString(DateText.ToIsoText(date.Time)),
            JsTypedArray array => ToHost(array),
            JsArrayBuffer buffer => ToHost(buffer.Bytes),
            JsDataView view => ToHost(view.IsOutOfBounds ? [] : view.Buffer.Bytes.AsSpan(view.ByteOffset, view.Length)),
            JsFunction => JavaScriptValue.Undefined,
            _ => CopyProperties(instance),
        };
        _path.RemoveAt(_path.Count - 1);
        return result;
    }

    private JavaScriptValue Copy(JsArray array)
    {
        Count(array.Length);
        var items = new JavaScriptValue[array.Length];
        for (uint i = 0; i < items.Length; i++)
        {
            if (array.GetOwnProperty(i, out Property element) && !element.IsAccessor)
            {
                items[i] = Copy(element.Value);
            }
        }

        return JavaScriptValue.FromArray(items);
    }

    private JavaScriptValue ToHost(JsTypedArray array)
    {
        Count(array.Length);
        agent.Meter.Work(array.Length);
        var items = new JavaScriptValue[array.Length];
        for (int i = 0; i < items.Length; i++)
        {
            array.TryGetElement((uint)i, out Value element);
            items[i] = element.Reference is JsBigInt big ? JavaScriptValue.FromBigInt(big.Value) : element.Number;
        }

        return JavaScriptValue.FromArray(items);
    }

    private JavaScriptValue ToHost(ReadOnlySpan<byte> bytes)
    {
        Count(bytes.Length);
        agent.Meter.Work(bytes.Length);
        var items = new JavaScriptValue[bytes.Length];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = bytes[i];
        }

        return JavaScriptValue.FromArray(items);
    }

    /// <summary>A Map whose keys are all strings becomes an object, any other a list of pairs.</summary>
    private JavaScriptValue Copy(JsMap map)
    {
        var pairs = new List<(Value Key, Value Value)>();
        long cursor = 0;
        bool hasOtherKeys = false;
        while (map.Table.MoveNext(ref cursor, out Value key, out Value value))
        {
            Count(1);
            pairs.Add((key, value));
            hasOtherKeys |= !key.IsString;
        }

        return hasOtherKeys
            ? JavaScriptValue.FromArray([.. pairs.Select(pair => JavaScriptValue.FromArray([Copy(pair.Key), Copy(pair.Value)]))])
            : JavaScriptValue.FromObject([.. pairs.Select(pair => KeyValuePair.Create(CopyText(pair.Key.AsString()), Copy(pair.Value)))]);
    }

    private JavaScriptValue Copy(JsSet set)
    {
        var items = new List<JavaScriptValue>();
        long cursor = 0;
        while (set.Table.MoveNext(ref cursor, out Value key, out _))
        {
            items.Add(Copy(key));
        }

        return JavaScriptValue.FromArray(items);
    }

    private string CopyText(JsString text)
    {
        Measure(text.Length);
        agent.Meter.Copy(text.Length);
        string copy = text.ToString();
        if (copy.Length >= Tracer.LeastShared)
        {
            _texts.Add(copy);
        }
        else
        {
            OtherBytes += JsString.FlatBytes(copy.Length);
        }

        return copy;
    }

    private JavaScriptValue CopyError(JsError error)
    {
        (string name, string message) = GuestErrors.Read(error);
        return JavaScriptValue.FromObject([KeyValuePair.Create<string, JavaScriptValue>("name", name), KeyValuePair.Create<string, JavaScriptValue>("message", message)]);
    }

    private JavaScriptValue CopyProperties(JsObject instance)
    {
        var properties = new List<KeyValuePair<string, JavaScriptValue>>();
        foreach (PropertyKey key in agent.OwnKeys(instance))
        {
            if (!key.IsSymbol && instance.GetOwnProperty(key, out Property property) && property is { IsEnumerable: true, IsAccessor: false } && !property.Value.IsCallable)
            {
                properties.Add(KeyValuePair.Create(key.Cell is Atom name ? CopyText(name.Text) : key.ToString(), Copy(property.Value)));
            }
        }

        return JavaScriptValue.FromObject(properties);
    }
}
