using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>The iterator over all matches.</content>
internal static partial class RegExpPrototype
{
    /// <summary><c>%RegExpStringIteratorPrototype%</c>. See <see href="https://tc39.es/ecma262/#sec-regexp-string-iterator-objects"/>.</summary>
    public static JsObject CreateStringIterator(Realm realm) =>
        ObjectBuilder.New(realm, realm[Intrinsic.IteratorPrototype], capacity: 2)
            .Method("next", 0, Next)
            .Tag("RegExp String Iterator")
            .Object;

    /// <summary>See <see href="https://tc39.es/ecma262/#sec-regexp-prototype-%symbol.matchall%"/>.</summary>
    private static Value MatchAll(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject expression = RequireObject(call, "@@matchAll");
        JsString text = agent.ToJsString(call[0]);
        JsObject constructor = agent.SpeciesConstructor(expression, Intrinsic.RegExp);
        JsString flags = agent.ToJsString(agent.Get(expression, agent.Realm.Key("flags")));
        JsObject matcher = agent.Construct((JsFunction)constructor, [expression, flags]);
        double start = agent.ToLength(agent.Get(expression, Atoms.LastIndex));
        SetLastIndex(agent, matcher, start);
        agent.Meter.Allocate(ModelBytes.Object + 24);
        return new JsMatchIterator(agent.Realm.ShapeOf(Intrinsic.RegExpStringIteratorPrototype), matcher, text, flags.Span.Contains('g'), IsUnicode(flags));
    }

    private static Value Next(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsMatchIterator iterator = call.This.Reference as JsMatchIterator
            ?? throw agent.TypeError($"Method %RegExpStringIterator%.prototype.next called on incompatible receiver {Agent.Describe(call.This)}");
        if (iterator.Matcher is not { } matcher)
        {
            return agent.Realm.NewIteratorResult(Value.Undefined, done: true);
        }

        // An iterator over which an error came goes on nowhere, as a generator.
        iterator.Matcher = null;
        if (ExecOrNull(agent, matcher, iterator.Text) is not { } match)
        {
            return agent.Realm.NewIteratorResult(Value.Undefined, done: true);
        }

        if (iterator.IsGlobal)
        {
            SkipEmptyMatch(agent, matcher, iterator.Text, agent.ToJsString(agent.Get(match, 0u)), iterator.IsUnicode);
            iterator.Matcher = matcher;
        }

        return agent.Realm.NewIteratorResult(match, done: false);
    }

    /// <summary>What <c>matchAll</c> returns.</summary>
    private sealed class JsMatchIterator(Shape shape, JsObject matcher, JsString text, bool isGlobal, bool isUnicode) : JsObject(shape)
    {
        public readonly JsString Text = text;
        public readonly bool IsGlobal = isGlobal;
        public readonly bool IsUnicode = isUnicode;

        /// <summary>The expression that finds the next match; null when there is none any more.</summary>
        public JsObject? Matcher = matcher;

        public override string ClassName => "RegExp String Iterator";

        protected override long OwnBytes => ModelBytes.Object + 24;

        internal override long Trace(Tracer tracer)
        {
            tracer.Visit(Text);
            tracer.Visit(Matcher);
            return base.Trace(tracer);
        }
    }
}
