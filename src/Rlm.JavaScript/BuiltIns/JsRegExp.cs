using Rlm.JavaScript.Objects;
using Rlm.JavaScript.RegularExpressions;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>A RegExp instance (ECMA-262 §22.2.8). Its first own property is always <c>lastIndex</c>, which can be frozen but not deleted.</summary>
internal sealed class JsRegExp : JsObject
{
    private const int LastIndexSlot = 0;

    /// <summary>Makes an instance with a layout that has <c>lastIndex</c> already.</summary>
    public JsRegExp(Shape shape, CompiledPattern pattern, Value[] slots)
        : base(shape, slots) => Pattern = pattern;

    public CompiledPattern Pattern { get; }

    public override string ClassName => "RegExp";

    /// <summary>The value of <c>lastIndex</c>. Written directly only while the property is known to be writable.</summary>
    public Value LastIndex
    {
        get => Slots[LastIndexSlot];
        set => Slots[LastIndexSlot] = value;
    }

    /// <summary>The expression as a literal, whatever its properties say.</summary>
    public string ToLiteral() => $"/{Pattern.EscapedSource}/{RegExpFlagLetters.Format(Pattern.Flags)}";

    protected override long OwnBytes => ModelBytes.Object + 8;

    internal override long Trace(Tracer tracer)
    {
        tracer.VisitCharacters(Pattern, (int)(Pattern.Bytes / 2));
        return base.Trace(tracer);
    }
}
