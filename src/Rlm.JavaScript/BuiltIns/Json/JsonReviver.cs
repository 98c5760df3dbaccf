using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Json;

/// <summary>Calls the reviver of <c>JSON.parse</c> for every value, inner ones first: InternalizeJSONProperty, ECMA-262 §25.5.1.1, with an explicit stack.</summary>
internal sealed class JsonReviver(JsFunction reviver, JsObject root) : NativeFrame
{
    private readonly Stack<Level> _levels = new();
    private bool _isStarted;

    public override bool Resume(Agent agent, ref Value value)
    {
        if (!_isStarted)
        {
            _isStarted = true;
            if (!Enter(agent, root, Atoms.Empty, out value))
            {
                return false;
            }
        }

        while (true)
        {
            // Here the value is what the reviver made of a property.
            if (_levels.Count == 0)
            {
                return true;
            }

            Level level = _levels.Peek();
            Store(agent, level, value);
            if (!Advance(agent, out value))
            {
                return false;
            }
        }
    }

    public override void Trace(Tracer tracer)
    {
        tracer.Visit(reviver);
        tracer.Visit(root);
        foreach (Level level in _levels)
        {
            tracer.Visit(level.Holder);
            tracer.Count(80 + (16L * (level.Keys?.Count ?? 0)));
        }
    }

    /// <summary>Goes down from a property to the first value without inner ones, and calls the reviver for it.</summary>
    private bool Enter(Agent agent, JsObject holder, PropertyKey key, out Value result)
    {
        while (true)
        {
            agent.Meter.Work(1);
            Value value = agent.Get(holder, key);
            if (value.Reference is not JsObject inner)
            {
                return agent.TryCall(reviver, holder, [key.ToValue(), value], out result);
            }

            agent.Meter.Allocate(80);
            var level = new Level { Holder = inner, Outer = holder, OuterKey = key };
            if (agent.IsArray(value))
            {
                level.Count = agent.LengthOf(inner);
            }
            else
            {
                level.Keys = agent.OwnKeys(inner);
                level.Keys.RemoveAll(name => name.IsSymbol || !inner.GetOwnProperty(name, out Property property) || !property.IsEnumerable);
                level.Count = level.Keys.Count;
            }

            _levels.Push(level);
            if (level.Count == 0)
            {
                return Leave(agent, out result);
            }

            (holder, key) = (inner, level.Next());
        }
    }

    /// <summary>Goes on with the next property of the innermost object, or calls the reviver for the object itself.</summary>
    private bool Advance(Agent agent, out Value result)
    {
        Level level = _levels.Peek();
        level.Index++;
        return level.Index < level.Count ? Enter(agent, level.Holder, level.Next(), out result) : Leave(agent, out result);
    }

    private bool Leave(Agent agent, out Value result)
    {
        Level level = _levels.Pop();
        return agent.TryCall(reviver, level.Outer, [level.OuterKey.ToValue(), level.Holder], out result);
    }

    private static void Store(Agent agent, Level level, Value value)
    {
        if (value.IsUndefined)
        {
            level.Holder.DeleteOwnProperty(level.Current);
        }
        else
        {
            agent.DefineOwnProperty(level.Holder, level.Current, PropertyDescriptor.Data(value));
        }
    }

    private sealed class Level
    {
        public required JsObject Holder { get; init; }

        public required JsObject Outer { get; init; }

        public required PropertyKey OuterKey { get; init; }

        public List<PropertyKey>? Keys { get; set; }

        public double Count { get; set; }

        public double Index { get; set; }

        /// <summary>The property whose value is being made.</summary>
        public PropertyKey Current { get; private set; }

        public PropertyKey Next() => Current = Keys is null ? (uint)Index : Keys[(int)Index];
    }
}
