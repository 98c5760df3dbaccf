using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>An iterator over the code points of a string (ECMA-262 §22.1.5).</summary>
internal sealed class StringIterator(Shape shape, JsString text) : BuiltInIterator(shape)
{
    public static readonly NativeMethod NextMethod = Next;

    private int _position;

    public override string ClassName => "String Iterator";

    public override NativeMethod OriginalNext => NextMethod;

    public static Value Create(Realm realm, JsString text)
    {
        realm.Meter.Allocate(ModelBytes.Object + 16);
        return new StringIterator(realm.ShapeOf(Intrinsic.StringIteratorPrototype), text);
    }

    public override bool MoveNext(Agent agent, out Value value)
    {
        ReadOnlySpan<char> characters = text.Span;
        int position = _position;
        if (position >= characters.Length)
        {
            value = Value.Undefined;
            return false;
        }

        char first = characters[position];
        bool isPair = char.IsHighSurrogate(first) && position + 1 < characters.Length && char.IsLowSurrogate(characters[position + 1]);
        _position = position + (isPair ? 2 : 1);
        if (isPair || first > byte.MaxValue)
        {
            agent.Meter.Allocate(JsString.FlatBytes(2));
        }

        value = isPair ? JsString.Create(characters.Slice(position, 2)) : JsString.FromChar(first);
        return true;
    }

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(text);
        return base.Trace(tracer) + 16;
    }

    private static Value Next(in NativeCall call) => call.This.Reference is StringIterator iterator
        ? iterator.Step(call.Agent)
        : throw call.Agent.TypeError($"Method String Iterator.prototype.next called on incompatible receiver {Agent.Describe(call.This)}");
}
