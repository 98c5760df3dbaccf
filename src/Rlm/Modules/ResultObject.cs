using System.Runtime.CompilerServices;
using Rlm.Running;

namespace Rlm.Modules;

/// <summary>Makes the result of a typed run.</summary>
internal static class ResultObject
{
    /// <summary>Sets the outputs on a shallow copy: a large input stays where it is, and records, <c>required</c> and <c>init</c> work.</summary>
    public static object Make(Signature signature, object input, BoundOutputs outputs)
    {
        var result = MemberwiseClone(input);
        foreach (var output in signature.Outputs)
        {
            output.Property!.SetValue(result, outputs.Values[output.Name]);
        }

        return result;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern object MemberwiseClone(object instance);
}
