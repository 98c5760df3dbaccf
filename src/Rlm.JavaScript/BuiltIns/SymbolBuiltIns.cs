using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>Symbol</c> and its prototype. See <see href="https://tc39.es/ecma262/#sec-symbol-objects"/>.</summary>
internal static class SymbolBuiltIns
{
    private const long SymbolBytes = 40;

    public static JsObject CreateConstructor(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("Symbol", 0, Construct))
            .Constructs(realm[Intrinsic.SymbolPrototype])
            .Method("for", 1, For)
            .Method("keyFor", 1, KeyFor)
            .Value("asyncIterator", WellKnownSymbols.AsyncIterator, PropertyAttributes.None)
            .Value("hasInstance", WellKnownSymbols.HasInstance, PropertyAttributes.None)
            .Value("isConcatSpreadable", WellKnownSymbols.IsConcatSpreadable, PropertyAttributes.None)
            .Value("iterator", WellKnownSymbols.Iterator, PropertyAttributes.None)
            .Value("match", WellKnownSymbols.Match, PropertyAttributes.None)
            .Value("matchAll", WellKnownSymbols.MatchAll, PropertyAttributes.None)
            .Value("replace", WellKnownSymbols.Replace, PropertyAttributes.None)
            .Value("search", WellKnownSymbols.Search, PropertyAttributes.None)
            .Value("species", WellKnownSymbols.Species, PropertyAttributes.None)
            .Value("split", WellKnownSymbols.Split, PropertyAttributes.None)
            .Value("toPrimitive", WellKnownSymbols.ToPrimitive, PropertyAttributes.None)
            .Value("toStringTag", WellKnownSymbols.ToStringTag, PropertyAttributes.None)
            .Value("unscopables", WellKnownSymbols.Unscopables, PropertyAttributes.None)
            .Object;

    public static JsObject CreatePrototype(Realm realm) =>
        ObjectBuilder.New(realm, realm[Intrinsic.ObjectPrototype], capacity: 8)
            .Method("toString", 0, static (in NativeCall call) => call.Realm.NewString(ThisSymbol(call, "toString").ToString()))
            .Method("valueOf", 0, static (in NativeCall call) => ThisSymbol(call, "valueOf"))
            .Getter("description", static (in NativeCall call) => ThisSymbol(call, "description").Description is { } text ? text : Value.Undefined)
            .Method(WellKnownSymbols.ToPrimitive, "[Symbol.toPrimitive]", 1, static (in NativeCall call) => ThisSymbol(call, "[Symbol.toPrimitive]"), PropertyAttributes.Configurable)
            .Tag("Symbol")
            .Object;

    private static Value Construct(in NativeCall call)
    {
        if (call.NewTarget is not null)
        {
            throw call.Agent.TypeError("Symbol is not a constructor");
        }

        JsString? description = call[0].IsUndefined ? null : call.Agent.ToJsString(call[0]);
        call.Agent.Meter.Allocate(SymbolBytes);
        return new Symbol(description);
    }

    private static Value For(in NativeCall call)
    {
        JsString key = call.Agent.ToJsString(call[0]);
        Dictionary<Atom, Symbol> registry = call.Realm.SymbolRegistry;
        Atom name = RegistryName(call.Agent, key);
        if (!registry.TryGetValue(name, out Symbol? symbol))
        {
            call.Agent.Meter.Allocate(SymbolBytes + Realm.SymbolRegistryBytes);
            symbol = new Symbol(key);
            registry.Add(name, symbol);
        }

        return symbol;
    }

    private static Value KeyFor(in NativeCall call)
    {
        if (call[0].Reference is not Symbol symbol)
        {
            throw call.Agent.TypeError($"{Agent.Describe(call[0])} is not a symbol");
        }

        return IsRegistered(call.Agent, symbol) ? symbol.Description! : Value.Undefined;
    }

    /// <summary>Whether a symbol was made by <c>Symbol.for</c>.</summary>
    public static bool IsRegistered(Agent agent, Symbol symbol) =>
        symbol.Description is { } key
        && agent.Realm.SymbolRegistry.TryGetValue(RegistryName(agent, key), out Symbol? registered)
        && ReferenceEquals(registered, symbol);

    /// <summary>The name under which a key is registered. What stands before the key keeps "1" from being an index, which is no name.</summary>
    private static Atom RegistryName(Agent agent, JsString key)
    {
        const string Prefix = "Symbol.for ";
        agent.Meter.Copy(Prefix.Length + key.Length);
        return agent.Realm.Names.Intern(string.Concat(Prefix, key.Span));
    }

    private static Symbol ThisSymbol(in NativeCall call, string method) => call.This.Reference switch
    {
        Symbol symbol => symbol,
        JsPrimitiveObject { Primitive.Reference: Symbol symbol } => symbol,
        _ => throw call.Agent.TypeError($"Symbol.prototype.{method} requires that 'this' be a Symbol"),
    };
}
