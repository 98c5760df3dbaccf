using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Rlm.JavaScript.Tests.Architecture;

/// <summary>
/// Which methods of an assembly call which, read from their instructions. A virtual call leads to every override in the assembly; a lambda counts as called by
/// the method that makes it. Calls through other delegates are not seen.
/// </summary>
internal sealed class CallGraph
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<ushort, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value);

    private readonly Assembly _assembly;
    private readonly Dictionary<MethodBase, List<MethodBase>> _overrides = [];
    private readonly Dictionary<MethodBase, HashSet<MethodBase>> _calls = [];

    public CallGraph(Assembly assembly)
    {
        _assembly = assembly;
        Type[] types = assembly.GetTypes();
        foreach (Type type in types)
        {
            CollectOverrides(type);
        }

        foreach (MethodBase method in types.SelectMany(MethodsOf))
        {
            _calls[method] = [.. CalledBy(method).SelectMany(call => (IEnumerable<MethodBase>)[call.Method, .. call.IsVirtual ? _overrides.GetValueOrDefault(call.Method, []) : []]).Where(called => called.DeclaringType!.Assembly == assembly)];
        }
    }

    /// <summary>The sets of methods that can reach each other, when the methods in <paramref name="without"/> are taken out.</summary>
    public IReadOnlyList<IReadOnlyList<MethodBase>> Cycles(Func<MethodBase, bool> without)
    {
        // Tarjan's algorithm with an explicit stack: the graph is as deep as the engine.
        var cycles = new List<IReadOnlyList<MethodBase>>();
        var numbers = new Dictionary<MethodBase, (int Index, int Low)>();
        var component = new Stack<MethodBase>();
        var onStack = new HashSet<MethodBase>();
        var walk = new Stack<(MethodBase Method, IEnumerator<MethodBase> Called)>();
        foreach (MethodBase root in _calls.Keys.Where(method => !without(method)))
        {
            if (!numbers.ContainsKey(root))
            {
                Open(root);
            }

            while (walk.TryPeek(out (MethodBase Method, IEnumerator<MethodBase> Called) top))
            {
                if (top.Called.MoveNext())
                {
                    MethodBase next = top.Called.Current;
                    if (without(next) || !_calls.ContainsKey(next))
                    {
                        continue;
                    }

                    if (!numbers.TryGetValue(next, out (int Index, int Low) seen))
                    {
                        Open(next);
                    }
                    else if (onStack.Contains(next))
                    {
                        numbers[top.Method] = (numbers[top.Method].Index, Math.Min(numbers[top.Method].Low, seen.Index));
                    }

                    continue;
                }

                walk.Pop();
                Close(top.Method);
            }
        }

        return cycles;

        void Open(MethodBase method)
        {
            numbers[method] = (numbers.Count, numbers.Count);
            component.Push(method);
            onStack.Add(method);
            walk.Push((method, _calls[method].GetEnumerator()));
        }

        void Close(MethodBase method)
        {
            (int index, int low) = numbers[method];
            if (walk.TryPeek(out (MethodBase Method, IEnumerator<MethodBase> Called) caller))
            {
                numbers[caller.Method] = (numbers[caller.Method].Index, Math.Min(numbers[caller.Method].Low, low));
            }

            if (index != low)
            {
                return;
            }

            var members = new List<MethodBase>();
            do
            {
                members.Add(component.Pop());
                onStack.Remove(members[^1]);
            }
            while (members[^1] != method);
            if (members.Count > 1 || _calls[method].Contains(method))
            {
                cycles.Add(members);
            }
        }
    }

    private static IEnumerable<MethodBase> MethodsOf(Type type) => type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All));

    private void CollectOverrides(Type type)
    {
        foreach (MethodInfo method in type.GetMethods(All).Where(method => method.IsVirtual))
        {
            // What object declares is overridden everywhere and called on anything: it would tie unrelated classes together.
            MethodBase definition = Definition(method.GetBaseDefinition());
            if (definition.DeclaringType!.Assembly != _assembly)
            {
                continue;
            }

            if (definition != method)
            {
                Add(definition, method);
            }

            // A call may also name an override between the definition and this one.
            for (Type? ancestor = type.BaseType; ancestor is not null && ancestor != definition.DeclaringType; ancestor = ancestor.BaseType)
            {
                foreach (MethodInfo between in ancestor.GetMethods(All).Where(candidate => candidate.IsVirtual && candidate.GetBaseDefinition() == method.GetBaseDefinition()))
                {
                    Add(Definition(between), method);
                }
            }
        }

        foreach (Type contract in type.IsInterface ? [] : type.GetInterfaces().Where(contract => contract.Assembly == _assembly))
        {
            InterfaceMapping map = type.GetInterfaceMap(contract);
            for (int i = 0; i < map.InterfaceMethods.Length; i++)
            {
                Add(Definition(map.InterfaceMethods[i]), Definition(map.TargetMethods[i]));
            }
        }
    }

    private void Add(MethodBase definition, MethodBase implementation)
    {
        if (!_overrides.TryGetValue(definition, out List<MethodBase>? known))
        {
            _overrides[definition] = known = [];
        }

        known.Add(implementation);
    }

    private static IEnumerable<(MethodBase Method, bool IsVirtual)> CalledBy(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        int at = 0;
        while (at < code.Length)
        {
            ushort value = code[at++];
            if (value == 0xFE)
            {
                value = (ushort)(0xFE00 | code[at++]);
            }

            OpCode op = OpCodesByValue[value];
            if (op.OperandType == OperandType.InlineMethod)
            {
                MethodBase? called = Resolve(method, BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at)));
                bool isCall = op.FlowControl == FlowControl.Call;
                if (called is not null && (isCall || (called.Name.Contains('<', StringComparison.Ordinal) && IsInside(called, method))))
                {
                    yield return (called, op == OpCodes.Callvirt);
                }
            }

            at += op.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at))),
                _ => 4,
            };
        }
    }

    private static bool IsInside(MethodBase lambda, MethodBase method) =>
        lambda.Name.StartsWith($"<{method.Name}>", StringComparison.Ordinal) || method.Name.Contains('<', StringComparison.Ordinal);

    private static MethodBase? Resolve(MethodBase method, int token)
    {
        Type[] typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : [];
        Type[] methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        MethodBase? called = method.Module.ResolveMethod(token, typeArguments, methodArguments);
        return called?.DeclaringType is null ? null : Definition(called);
    }

    /// <summary>The method as it is written, whatever type arguments it was called with.</summary>
    private static MethodBase Definition(MethodBase method)
    {
        if (method is MethodInfo { IsGenericMethod: true } generic)
        {
            method = generic.GetGenericMethodDefinition();
        }

        return method.DeclaringType is { IsConstructedGenericType: true } type
            ? MethodBase.GetMethodFromHandle(method.MethodHandle, type.GetGenericTypeDefinition().TypeHandle)!
            : method.Module.ResolveMethod(method.MetadataToken)!;
    }
}
