using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Syntax;

/// <summary>The private names of the classes around the current place. A use may come before the declaration, so uses are checked where a class ends.</summary>
/// <seealso href="https://tc39.es/ecma262/#sec-static-semantics-allprivateidentifiersvalid"/>
internal sealed class PrivateNames(PrivateNames? outer, Meter meter)
{
    private readonly Dictionary<string, ClassElementState> _declared = new(StringComparer.Ordinal);
    private readonly List<(string Name, int Position)> _used = [];

    private enum ClassElementState
    {
        Complete,
        Getter,
        StaticGetter,
        Setter,
        StaticSetter,
    }

    public PrivateNames? Outer { get; } = outer;

    public void Declare(string name, int position, ClassElementKind kind, bool isStatic)
    {
        ClassElementState state = kind switch
        {
            ClassElementKind.Getter => isStatic ? ClassElementState.StaticGetter : ClassElementState.Getter,
            ClassElementKind.Setter => isStatic ? ClassElementState.StaticSetter : ClassElementState.Setter,
            _ => ClassElementState.Complete,
        };
        meter.Allocate(48);
        if (_declared.TryAdd(name, state))
            return;

        bool completesPair = (_declared[name], state) is
            (ClassElementState.Getter, ClassElementState.Setter) or (ClassElementState.Setter, ClassElementState.Getter)
            or (ClassElementState.StaticGetter, ClassElementState.StaticSetter) or (ClassElementState.StaticSetter, ClassElementState.StaticGetter);
        if (!completesPair)
            throw new SyntaxErrorException($"The private name '#{Parser.Shorten(name)}' is declared twice in this class", position);
        _declared[name] = ClassElementState.Complete;
    }

    public void Use(string name, int position)
    {
        meter.Allocate(16);
        _used.Add((name, position));
    }

    /// <summary>Hands names that this class does not declare to the class around it.</summary>
    public void Leave()
    {
        foreach ((string name, int position) in _used)
        {
            meter.Work(1);
            if (_declared.ContainsKey(name))
                continue;
            if (Outer is null)
                throw new SyntaxErrorException($"The private name '#{Parser.Shorten(name)}' is not declared in a class around this place", position);
            Outer.Use(name, position);
        }
    }
}
