using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Json;

/// <content>The objects that are being written, from the outermost in.</content>
internal sealed partial class JsonStringifier
{
    /// <summary>Up to this depth a cycle is looked for by comparing with the open objects one by one.</summary>
    private const int LinearDepth = 32;

    private HashSet<JsObject>? _deep;

    /// <summary>A shared shape (of an object, of an array) on whose chain there was no <c>toJSON</c>, and when that was.</summary>
    private Shape? _objectWithout;
    private Shape? _arrayWithout;
    private uint _withoutEpoch;

    private JsFunction? ToJson(Value value)
    {
        if (value.Reference is not JsObject instance)
        {
            return _agent.GetV(value, Atoms.ToJson).Reference as JsFunction;
        }

        Shape shape = instance.Shape;
        if (_withoutEpoch == shape.Space.PrototypeEpoch && (ReferenceEquals(shape, _objectWithout) || ReferenceEquals(shape, _arrayWithout)))
        {
            return null;
        }

        if (_agent.FindProperty(instance, Atoms.ToJson, out Property property))
        {
            return (property.IsAccessor ? _agent.Get(instance, Atoms.ToJson) : property.Value).Reference as JsFunction;
        }

        if (!shape.IsUnique && instance is JsArray or { IsExotic: false, IsLazy: false })
        {
            if (_withoutEpoch != shape.Space.PrototypeEpoch)
            {
                _objectWithout = null;
                _arrayWithout = null;
                _withoutEpoch = shape.Space.PrototypeEpoch;
            }

            if (instance is JsArray)
            {
                _arrayWithout = shape;
            }
            else
            {
                _objectWithout = shape;
            }
        }

        return null;
    }

    private void Open(JsObject instance)
    {
        CheckCycle(instance);
        if (_depth == _levels.Length)
        {
            _agent.Meter.Allocate(LevelBytes * 2 * _levels.Length);
            Array.Resize(ref _levels, _levels.Length * 2);
        }

        var level = new Level { Instance = instance, IsArray = _agent.IsArray(instance) };
        if (level.IsArray)
        {
            level.Count = _agent.LengthOf(instance);
        }
        else if (_propertyList is not null)
        {
            level.Keys = _propertyList;
            level.Count = _propertyList.Count;
        }
        else if (instance.IsPlain)
        {
            level.Shape = instance.Shape;
            level.Count = instance.Shape.Count;
        }
        else
        {
            level.Keys = _agent.OwnKeys(instance);
            level.Keys.RemoveAll(key => key.IsSymbol || !instance.GetOwnProperty(key, out Property property) || !property.IsEnumerable);
            level.Count = level.Keys.Count;
        }

        _levels[_depth++] = level;
        _builder.Append(level.IsArray ? '[' : '{');
    }

    private void Close()
    {
        Level level = _levels[--_depth];
        _levels[_depth] = default;
        _deep?.Remove(level.Instance);
        if (level.HasEntries)
        {
            NewLine();
        }

        _builder.Append(level.IsArray ? ']' : '}');
    }

    /// <summary>Reads the next property of the innermost object, closing objects that have no more; false when all is written.</summary>
    private bool TryAdvance(out Value value)
    {
        while (_depth > 0)
        {
            ref Level level = ref _levels[_depth - 1];
            _agent.Meter.Work(1);
            if (level.Index >= level.Count)
            {
                Close();
            }
            else if (level.IsArray)
            {
                double index = level.Index++;
                value = level.Instance is JsArray array && array.TryGetDense((uint)index, out Value item) ? item : _agent.Get(level.Instance, (uint)index);
                return true;
            }
            else if (level.Shape is null)
            {
                level.Key = level.Keys![(int)level.Index++];
                value = _agent.Get(level.Instance, level.Key);
                return true;
            }
            else if (TryReadSlot(ref level, out value))
            {
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Reads the property in the next slot of a plain object. Should a call have changed the object meanwhile, it is asked by name.</summary>
    private bool TryReadSlot(ref Level level, out Value value)
    {
        int slot = (int)level.Index++;
        value = default;
        if (level.Shape!.KeyAt(slot, out PropertyAttributes attributes) is not Atom name || (attributes & PropertyAttributes.Enumerable) == 0)
        {
            return false;
        }

        level.Key = name;
        value = ReferenceEquals(level.Instance.Shape, level.Shape) && (attributes & PropertyAttributes.Accessor) == 0
            ? level.Instance.ValueAt(slot)
            : _agent.Get(level.Instance, name);
        return true;
    }

    private void CheckCycle(JsObject instance)
    {
        if (_deep is not null)
        {
            _agent.Meter.Allocate(32);
            if (!_deep.Add(instance))
            {
                throw CircularStructure(instance);
            }

            return;
        }

        for (int i = 0; i < _depth; i++)
        {
            if (ReferenceEquals(_levels[i].Instance, instance))
            {
                throw CircularStructure(instance);
            }
        }

        if (_depth == LinearDepth)
        {
            _deep = new HashSet<JsObject>(ReferenceEqualityComparer.Instance) { instance };
            for (int i = 0; i < _depth; i++)
            {
                _deep.Add(_levels[i].Instance);
            }
        }
    }

    /// <summary>The error for a cycle, with the way around it as V8 tells it: the first two steps, and the last.</summary>
    private GuestException CircularStructure(JsObject start)
    {
        int first = Array.FindIndex(_levels, level => ReferenceEquals(level.Instance, start));
        var lines = new List<string>
        {
            "Converting circular structure to JSON",
            $"    --> starting at object with constructor '{ConstructorName(start)}'",
        };
        for (int i = first + 1; i < _depth; i++)
        {
            if (i <= first + 2 || i == _depth - 1)
            {
                lines.Add($"    |     {Step(_levels[i - 1])} -> object with constructor '{ConstructorName(_levels[i].Instance)}'");
            }
            else if (i == first + 3)
            {
                lines.Add("    |     ...");
            }
        }

        lines.Add($"    --- {Step(_levels[_depth - 1])} closes the circle");
        return _agent.TypeError(string.Join('\n', lines));
    }

    private static string Step(Level level) => level switch
    {
        { IsArray: true } => $"index {Numerics.NumberText.ToText(level.Index - 1)}",
        { Key.Cell: Atom name } => $"property '{Agent.Quote(name.Text)}'",
        _ => $"property '{level.Key}'",
    };

    private string ConstructorName(JsObject instance) =>
        _agent.FindProperty(instance, Atoms.Constructor, out Property property) && property is { IsAccessor: false, Value.Reference: JsFunction { DisplayName.Length: > 0 } function }
            ? Agent.Quote(JsString.Create(function.DisplayName))
            : "Object";

    private struct Level
    {
        public JsObject Instance;

        /// <summary>The layout of a plain object when it was opened; its slots are the properties to write.</summary>
        public Shape? Shape;
        public List<PropertyKey>? Keys;
        public double Index;
        public double Count;

        /// <summary>The property being written; of an array the one before <see cref="Index"/>.</summary>
        public PropertyKey Key;
        public bool IsArray;
        public bool HasEntries;
    }
}
