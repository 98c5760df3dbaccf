using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>Methods that leave the work to a pattern where they are given one.</content>
internal static partial class StringPrototype
{
    private static Value Match(in NativeCall call) => CallPattern(call, "match", WellKnownSymbols.Match, Value.Undefined);

    private static Value Search(in NativeCall call) => CallPattern(call, "search", WellKnownSymbols.Search, Value.Undefined);

    private static Value MatchAll(in NativeCall call)
    {
        RequireThis(call, "matchAll");
        RequireGlobal(call, "matchAll");
        return CallPattern(call, "matchAll", WellKnownSymbols.MatchAll, Value.FromString("g"));
    }

    private static Value CallPattern(in NativeCall call, string method, Symbol symbol, Value flags)
    {
        Agent agent = call.Agent;
        Value self = RequireThis(call, method);
        Value pattern = call[0];
        if (pattern.IsObject && agent.GetMethod(pattern, symbol) is { } matcher)
        {
            return CallLast(agent, matcher, pattern, [self]);
        }

        JsString text = agent.ToJsString(self);
        JsRegExp expression = RegExpConstructor.New(agent, pattern, flags);
        JsFunction function = agent.RequireCallable(agent.Get(expression, symbol), $"RegExp.prototype[{symbol.Description}]");
        return CallLast(agent, function, expression, [text]);
    }

    private static Value Replace(in NativeCall call)
    {
        Agent agent = call.Agent;
        Value self = RequireThis(call, "replace");
        return TryReplacePattern(call, self, out Value result) ? result : ReplaceText(agent, self, call[0], call[1], isAll: false);
    }

    private static Value ReplaceAll(in NativeCall call)
    {
        Agent agent = call.Agent;
        Value self = RequireThis(call, "replaceAll");
        RequireGlobal(call, "replaceAll");
        return TryReplacePattern(call, self, out Value result) ? result : ReplaceText(agent, self, call[0], call[1], isAll: true);
    }

    private static bool TryReplacePattern(in NativeCall call, Value self, out Value result)
    {
        Value pattern = call[0];
        if (pattern.IsObject && call.Agent.GetMethod(pattern, WellKnownSymbols.Replace) is { } replacer)
        {
            result = CallLast(call.Agent, replacer, pattern, [self, call[1]]);
            return true;
        }

        result = default;
        return false;
    }

    private static void RequireGlobal(in NativeCall call, string method)
    {
        Agent agent = call.Agent;
        Value pattern = call[0];
        if (!pattern.IsObject || !RegExpPrototype.IsRegExp(agent, pattern))
        {
            return;
        }

        Value flags = agent.Get(pattern.AsObject(), agent.Realm.Key("flags"));
        if (flags.IsNullish)
        {
            throw agent.TypeError($"String.prototype.{method} called on null or undefined");
        }

        if (!agent.ToJsString(flags).Span.Contains('g'))
        {
            throw agent.TypeError($"String.prototype.{method} called with a non-global RegExp argument");
        }
    }

    /// <summary>Replaces a plain text. See <see href="https://tc39.es/ecma262/#sec-string.prototype.replaceall"/>.</summary>
    private static Value ReplaceText(Agent agent, Value self, Value searchValue, Value replacement, bool isAll)
    {
        JsString text = agent.ToJsString(self);
        JsString search = agent.ToJsString(searchValue);
        if (replacement.Reference is JsFunction replacer)
        {
            return agent.Start(new TextReplaceFrame(agent, text, search, replacer, isAll));
        }

        JsString template = agent.ToJsString(replacement);
        bool isLiteral = !template.Span.Contains('$');
        ReadOnlySpan<char> span = text.Span;
        Span<int> match = stackalloc int[2];
        TextBuilder? result = null;
        int copied = 0;
        int found = MeteredText.IndexOf(span, search.Span, 0, agent.Meter);
        while (found >= 0)
        {
            result ??= new TextBuilder(agent, span.Length);
            result.Append(span[copied..found]);
            copied = found + search.Length;
            if (isLiteral)
            {
                result.Append(template);
            }
            else
            {
                match[0] = found;
                match[1] = copied;
                new Substitution(agent, text, match, pattern: null).Append(template, result);
            }

            int next = found + Math.Max(search.Length, 1);
            found = isAll && next <= span.Length ? MeteredText.IndexOf(span, search.Span, next, agent.Meter) : -1;
        }

        if (result is null)
        {
            return text;
        }

        result.Append(span[copied..]);
        return result.ToJsString();
    }
}
