using System.Text;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>The constructor <c>String</c>. See <see href="https://tc39.es/ecma262/#sec-string-constructor"/>.</summary>
internal static class StringConstructor
{
    private const double MaximumCodePoint = 0x10FFFF;

    public static JsObject Create(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("String", 1, Construct))
            .Constructs(realm[Intrinsic.StringPrototype])
            .Method("fromCharCode", 1, FromCharCode)
            .Method("fromCodePoint", 1, FromCodePoint)
            .Method("raw", 1, Raw)
            .Object;

    private static Value Construct(in NativeCall call)
    {
        if (call.NewTarget is null && call[0].Reference is Symbol symbol)
        {
            return call.Realm.NewString(symbol.ToString());
        }

        JsString text = call.Count == 0 ? JsString.Empty : call.Agent.ToJsString(call[0]);
        if (call.NewTarget is null)
        {
            return text;
        }

        Shape shape = call.Agent.ShapeFor(call.NewTarget, Intrinsic.StringPrototype);
        call.Agent.Meter.Allocate(ModelBytes.Object + 16);
        return new JsPrimitiveObject(shape, text);
    }

    private static Value FromCharCode(in NativeCall call)
    {
        if (call.Count == 1)
        {
            return JsString.FromChar((char)NumberConversions.ToUint16(call.Agent.ToNumber(call[0])));
        }

        var text = new TextBuilder(call.Agent, call.Count);
        foreach (Value unit in call.Arguments)
        {
            call.Agent.Meter.Work(1);
            text.Append((char)NumberConversions.ToUint16(call.Agent.ToNumber(unit)));
        }

        return text.ToJsString();
    }

    private static Value FromCodePoint(in NativeCall call)
    {
        var text = new TextBuilder(call.Agent, call.Count);
        foreach (Value argument in call.Arguments)
        {
            call.Agent.Meter.Work(1);
            double point = call.Agent.ToNumber(argument);
            if (!(point >= 0 && point <= MaximumCodePoint && point == Math.Truncate(point)))
            {
                throw call.Agent.RangeError($"Invalid code point {NumberText.ToText(point)}");
            }

            if (point <= char.MaxValue)
            {
                text.Append((char)point);
            }
            else
            {
                Span<char> pair = text.Reserve(2);
                text.Advance(new Rune((int)point).EncodeToUtf16(pair));
            }
        }

        return text.ToJsString();
    }

    /// <summary>See <see href="https://tc39.es/ecma262/#sec-string.raw"/>.</summary>
    private static Value Raw(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsObject cooked = agent.ToObject(call[0]);
        JsObject literals = agent.ToObject(agent.Get(cooked, Atoms.Raw));
        double count = agent.LengthOf(literals);
        var text = new TextBuilder(agent);
        for (double index = 0; index < count; index++)
        {
            agent.Meter.Work(1);
            text.Append(agent.ToJsString(agent.Get(literals, agent.ToPropertyKey(index))));
            if (index + 1 < count && index + 1 < call.Count)
            {
                text.Append(agent.ToJsString(call[(int)index + 1]));
            }
        }

        return text.ToJsString();
    }
}
