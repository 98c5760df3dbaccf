using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>Sorting.</content>
internal static partial class ArrayPrototype
{
    private static Value Sort(in NativeCall call)
    {
        JsFunction? comparer = Comparer(call);
        JsObject target = Target(call, "sort");
        return new ArraySort(target, call.Agent.LengthOf(target), copies: false).Run(call.Agent, comparer);
    }

    private static Value ToSorted(in NativeCall call)
    {
        JsFunction? comparer = Comparer(call);
        JsObject target = Target(call, "toSorted");
        double length = call.Agent.LengthOf(target);
        CheckResultLength(call.Agent, length);
        return new ArraySort(target, length, copies: true).Run(call.Agent, comparer);
    }

    private static JsFunction? Comparer(in NativeCall call) => call[0].Reference switch
    {
        JsFunction function => function,
        { Kind: CellKind.Undefined } => null,
        _ => throw call.Agent.TypeError("The comparison function must be either a function or undefined"),
    };
}
