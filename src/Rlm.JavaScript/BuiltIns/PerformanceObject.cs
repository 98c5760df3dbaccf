using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>The object <c>performance</c>, with <c>now</c>.</summary>
internal static class PerformanceObject
{
    public static Value Create(Realm realm)
    {
        JsObject performance = realm.NewObject();
        performance.Put(realm.Key("now"), realm.NewFunction("now", 0, static (in NativeCall call) => call.Agent.Elapsed));
        return performance;
    }
}
