using Rlm.JavaScript.BuiltIns;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Tests.Execution;

/// <summary>What sessions share of the built-in objects, and that nothing a guest does to them is seen by another session.</summary>
public sealed class ObjectTemplateTests
{
    private static readonly Intrinsic[] Made =
        [.. Enum.GetValues<Intrinsic>().Where(intrinsic => intrinsic is < Intrinsic.Count and not Intrinsic.AsyncFromSyncIteratorPrototype)];

    [Fact]
    public void Names_OfAllBuiltIns_AreShared()
    {
        var realm = NewRealm();
        var missing = new SortedSet<string>(BuiltInCatalog.Instance.Globals.Keys.Where(name => !Atoms.TryFind(name, out _)), StringComparer.Ordinal);
        foreach (Intrinsic intrinsic in Made)
        {
            missing.UnionWith(Keys(realm[intrinsic]).Select(key => key.Cell).OfType<Atom>().Where(name => !Atoms.IsShared(name)).Select(name => name.ToString()));
        }

        Assert.True(missing.Count == 0, $"Missing in {nameof(BuiltInNames)}: {string.Join(' ', missing)}");
    }

    /// <summary>The second session takes templates where the first recorded them.</summary>
    [Fact]
    public void Intrinsics_OfLaterSessions_HaveTheSameProperties()
    {
        Realm first = NewRealm();
        foreach (Intrinsic intrinsic in Made)
        {
            _ = first[intrinsic];
        }

        Realm second = NewRealm();
        foreach (Intrinsic intrinsic in Made)
        {
            Assert.Equal(Describe(first, first[intrinsic]), Describe(second, second[intrinsic]));
        }
    }

    /// <summary>Else the same program would reach the limit on memory elsewhere, depending on what other sessions did before.</summary>
    [Fact]
    public void Intrinsics_OfFirstSession_AreChargedLikeThoseOfLaterOnes()
    {
        var catalog = new BuiltInCatalog();

        Assert.Equal(Charges(catalog), Charges(catalog));
    }

    private static List<(Intrinsic Intrinsic, long Charged, long Traced)> Charges(BuiltInCatalog catalog)
    {
        var meter = new Meter();
        var realm = new Realm(meter, catalog);
        return [.. Made.Select(intrinsic =>
        {
            _ = realm[intrinsic];
            var tracer = new Tracer();
            realm.Trace(tracer, includeNames: true);
            return (intrinsic, meter.Memory, tracer.Run());
        })];
    }

    [Fact]
    public void Intrinsics_OfTwoSessions_ShareNoObject()
    {
        var first = new HashSet<object>(Reachable(NewRealm()), ReferenceEqualityComparer.Instance);

        Assert.DoesNotContain(Reachable(NewRealm()), first.Contains);
    }

    [Theory]
    [InlineData("Array.prototype.map = () => 'changed'; [1].map(x => x)", "changed", "String([1].map(x => x))", "1")]
    [InlineData("delete Array.prototype.map; typeof [].map", "undefined", "typeof [].map", "function")]
    [InlineData("delete Math.floor; Math.extra = 5; String(Object.keys(Math))", "extra", "String([Object.keys(Math), Math.floor(Math.PI)])", ",3")]
    [InlineData("Object.freeze(String.prototype); String(Object.isFrozen(String.prototype))", "true", "String(Object.isFrozen(String.prototype))", "false")]
    [InlineData("Object.defineProperty(Map.prototype, 'size', { value: 7 }); String(new Map().size)", "7", "String(new Map().size)", "0")]
    [InlineData("Object.prototype.added = 1; String({}.added)", "1", "String({}.added)", "undefined")]
    [InlineData("Map.prototype.get.own = 1; String(Map.prototype.get.own)", "1", "String(Map.prototype.get.own)", "undefined")]
    public async Task Changes_InOneSession_StayThere(string change, string changed, string look, string expected)
    {
        using var one = new JavaScriptSession();
        using var other = new JavaScriptSession();
        await other.EvaluateAsync("1");

        Assert.Equal(changed, (await one.EvaluateAsync(change)).Value.AsString());
        Assert.Equal(expected, (await other.EvaluateAsync(look)).Value.AsString());
        using var later = new JavaScriptSession();
        Assert.Equal(expected, (await later.EvaluateAsync(look)).Value.AsString());
    }

    /// <summary>A constructor is made on first use, which must not bring back what the guest has replaced or deleted before.</summary>
    [Theory]
    [InlineData("Object.getPrototypeOf([]).constructor = 5; const before = [].constructor; Array; `${before} ${[].constructor}`", "5 5")]
    [InlineData("delete Object.getPrototypeOf(/x/).constructor; const before = /x/.constructor === Object; RegExp; `${before} ${/x/.constructor === Object}`", "true true")]
    [InlineData("Object.defineProperty(Object.getPrototypeOf(async () => 1), 'constructor', { value: 5 }); String((async () => 1).constructor)", "5")]
    [InlineData("const made = [].constructor; String(made === Array && made.prototype === Object.getPrototypeOf([]))", "true")]
    [InlineData("Object.freeze(Object.getPrototypeOf('')); String(''.constructor === String)", "true")]
    [InlineData("const d = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(async () => 1), 'constructor'); String([d.writable, d.enumerable, d.configurable])", "false,false,true")]
    [InlineData("const f = [].map; String([f === [].map, f === Array.prototype.map, f.name, f.length])", "true,true,map,1")]
    [InlineData("String(Object.values(console).every(method => typeof method === 'function'))", "true")]
    [InlineData("String(Object.entries(console)[0][1] === console.log)", "true")]
    [InlineData("JSON.stringify({ ...console, log: 1 })", "{\"log\":1}")]
    public async Task LazyProperties_UsedInAnyOrder_AreAsIfTheyHadBeenThere(string source, string expected)
    {
        using var session = new JavaScriptSession();

        Assert.Equal(expected, (await session.EvaluateAsync(source)).Value.AsString());
    }

    private static Realm NewRealm() => new(new Meter(), BuiltInCatalog.Instance);

    private static List<PropertyKey> Keys(JsObject instance)
    {
        var keys = new List<PropertyKey>();
        instance.CollectOwnKeys(keys);
        return keys;
    }

    private static string Describe(Realm realm, JsObject instance) => string.Join('\n', Keys(instance).Select(key =>
    {
        Assert.True(instance.GetOwnProperty(key, out Property property));
        string value = property.IsAccessor
            ? $"{property.Accessor.Getter?.DisplayName} {property.Accessor.Setter?.DisplayName}"
            : property.Value.Reference switch
            {
                JsObject known when Array.Find(Made, intrinsic => ReferenceEquals(realm[intrinsic], known)) is var intrinsic and not default(Intrinsic) => intrinsic.ToString(),
                JsFunction function => $"function {function.DisplayName}",
                JsObject other => other.ClassName,
                null => property.Value.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Cell cell => $"{cell.Kind} {cell}",
            };
        return $"{key.Cell?.ToString() ?? key.Index.ToString(System.Globalization.CultureInfo.InvariantCulture)}: {property.Attributes} {value}";
    }));

    private static HashSet<JsObject> Reachable(Realm realm)
    {
        var found = new HashSet<JsObject>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<JsObject>(Made.Select(intrinsic => realm[intrinsic]));
        while (pending.TryPop(out JsObject? instance))
        {
            if (!found.Add(instance))
            {
                continue;
            }

            foreach (PropertyKey key in Keys(instance))
            {
                instance.GetOwnProperty(key, out Property property);
                Cell?[] cells = property.IsAccessor ? [property.Accessor, property.Accessor.Getter, property.Accessor.Setter] : [property.Value.Reference];
                foreach (JsObject next in cells.OfType<JsObject>())
                {
                    pending.Push(next);
                }
            }
        }

        return found;
    }
}
