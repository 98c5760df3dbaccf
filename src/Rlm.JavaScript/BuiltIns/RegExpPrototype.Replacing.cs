using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>The method behind <c>replace</c> and <c>replaceAll</c>. See <see href="https://tc39.es/ecma262/#sec-regexp.prototype-%symbol.replace%"/>.</content>
internal static partial class RegExpPrototype
{
    private static Value Replace(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject expression = RequireObject(call, "@@replace");
        JsString text = agent.ToJsString(call[0]);
        JsFunction? replacer = call[1].Reference as JsFunction;
        JsString template = replacer is null ? agent.ToJsString(call[1]) : JsString.Empty;
        if (expression is JsRegExp regExp && RegExpPrototypeObject.Of(agent.Realm).IsUnmodified(regExp))
        {
            if (replacer is not null)
            {
                return ReplaceUnmodified(agent, regExp, text, replacer);
            }

            return ReplaceUnmodified(agent, regExp, text, template);
        }

        JsArray results = CollectResults(agent, expression, text);
        return replacer is not null
            ? agent.Start(new ResultsReplaceFrame(agent, text, results, replacer))
            : ReplaceResults(agent, text, results, template);
    }

    private static Value ReplaceUnmodified(Agent agent, JsRegExp expression, JsString text, JsFunction replacer)
    {
        CompiledPattern pattern = expression.Pattern;
        if (pattern.IsGlobal)
        {
            return agent.Start(new PatternReplaceFrame(agent, text, pattern, new MatchScanner(agent, expression, text), replacer));
        }

        int length = pattern.Program.CaptureLength;
        Span<int> captures = length <= MaximumOnStack ? stackalloc int[MaximumOnStack] : NewCaptures(agent, pattern);
        return TryExec(agent, expression, text, captures)
            ? agent.Start(new PatternReplaceFrame(agent, text, pattern, captures[..length], replacer))
            : text;
    }

    private static JsString ReplaceUnmodified(Agent agent, JsRegExp expression, JsString text, JsString template)
    {
        CompiledPattern pattern = expression.Pattern;
        int length = pattern.Program.CaptureLength;
        Span<int> captures = length <= MaximumOnStack ? stackalloc int[MaximumOnStack] : NewCaptures(agent, pattern);
        captures = captures[..length];
        bool isGlobal = pattern.IsGlobal;
        MatchScanner matches = isGlobal ? new MatchScanner(agent, expression, text) : default;
        bool isLiteral = !template.Span.Contains('$');
        TextBuilder? result = null;
        int copied = 0;
        while (isGlobal ? matches.MoveNext(captures) : result is null && TryExec(agent, expression, text, captures))
        {
            result ??= new TextBuilder(agent, text.Length);
            result.Append(text.Span[copied..captures[0]]);
            copied = captures[1];
            if (isLiteral)
            {
                result.Append(template);
            }
            else
            {
                new Substitution(agent, text, captures, pattern).Append(template, result);
            }
        }

        if (result is null)
        {
            return text;
        }

        result.Append(text.Span[copied..]);
        return result.ToJsString();
    }

    private static JsArray CollectResults(Agent agent, JsObject expression, JsString text)
    {
        JsString flags = agent.ToJsString(agent.Get(expression, agent.Realm.Key("flags")));
        bool isGlobal = flags.Span.Contains('g');
        bool isUnicode = IsUnicode(flags);
        if (isGlobal)
        {
            agent.Set(expression, Atoms.LastIndex, 0);
        }

        JsArray results = agent.Realm.NewArray();
        while (ExecOrNull(agent, expression, text) is { } result)
        {
            agent.Meter.Work(1);
            results.Append(result);
            if (!isGlobal)
            {
                break;
            }

            SkipEmptyMatch(agent, expression, text, agent.ToJsString(agent.Get(result, 0u)), isUnicode);
        }

        return results;
    }

    private static JsString ReplaceResults(Agent agent, JsString text, JsArray results, JsString template)
    {
        var replaced = new TextBuilder(agent, text.Length);
        int copied = 0;
        for (int i = 0; i < results.Count; i++)
        {
            ExecResult match = ExecResult.Read(agent, results.Items[i].AsObject(), text);
            JsObject? namedGroups = match.NamedGroups.IsUndefined ? null : agent.ToObject(match.NamedGroups);

            // GetSubstitution comes first, as it may call guest code; a match that goes back is dropped after that.
            var replacement = new TextBuilder(agent);
            new Substitution(agent, text, match.Matched, match.Position, match.Groups, namedGroups).Append(template, replacement);
            if (match.Position >= copied)
            {
                replaced.Append(text.Span[copied..match.Position]);
                replaced.Append(replacement.ToJsString());
                copied = match.Position + match.Matched.Length;
            }
        }

        if (copied < text.Length)
        {
            replaced.Append(text.Span[copied..]);
        }

        return replaced.ToJsString();
    }
}
