using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;
using Rlm.JavaScript.RegularExpressions;

namespace Rlm.JavaScript.BuiltIns;

/// <content>One match: RegExpExec and RegExpBuiltinExec, ECMA-262 §22.2.7.</content>
internal static partial class RegExpPrototype
{
    /// <summary>Positions of groups up to this number are kept on the CLR stack.</summary>
    private const int MaximumOnStack = 64;

    /// <summary>ECMAScript RegExpExec: calls <c>exec</c>, which the guest may have replaced. The result is a match object, or null where there is no match.</summary>
    public static JsObject? ExecOrNull(Agent agent, JsObject expression, JsString text)
    {
        if (expression is JsRegExp regExp && RegExpPrototypeObject.Of(agent.Realm).IsUnmodified(regExp))
        {
            return BuiltInExec(agent, regExp, text);
        }

        Value exec = agent.Get(expression, agent.Realm.Key("exec"));
        if (exec.Reference is not JsFunction function)
        {
            return BuiltInExec(agent, RequireRegExp(agent, expression, "exec"), text);
        }

        Value result = agent.Call(function, expression, [text]);
        if (result.IsNull)
        {
            return null;
        }

        return result.Reference as JsObject ?? throw agent.TypeError("RegExp exec method returned something other than an Object or null");
    }

    /// <summary>Looks for a match without making an object of it.</summary>
    public static bool TryMatch(Agent agent, CompiledPattern pattern, ReadOnlySpan<char> text, int start, bool isSticky, Span<int> captures)
    {
        try
        {
            return pattern.Program.TryMatch(text, start, isSticky, captures, agent.Meter);
        }
        catch (RegExpBacktrackLimitException error)
        {
            throw agent.RangeError(error.Message);
        }
    }

    /// <summary>Memory for the positions of a match; for expressions with many groups, as others use the stack.</summary>
    public static int[] NewCaptures(Agent agent, CompiledPattern pattern)
    {
        int length = pattern.Program.CaptureLength;
        agent.Meter.Allocate(24 + (4L * length));
        return new int[length];
    }

    /// <summary>The next index to look at after an empty match. See <see href="https://tc39.es/ecma262/#sec-advancestringindex"/>.</summary>
    public static int AdvanceIndex(ReadOnlySpan<char> text, int index, bool isUnicode) =>
        isUnicode && index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? index + 2 : index + 1;

    private static Value Exec(in NativeCall call)
    {
        JsRegExp expression = RequireRegExp(call.Agent, call.This, "exec");
        JsString text = call.Agent.ToJsString(call[0]);
        return BuiltInExec(call.Agent, expression, text) is { } match ? match : Value.Null;
    }

    private static Value Test(in NativeCall call)
    {
        JsObject expression = RequireObject(call, "test");
        JsString text = call.Agent.ToJsString(call[0]);
        if (expression is not JsRegExp regExp || !RegExpPrototypeObject.Of(call.Realm).IsUnmodified(regExp))
        {
            return ExecOrNull(call.Agent, expression, text) is not null;
        }

        int length = regExp.Pattern.Program.CaptureLength;
        Span<int> captures = length <= MaximumOnStack ? stackalloc int[MaximumOnStack] : NewCaptures(call.Agent, regExp.Pattern);
        return TryExec(call.Agent, regExp, text, captures);
    }

    private static JsRegExp RequireRegExp(Agent agent, Value value, string method) =>
        value.Reference as JsRegExp
        ?? throw agent.TypeError($"Method RegExp.prototype.{method} called on incompatible receiver {Agent.Describe(value)}");

    private static JsArray? BuiltInExec(Agent agent, JsRegExp expression, JsString text)
    {
        int length = expression.Pattern.Program.CaptureLength;
        Span<int> captures = length <= MaximumOnStack ? stackalloc int[MaximumOnStack] : NewCaptures(agent, expression.Pattern);
        captures = captures[..length];
        return TryExec(agent, expression, text, captures) ? NewMatch(agent, expression.Pattern, text, captures) : null;
    }

    /// <summary>RegExpBuiltinExec up to the result: reads and writes <c>lastIndex</c>.</summary>
    private static bool TryExec(Agent agent, JsRegExp expression, JsString text, Span<int> captures)
    {
        CompiledPattern pattern = expression.Pattern;
        double start = agent.ToLength(expression.LastIndex);
        if (!pattern.UsesLastIndex)
        {
            return TryMatch(agent, pattern, text.Span, 0, isSticky: false, captures);
        }

        if (start <= text.Length && TryMatch(agent, pattern, text.Span, (int)start, pattern.IsSticky, captures))
        {
            SetLastIndex(agent, expression, captures[1]);
            return true;
        }

        SetLastIndex(agent, expression, 0);
        return false;
    }

    private static void SetLastIndex(Agent agent, JsObject expression, double index)
    {
        if (expression is JsRegExp regExp && RegExpPrototypeObject.Of(agent.Realm).IsUnmodified(regExp))
        {
            regExp.LastIndex = index;
        }
        else
        {
            agent.Set(expression, Atoms.LastIndex, index);
        }
    }

    /// <summary>The array that describes a match.</summary>
    private static JsArray NewMatch(Agent agent, CompiledPattern pattern, JsString text, ReadOnlySpan<int> captures)
    {
        Realm realm = agent.Realm;
        Value[] items = NewGroupValues(agent, text, captures);
        Value groups = pattern.Program.GroupNames.Count == 0 ? Value.Undefined : NewGroups(realm, pattern, items);
        JsArray match = RegExpPrototypeObject.Of(realm).NewMatch(items, captures[0], text, groups);
        if (pattern.HasIndices)
        {
            match.Put(Atoms.Indices, NewIndices(agent, pattern, captures));
        }

        return match;
    }

    private static Value[] NewGroupValues(Agent agent, JsString text, ReadOnlySpan<int> captures)
    {
        int count = captures.Length / 2;
        agent.Meter.Work(count);
        agent.Meter.Allocate(ModelBytes.Values(count));
        var items = new Value[count];
        for (int i = 0; i < count; i++)
        {
            items[i] = GroupValue(agent.Realm, text, captures, i);
        }

        return items;
    }

    internal static Value GroupValue(Realm realm, JsString text, ReadOnlySpan<int> captures, int group)
    {
        int start = captures[group * 2];
        return start < 0 ? Value.Undefined : realm.NewSlice(text, start, captures[(group * 2) + 1] - start);
    }

    /// <summary>The object with the named groups, out of the values of all groups.</summary>
    internal static JsObject NewGroups(Realm realm, CompiledPattern pattern, ReadOnlySpan<Value> items)
    {
        IReadOnlyList<(string Name, int Index)> names = pattern.Program.GroupNames;
        var values = new Value[names.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = items[names[i].Index];
        }

        return pattern.NewGroups(realm, values);
    }

    /// <summary>MakeMatchIndicesIndexPairArray.</summary>
    private static JsArray NewIndices(Agent agent, CompiledPattern pattern, ReadOnlySpan<int> captures)
    {
        Realm realm = agent.Realm;
        int count = captures.Length / 2;
        JsArray indices = realm.NewArray(count);
        for (int i = 0; i < count; i++)
        {
            agent.Meter.Work(1);
            indices.Append(captures[i * 2] < 0 ? Value.Undefined : realm.NewArray([captures[i * 2], captures[(i * 2) + 1]]));
        }

        indices.Put(Atoms.Groups, pattern.Program.GroupNames.Count == 0 ? Value.Undefined : NewGroups(realm, pattern, indices.Items.AsSpan(0, count)));
        return indices;
    }
}
