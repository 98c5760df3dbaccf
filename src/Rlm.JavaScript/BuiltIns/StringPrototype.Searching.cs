using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>Where another string stands in this one.</content>
internal static partial class StringPrototype
{
    private static Value IndexOf(in NativeCall call)
    {
        JsString text = ThisText(call, "indexOf");
        JsString search = call.Agent.ToJsString(call[0]);
        int start = ToPosition(call, 1, text.Length, whenUndefined: 0);
        return MeteredText.IndexOf(text.Span, search.Span, start, call.Agent.Meter);
    }

    private static Value LastIndexOf(in NativeCall call)
    {
        JsString text = ThisText(call, "lastIndexOf");
        JsString search = call.Agent.ToJsString(call[0]);
        double position = call.Agent.ToNumber(call[1]);
        double start = double.IsNaN(position) ? text.Length : Math.Clamp(position, 0, text.Length);
        return MeteredText.LastIndexOf(text.Span, search.Span, (int)start, call.Agent.Meter);
    }

    private static Value Includes(in NativeCall call)
    {
        JsString text = ThisText(call, "includes");
        JsString search = SearchText(call, "includes");
        int start = ToPosition(call, 1, text.Length, whenUndefined: 0);
        return MeteredText.IndexOf(text.Span, search.Span, start, call.Agent.Meter) >= 0;
    }

    private static Value StartsWith(in NativeCall call)
    {
        JsString text = ThisText(call, "startsWith");
        JsString search = SearchText(call, "startsWith");
        int start = ToPosition(call, 1, text.Length, whenUndefined: 0);
        return IsAt(call, text, search, start);
    }

    private static Value EndsWith(in NativeCall call)
    {
        JsString text = ThisText(call, "endsWith");
        JsString search = SearchText(call, "endsWith");
        int end = ToPosition(call, 1, text.Length, whenUndefined: text.Length);
        return IsAt(call, text, search, end - search.Length);
    }

    private static bool IsAt(in NativeCall call, JsString text, JsString search, int start)
    {
        if (start < 0 || text.Length - start < search.Length)
        {
            return false;
        }

        return MeteredText.CommonPrefixLength(text.Span.Slice(start, search.Length), search.Span, call.Agent.Meter) == search.Length;
    }

    private static JsString SearchText(in NativeCall call, string method)
    {
        Value search = call[0];
        if (search.IsObject && RegExpPrototype.IsRegExp(call.Agent, search))
        {
            throw call.Agent.TypeError($"First argument to String.prototype.{method} must not be a regular expression");
        }

        return call.Agent.ToJsString(search);
    }

    /// <summary>An argument as an index within the text.</summary>
    private static int ToPosition(in NativeCall call, int argument, int length, int whenUndefined)
    {
        Value value = call[argument];
        if (value.IsUndefined)
        {
            return whenUndefined;
        }

        return (int)Math.Clamp(call.Agent.ToIntegerOrInfinity(value), 0, length);
    }
}
