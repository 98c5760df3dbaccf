using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <content>Reading and assigning. The traps run as frames where the dispatch loop reads or assigns, so they may wait for the host.</content>
internal sealed partial class ProxyLink
{
    /// <summary>[[Get]]: the value, or <see cref="Agent.Pending"/>.</summary>
    public Value Get(PropertyKey key, Value receiver)
    {
        ProxyLink link = this;
        while (true)
        {
            ProxyTrap trap = link.Find(Atoms.Get, "get");
            if (trap.Function is not null)
            {
                return agent.Start(new GetFrame(trap, key, receiver));
            }

            if (!agent.FindProperty(trap.Target, key, out Property property))
            {
                return Value.Undefined;
            }

            if (!property.IsAccessor)
            {
                return property.Value;
            }

            switch (property.Accessor.Getter)
            {
                case null:
                    return Value.Undefined;
                case ProxyAccess further:
                    link = further.Link;
                    break;
                case { } getter:
                    return agent.TryCall(getter, receiver, [], out Value result) ? result : Agent.Pending;
            }
        }
    }

    /// <summary>[[Set]] on the CLR stack; false where the assignment is refused.</summary>
    public bool TrySet(PropertyKey key, Value value, Value receiver)
    {
        ProxyTrap trap = Find(Atoms.Set, "set");
        if (trap.Function is null)
        {
            return agent.TrySet(trap.Target, key, value, receiver);
        }

        bool isSet = agent.Call(trap.Function, trap.Handler, [trap.Target, key.ToValue(), value, receiver]).ToBoolean();
        if (isSet)
        {
            CheckSet(agent, trap, key, value);
        }

        return isSet;
    }

    /// <summary>[[Set]] for strict code: a TypeError where the assignment is refused. Undefined, or <see cref="Agent.Pending"/>.</summary>
    public Value Set(PropertyKey key, Value value, Value receiver)
    {
        ProxyLink link = this;
        while (true)
        {
            ProxyTrap trap = link.Find(Atoms.Set, "set");
            if (trap.Function is not null)
            {
                return agent.Start(new SetFrame(trap, key, value, receiver));
            }

            if (agent.FindProperty(trap.Target, key, out Property property) && property.IsAccessor)
            {
                if (property.Accessor.Setter is ProxyAccess further)
                {
                    link = further.Link;
                    continue;
                }

                if (property.Accessor.Setter is { } setter)
                {
                    return agent.TryCall(setter, receiver, [value], out _) ? Value.Undefined : Agent.Pending;
                }
            }

            return agent.TrySet(trap.Target, key, value, receiver) ? Value.Undefined : throw agent.RefusedAssignment(trap.Target, key);
        }
    }

    private static void CheckGet(Agent agent, ProxyTrap trap, PropertyKey key, Value given)
    {
        if (!trap.Target.GetOwnProperty(key, out Property current) || current.IsConfigurable)
        {
            return;
        }

        if (current.IsAccessor)
        {
            if (current.Accessor.Getter is null && !given.IsUndefined)
            {
                throw agent.TypeError(
                    $"'get' on proxy: property '{Agent.Shown(key)}' is a non-configurable accessor property on the proxy target and does not have a getter function, "
                    + $"but the trap did not return 'undefined' (got '{Agent.Describe(given)}')");
            }
        }
        else if (!current.IsWritable && !Value.SameValue(given, current.Value))
        {
            throw agent.TypeError(
                $"'get' on proxy: property '{Agent.Shown(key)}' is a read-only and non-configurable data property on the proxy target "
                + $"but the proxy did not return its actual value (expected '{Agent.Describe(current.Value)}' but got '{Agent.Describe(given)}')");
        }
    }

    private static void CheckSet(Agent agent, ProxyTrap trap, PropertyKey key, Value value)
    {
        if (!trap.Target.GetOwnProperty(key, out Property current) || current.IsConfigurable)
        {
            return;
        }

        if (current.IsAccessor ? current.Accessor.Setter is null : !current.IsWritable && !Value.SameValue(value, current.Value))
        {
            string kind = current.IsAccessor ? "non-configurable and non-writable accessor property without a setter" : "non-configurable and non-writable data property with a different value";
            throw agent.TypeError($"'set' on proxy: trap returned truish for property '{Agent.Shown(key)}' which exists in the proxy target as a {kind}");
        }
    }

    private sealed class GetFrame(ProxyTrap trap, PropertyKey key, Value receiver) : NativeFrame
    {
        private bool _isCalled;

        public override bool Resume(Agent agent, ref Value value)
        {
            if (!_isCalled)
            {
                _isCalled = true;
                if (!agent.TryCall(trap.Function!, trap.Handler, [trap.Target, key.ToValue(), receiver], out value))
                {
                    return false;
                }
            }

            CheckGet(agent, trap, key, value);
            return true;
        }

        public override void Trace(Tracer tracer)
        {
            trap.Trace(tracer);
            tracer.Visit(key.Cell);
            tracer.Visit(receiver);
        }
    }

    private sealed class SetFrame(ProxyTrap trap, PropertyKey key, Value assigned, Value receiver) : NativeFrame
    {
        private bool _isCalled;

        public override bool Resume(Agent agent, ref Value value)
        {
            if (!_isCalled)
            {
                _isCalled = true;
                if (!agent.TryCall(trap.Function!, trap.Handler, [trap.Target, key.ToValue(), assigned, receiver], out value))
                {
                    return false;
                }
            }

            if (!value.ToBoolean())
            {
                throw agent.TypeError($"'set' on proxy: trap returned falsish for property '{Agent.Shown(key)}'");
            }

            CheckSet(agent, trap, key, assigned);
            value = Value.Undefined;
            return true;
        }

        public override void Trace(Tracer tracer)
        {
            trap.Trace(tracer);
            tracer.Visit(key.Cell);
            tracer.Visit(assigned);
            tracer.Visit(receiver);
        }
    }
}
