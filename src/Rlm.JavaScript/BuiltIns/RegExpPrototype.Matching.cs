using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>The methods behind <c>match</c>, <c>matchAll</c>, <c>search</c> and <c>split</c> of strings.</content>
internal static partial class RegExpPrototype
{
    /// <summary>See <see href="https://tc39.es/ecma262/#sec-regexp.prototype-%symbol.match%"/>.</summary>
    private static Value Match(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject expression = RequireObject(call, "@@match");
        JsString text = agent.ToJsString(call[0]);
        if (expression is JsRegExp regExp && RegExpPrototypeObject.Of(agent.Realm).IsUnmodified(regExp))
        {
            return regExp.Pattern.IsGlobal
                ? MatchGlobal(agent, regExp, text)
                : ValueOrNull(BuiltInExec(agent, regExp, text));
        }

        JsString flags = agent.ToJsString(agent.Get(expression, agent.Realm.Key("flags")));
        if (!flags.Span.Contains('g'))
        {
            return ValueOrNull(ExecOrNull(agent, expression, text));
        }

        bool isUnicode = IsUnicode(flags);
        agent.Set(expression, Atoms.LastIndex, 0);
        JsArray matches = agent.Realm.NewArray();
        while (ExecOrNull(agent, expression, text) is { } match)
        {
            JsString matched = agent.ToJsString(agent.Get(match, 0u));
            agent.Meter.Work(1);
            matches.Append(matched);
            SkipEmptyMatch(agent, expression, text, matched, isUnicode);
        }

        return matches.Count == 0 ? Value.Null : matches;
    }

    private static Value MatchGlobal(Agent agent, JsRegExp expression, JsString text)
    {
        var matches = new MatchScanner(agent, expression, text);
        int length = expression.Pattern.Program.CaptureLength;
        Span<int> captures = length <= MaximumOnStack ? stackalloc int[MaximumOnStack] : NewCaptures(agent, expression.Pattern);
        JsArray? found = null;
        while (matches.MoveNext(captures))
        {
            found ??= agent.Realm.NewArray();
            found.Append(agent.Realm.NewSlice(text, captures[0], captures[1] - captures[0]));
        }

        return ValueOrNull(found);
    }

    /// <summary>See <see href="https://tc39.es/ecma262/#sec-regexp.prototype-%symbol.search%"/>.</summary>
    private static Value Search(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject expression = RequireObject(call, "@@search");
        JsString text = agent.ToJsString(call[0]);
        Value previous = agent.Get(expression, Atoms.LastIndex);
        if (!Value.SameValue(previous, 0))
        {
            agent.Set(expression, Atoms.LastIndex, 0);
        }

        JsObject? match = ExecOrNull(agent, expression, text);
        if (!Value.SameValue(agent.Get(expression, Atoms.LastIndex), previous))
        {
            agent.Set(expression, Atoms.LastIndex, previous);
        }

        return match is null ? -1 : agent.Get(match, Atoms.Index);
    }

    /// <summary>See <see href="https://tc39.es/ecma262/#sec-regexp.prototype-%symbol.split%"/>.</summary>
    private static Value Split(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject expression = RequireObject(call, "@@split");
        JsString text = agent.ToJsString(call[0]);
        JsObject constructor = agent.SpeciesConstructor(expression, Intrinsic.RegExp);
        if (expression is JsRegExp regExp
            && ReferenceEquals(constructor, agent.Realm[Intrinsic.RegExp])
            && RegExpPrototypeObject.Of(agent.Realm).IsUnmodified(regExp))
        {
            uint most = call[1].IsUndefined ? uint.MaxValue : agent.ToUint32(call[1]);
            return SplitUnmodified(agent, regExp.Pattern, text, (int)Math.Min(most, int.MaxValue));
        }

        JsString flags = agent.ToJsString(agent.Get(expression, agent.Realm.Key("flags")));
        JsString newFlags = flags.Span.Contains('y') ? flags : agent.Realm.NewString(string.Concat(flags.Span, "y"));
        JsObject splitter = agent.Construct((JsFunction)constructor, [expression, newFlags]);
        uint limit = call[1].IsUndefined ? uint.MaxValue : agent.ToUint32(call[1]);
        return SplitByProtocol(agent, splitter, text, IsUnicode(flags), limit);
    }

    private static JsArray SplitUnmodified(Agent agent, CompiledPattern pattern, JsString text, int limit)
    {
        JsArray parts = agent.Realm.NewArray();
        if (limit == 0)
        {
            return parts;
        }

        ReadOnlySpan<char> span = text.Span;
        int length = pattern.Program.CaptureLength;
        Span<int> captures = length <= MaximumOnStack ? stackalloc int[MaximumOnStack] : NewCaptures(agent, pattern);
        captures = captures[..length];
        int copied = 0;
        int position = 0;
        bool isEmptyText = span.Length == 0;
        while ((position < span.Length || isEmptyText) && TryMatch(agent, pattern, span, position, isSticky: false, captures))
        {
            if (isEmptyText)
            {
                return parts;
            }

            if (captures[0] >= span.Length)
            {
                break;
            }

            int end = captures[1];
            if (end == copied)
            {
                position = AdvanceIndex(span, captures[0], pattern.IsUnicode);
                continue;
            }

            parts.Append(agent.Realm.NewPiece(text, copied, captures[0] - copied));
            if (parts.Count == limit)
            {
                return parts;
            }

            for (int group = 1; group < length / 2; group++)
            {
                agent.Meter.Work(1);
                parts.Append(GroupValue(agent.Realm, text, captures, group));
                if (parts.Count == limit)
                {
                    return parts;
                }
            }

            copied = end;
            position = end;
        }

        parts.Append(agent.Realm.NewPiece(text, copied, span.Length - copied));
        return parts;
    }

    private static JsArray SplitByProtocol(Agent agent, JsObject splitter, JsString text, bool isUnicode, uint limit)
    {
        JsArray parts = agent.Realm.NewArray();
        if (limit == 0)
        {
            return parts;
        }

        if (text.Length == 0)
        {
            if (ExecOrNull(agent, splitter, text) is null)
            {
                parts.Append(text);
            }

            return parts;
        }

        int copied = 0;
        int position = 0;
        while (position < text.Length)
        {
            agent.Meter.Work(1);
            agent.Set(splitter, Atoms.LastIndex, position);
            if (ExecOrNull(agent, splitter, text) is not { } match)
            {
                position = AdvanceIndex(text.Span, position, isUnicode);
                continue;
            }

            int end = (int)Math.Min(agent.ToLength(agent.Get(splitter, Atoms.LastIndex)), text.Length);
            if (end == copied)
            {
                position = AdvanceIndex(text.Span, position, isUnicode);
                continue;
            }

            parts.Append(agent.Realm.NewPiece(text, copied, position - copied));
            if (parts.Count == limit)
            {
                return parts;
            }

            copied = end;
            double groups = Math.Max(agent.LengthOf(match) - 1, 0);
            for (double group = 1; group <= groups; group++)
            {
                agent.Meter.Work(1);
                parts.Append(agent.Get(match, agent.ToPropertyKey(group)));
                if (parts.Count == limit)
                {
                    return parts;
                }
            }

            position = copied;
        }

        parts.Append(agent.Realm.NewPiece(text, copied, text.Length - copied));
        return parts;
    }

    private static bool IsUnicode(JsString flags) => flags.Span.ContainsAny('u', 'v');

    /// <summary>Moves <c>lastIndex</c> on after a match without characters, so that the next one is another.</summary>
    private static void SkipEmptyMatch(Agent agent, JsObject expression, JsString text, JsString matched, bool isUnicode)
    {
        if (matched.Length == 0)
        {
            double index = agent.ToLength(agent.Get(expression, Atoms.LastIndex));
            agent.Set(expression, Atoms.LastIndex, index < text.Length ? AdvanceIndex(text.Span, (int)index, isUnicode) : index + 1);
        }
    }

    private static Value ValueOrNull(JsObject? instance) => instance is null ? Value.Null : instance;
}
