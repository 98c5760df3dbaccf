using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Objects;
using Rlm.JavaScript.RegularExpressions;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>The constructor <c>RegExp</c>. See <see href="https://tc39.es/ecma262/#sec-regexp-constructor"/>.</summary>
internal static class RegExpConstructor
{
    /// <summary>How much of wrong flags a message quotes.</summary>
    private const int MaximumQuotedFlags = 20;

    public static JsObject Create(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("RegExp", 2, Construct))
            .Constructs(realm[Intrinsic.RegExpPrototype])
            .Method("escape", 1, RegExpEscape.Escape)
            .Getter(WellKnownSymbols.Species, "[Symbol.species]", static (in NativeCall call) => call.This)
            .Object;

    /// <summary>The value of a regular expression literal, whose pattern and flags have been validated: a new object each time.</summary>
    public static JsRegExp CreateFromLiteral(Realm realm, string pattern, string flags)
    {
        RegExpPrototypeObject prototype = RegExpPrototypeObject.Of(realm);
        return prototype.NewInstance(prototype.Patterns.Get(realm, pattern, RegExpFlagLetters.TryParse(flags, out RegExpFlags parsed) ? parsed : default));
    }

    /// <summary>What is wrong with a regular expression literal, as the text of a SyntaxError; null if nothing is.</summary>
    public static string? Validate(string pattern, string flags)
    {
        Meter meter = Meter.Current ?? new Meter();
        long before = meter.Memory;
        try
        {
            RegExpCompiler.Compile(pattern, flags, meter);
            return null;
        }
        catch (RegExpSyntaxException error)
        {
            return error.Message;
        }
        finally
        {
            // The program is thrown away, and made again if the literal is ever run.
            meter.Release(Math.Max(0, meter.Memory - before));
        }
    }

    /// <summary>ECMAScript RegExpCreate: the pattern and flags as values.</summary>
    public static JsRegExp New(Agent agent, Value pattern, Value flags)
    {
        CompiledPattern compiled = Compile(agent, pattern, flags);
        return RegExpPrototypeObject.Of(agent.Realm).NewInstance(compiled);
    }

    /// <summary>Another instance of the same pattern, with <c>lastIndex</c> 0.</summary>
    public static JsRegExp Clone(Realm realm, JsRegExp expression) => RegExpPrototypeObject.Of(realm).NewInstance(expression.Pattern);

    private static Value Construct(in NativeCall call)
    {
        Agent agent = call.Agent;
        Value pattern = call[0];
        Value flags = call[1];
        bool isRegExp = RegExpPrototype.IsRegExp(agent, pattern);
        if (call.NewTarget is null && isRegExp && flags.IsUndefined
            && ReferenceEquals(agent.Get(pattern.AsObject(), Atoms.Constructor).Reference, call.Function))
        {
            return pattern;
        }

        CompiledPattern? known = null;
        if (pattern.Reference is JsRegExp expression)
        {
            known = flags.IsUndefined ? expression.Pattern : null;
            pattern = Value.FromString(expression.Pattern.Source);
        }
        else if (isRegExp)
        {
            JsObject like = pattern.AsObject();
            pattern = agent.Get(like, agent.Realm.Key("source"));
            flags = flags.IsUndefined ? agent.Get(like, agent.Realm.Key("flags")) : flags;
        }

        RegExpPrototypeObject prototype = RegExpPrototypeObject.Of(agent.Realm);
        Shape plain = agent.Realm.ShapeOf(Intrinsic.RegExpPrototype);
        Shape shape = call.NewTarget is null ? plain : agent.ShapeFor(call.NewTarget, Intrinsic.RegExpPrototype);
        CompiledPattern compiled = known ?? Compile(agent, pattern, flags);
        return ReferenceEquals(shape, plain) ? prototype.NewInstance(compiled) : RegExpPrototypeObject.NewInstance(shape, compiled);
    }

    private static CompiledPattern Compile(Agent agent, Value pattern, Value flags)
    {
        JsString source = pattern.IsUndefined ? JsString.Empty : agent.ToJsString(pattern);
        JsString letters = flags.IsUndefined ? JsString.Empty : agent.ToJsString(flags);
        if (!RegExpFlagLetters.TryParse(letters.Length > MaximumQuotedFlags ? letters.Span[..MaximumQuotedFlags] : letters.Span, out RegExpFlags parsed)
            || letters.Length > MaximumQuotedFlags)
        {
            string shown = letters.Length > MaximumQuotedFlags ? string.Concat(letters.Span[..MaximumQuotedFlags], "…") : letters.ToString();
            throw agent.SyntaxError($"Invalid flags supplied to RegExp constructor '{shown}'");
        }

        if (source.Length > MaximumQuotedFlags)
        {
            agent.Meter.Copy(source.Length);
        }

        try
        {
            return RegExpPrototypeObject.Of(agent.Realm).Patterns.Get(agent.Realm, source.ToString(), parsed);
        }
        catch (RegExpSyntaxException error)
        {
            throw agent.SyntaxError(error.Message);
        }
    }
}
