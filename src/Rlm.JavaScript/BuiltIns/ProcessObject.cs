using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>What scripts use of Node.js' <c>process</c> without a process: output without a line feed, no arguments, and an environment without variables.</summary>
internal static class ProcessObject
{
    public static Value Create(Realm realm)
    {
        JsObject process = realm.NewObject();
        process.Put(realm.Key("stdout"), NewStream(realm));
        process.Put(realm.Key("stderr"), NewStream(realm));
        process.Put(realm.Key("argv"), realm.NewArray());
        process.Put(realm.Key("env"), realm.NewObject());
        return process;
    }

    private static JsObject NewStream(Realm realm)
    {
        JsObject stream = realm.NewObject();
        stream.Put(realm.Key("write"), realm.NewFunction("write", 1, Write));
        return stream;
    }

    /// <summary>Prints a text as it is, without a line feed and without the indentation of <c>console.group</c>.</summary>
    private static Value Write(in NativeCall call)
    {
        if (call[0].Reference is not JsString text)
        {
            throw call.Agent.TypeError($"The \"chunk\" argument must be of type string. Received {Agent.Describe(call[0])}; write String(value)");
        }

        call.Agent.Console.Write(call.Agent.Meter, text.Span);
        return Value.True;
    }
}
