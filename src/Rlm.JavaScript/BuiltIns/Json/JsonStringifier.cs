using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Json;

/// <summary>
/// Writes a value as JSON (SerializeJSONProperty and what it uses, ECMA-262 §25.5.2.2 to 6) with an explicit stack. <c>toJSON</c> methods and the replacer
/// are called as frames; plain data is written without any call.
/// </summary>
internal sealed partial class JsonStringifier : NativeFrame
{
    private const int InitialCapacity = 128;
    private const int InitialLevels = 4;
    private const long LevelBytes = 64;

    private readonly Agent _agent;
    private readonly TextBuilder _builder;
    private readonly JsFunction? _replacer;
    private readonly List<PropertyKey>? _propertyList;
    private readonly string _gap;
    private readonly Value _root;
    private Level[] _levels;
    private int _depth;

    /// <summary>The object that holds the root for the replacer.</summary>
    private JsObject? _wrapper;
    private Phase _phase;

    /// <summary>Whether it has waited for a call: until then what it holds is counted as held by the built-in that runs.</summary>
    private bool _hasWaited;

    public JsonStringifier(Agent agent, Value root, JsFunction? replacer, List<PropertyKey>? propertyList, string gap)
    {
        _agent = agent;
        agent.Meter.Allocate(LevelBytes * InitialLevels);
        _levels = new Level[InitialLevels];
        _builder = new TextBuilder(agent, InitialCapacity);
        _root = root;
        _replacer = replacer;
        _propertyList = propertyList;
        _gap = gap;
    }

    private enum Phase : byte
    {
        /// <summary>A value was read; it may have a <c>toJSON</c>.</summary>
        Read,

        /// <summary>After <c>toJSON</c>.</summary>
        Replace,

        /// <summary>After the replacer.</summary>
        Write,
    }

    public override bool Resume(Agent agent, ref Value value)
    {
        if (_depth == 0 && _phase == Phase.Read)
        {
            value = _root;
            if (_replacer is not null)
            {
                _wrapper = agent.Realm.NewObject();
                _wrapper.Put(Atoms.Empty, _root);
            }
        }

        while (true)
        {
            if (_phase == Phase.Read)
            {
                _phase = Phase.Replace;
                if (value.Reference is JsObject or JsBigInt && ToJson(value) is { } toJson && !agent.TryCall(toJson, value, [CurrentKey()], out value))
                {
                    _hasWaited = true;
                    return false;
                }
            }

            if (_phase == Phase.Replace)
            {
                _phase = Phase.Write;
                if (_replacer is not null && !agent.TryCall(_replacer, CurrentHolder(), [CurrentKey(), value], out value))
                {
                    _hasWaited = true;
                    return false;
                }
            }

            _phase = Phase.Read;
            if (!Write(value) && _depth == 0)
            {
                value = Value.Undefined;
                return true;
            }

            if (!TryAdvance(out value))
            {
                value = _builder.ToJsString();
                return true;
            }
        }
    }

    public override void Trace(Tracer tracer)
    {
        tracer.Visit(_root);
        tracer.Visit(_replacer);
        tracer.Visit(_wrapper);
        if (_hasWaited || !_agent.Meter.IsInNative)
        {
            _builder.Trace(tracer);
            tracer.Count((LevelBytes * _levels.Length) + (16L * (_propertyList?.Count ?? 0)));
        }

        for (int i = 0; i < _depth; i++)
        {
            tracer.Visit(_levels[i].Instance);
        }
    }

    /// <summary>Writes a value, or opens an object; false for what JSON leaves out.</summary>
    private bool Write(Value value)
    {
        if (value.Reference is JsPrimitiveObject boxed)
        {
            value = Unbox(boxed);
        }

        switch (value.Reference)
        {
            case null:
                BeginEntry();
                WriteNumber(value.Number);
                return true;
            case JsString text:
                BeginEntry();
                JsonText.AppendQuoted(_builder, text.Span);
                return true;
            case JsFunction:
                return WriteAbsent();
            case JsObject instance:
                BeginEntry();
                Open(instance);
                return true;
            case JsBigInt:
                throw _agent.TypeError("Do not know how to serialize a BigInt");
            case { Kind: CellKind.Null }:
                BeginEntry();
                _builder.Append("null");
                return true;
            case { Kind: CellKind.Boolean }:
                BeginEntry();
                _builder.Append(value.IsTrue ? "true" : "false");
                return true;
            default:
                return WriteAbsent();
        }
    }

    private Value Unbox(JsPrimitiveObject boxed) => boxed.Primitive.Reference switch
    {
        null => _agent.ToNumber(boxed),
        JsString => _agent.ToJsString(boxed),
        Symbol => boxed,
        _ => boxed.Primitive,
    };

    /// <summary>Undefined, functions and symbols: null in an array, nothing elsewhere.</summary>
    private bool WriteAbsent()
    {
        if (_depth == 0 || !_levels[_depth - 1].IsArray)
        {
            return false;
        }

        BeginEntry();
        _builder.Append("null");
        return true;
    }

    private void WriteNumber(double number)
    {
        if (!double.IsFinite(number))
        {
            _builder.Append("null");
            return;
        }

        NumberText.TryFormat(number, _builder.Reserve(NumberText.MaxLength), out int written);
        _builder.Advance(written);
    }

    /// <summary>Writes what stands between the entries, and the name of a property.</summary>
    private void BeginEntry()
    {
        if (_depth == 0)
        {
            return;
        }

        ref Level level = ref _levels[_depth - 1];
        if (level.HasEntries)
        {
            _builder.Append(',');
        }

        level.HasEntries = true;
        NewLine();
        if (!level.IsArray)
        {
            if (level.Key.Cell is Atom name)
            {
                JsonText.AppendQuoted(_builder, name.Text.Span);
            }
            else
            {
                _builder.Append('"');
                WriteNumber(level.Key.Index);
                _builder.Append('"');
            }

            _builder.Append(':');
            if (_gap.Length > 0)
            {
                _builder.Append(' ');
            }
        }
    }

    private void NewLine()
    {
        if (_gap.Length == 0)
        {
            return;
        }

        _builder.Append('\n');
        if (_gap[0] == ' ' && _gap.AsSpan().TrimStart(' ').IsEmpty)
        {
            int spaces = (int)Math.Min((long)_gap.Length * _depth, JsString.MaxLength);
            _agent.Meter.Work(spaces / 16);
            _builder.Reserve(spaces)[..spaces].Fill(' ');
            _builder.Advance(spaces);
            return;
        }

        _agent.Meter.Work(_depth);
        for (int i = 0; i < _depth; i++)
        {
            _builder.Append(_gap);
        }
    }

    private Value CurrentKey()
    {
        if (_depth == 0)
        {
            return Value.EmptyString;
        }

        ref Level level = ref _levels[_depth - 1];
        return level.IsArray ? new PropertyKey((uint)(level.Index - 1)).ToValue() : level.Key.ToValue();
    }

    private JsObject CurrentHolder() => _depth == 0 ? _wrapper! : _levels[_depth - 1].Instance;
}
