using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Hosting;

/// <summary>Types and sizes in a word, without running guest code.</summary>
internal static class TypeNames
{
    public static string Of(in Value value) => value.Reference switch
    {
        Closure { IsClassConstructor: true } => "class",
        JsFunction => "function",
        JsObject { IsProxy: true } => "Proxy",
        JsObject { ClassName: "Object" } instance => ConstructorName(instance) ?? "Object",
        JsObject instance => instance.ClassName,
        { Kind: CellKind.Null } => "null",
        _ => Agent.TypeOf(value).AsString().ToString(),
    };

    public static long? SizeOf(in Value value) => value.Reference switch
    {
        JsString text => text.Length,
        JsArray array => array.Length,
        JsMap map => map.Table.Count,
        JsSet set => set.Table.Count,
        _ => null,
    };

    private static string? ConstructorName(JsObject instance) =>
        instance.Prototype is { IsProxy: false } prototype
        && prototype.LazyAt(Atoms.Constructor) is null
        && prototype.GetOwnProperty(Atoms.Constructor, out Property constructor)
        && constructor.Value.Reference is Closure { DisplayName.Length: > 0 } closure
            ? closure.DisplayName
            : null;
}
