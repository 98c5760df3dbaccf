using System.Collections.Frozen;
using Rlm.JavaScript.Execution;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// What built-in functions do with deferred values. One that is not listed gets arguments in which nothing is deferred however deep one looks, which is always
/// right; these need less, and so wait less or are found ready faster.
/// </summary>
internal static class DeferredReaches
{
    private static readonly FrozenDictionary<NativeMethod, DeferredReach> Reaches = Collect();

    public static DeferredReach Of(NativeMethod method) => Reaches.GetValueOrDefault(method);

    private static FrozenDictionary<NativeMethod, DeferredReach> Collect()
    {
        var all = new Dictionary<NativeMethod, DeferredReach>
        {
            [Agent.ResolvingMethod] = DeferredReach.None,
            [PromiseConstructor.OriginalResolve] = DeferredReach.None,
            [PromiseConstructor.CollectingMethod] = DeferredReach.Collect,
            [ArrayPrototype.AppendingMethod] = DeferredReach.Append,
            [MapBuiltIns.SettingMethod] = DeferredReach.SetEntry,
        };
        Add(DeferredReach.Arguments, PromiseConstructor.Combining);
        Add(DeferredReach.None, PromisePrototype.TakingPromises);
        Add(DeferredReach.Arguments, MathObject.TakingNumbers);
        Add(DeferredReach.Arguments, MapBuiltIns.ReadingKeys);
        Add(DeferredReach.Arguments, SetBuiltIns.ReadingKeys);
        Add(DeferredReach.Shallow, ArrayPrototype.ReadingElements);
        Add(DeferredReach.Shallow, ObjectConstructor.ReadingProperties);
        return all.ToFrozenDictionary();

        void Add(DeferredReach reach, IEnumerable<NativeMethod> methods)
        {
            foreach (NativeMethod method in methods)
            {
                all.Add(method, reach);
            }
        }
    }
}
