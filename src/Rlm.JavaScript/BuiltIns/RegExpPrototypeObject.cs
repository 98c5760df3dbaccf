using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// <c>RegExp.prototype</c> with what the realm keeps for regular expressions: compiled patterns, layouts, and whether matching still has its
/// original meaning, so that the protocol of the specification need not be followed step by step.
/// </summary>
internal sealed class RegExpPrototypeObject(Realm realm)
    : JsObject(Shape.CreateUnique(realm.Shapes, realm[Intrinsic.ObjectPrototype], capacity: 24))
{
    private Shape? _instanceShape;
    private Shape? _matchShape;
    private Shape? _originalShape;
    private int[] _originalSlots = [];
    private Cell?[] _originals = [];

    public PatternCache Patterns { get; } = new();

    public static RegExpPrototypeObject Of(Realm realm) => (RegExpPrototypeObject)realm[Intrinsic.RegExpPrototype];

    /// <summary>The layout of an instance that has no own property but a writable <c>lastIndex</c>.</summary>
    private Shape InstanceShape => _instanceShape ??= WithLastIndex(ShapeForChildren(Shape.Space, this));

    /// <summary>Remembers the properties that matching depends on, as they are now.</summary>
    public void MarkOriginal(params ReadOnlySpan<string> names)
    {
        _originalShape = Shape;
        _originalSlots = new int[names.Length];
        _originals = new Cell?[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            int slot = Shape.Find(realm.Names.Intern(names[i]), out _);
            _originalSlots[i] = slot;
            _originals[i] = ValueAt(slot).Reference;
        }
    }

    /// <summary>
    /// Whether an object is a regular expression on which <c>exec</c>, the flags and <c>lastIndex</c> mean what they originally do and
    /// <c>lastIndex</c> can be read and written without running guest code.
    /// </summary>
    public bool IsUnmodified(JsRegExp expression) =>
        ReferenceEquals(expression.Shape, InstanceShape) && expression.LastIndex.IsNumber && IsOriginal();

    public JsRegExp NewInstance(CompiledPattern pattern)
    {
        realm.Meter.Allocate(ModelBytes.Object + 8 + ModelBytes.Values(1));
        return InstanceShape.IsUnique
            ? NewInstance(ShapeForChildren(Shape.Space, this), pattern)
            : new JsRegExp(InstanceShape, pattern, [0]);
    }

    /// <summary>Makes an instance with a prototype of its own.</summary>
    public static JsRegExp NewInstance(Shape shape, CompiledPattern pattern)
    {
        shape.Space.Meter.Allocate(ModelBytes.Object + 8 + ModelBytes.Values(1));
        return new JsRegExp(WithLastIndex(shape), pattern, [0]);
    }

    /// <summary>Makes the array that a match results in; charges for it.</summary>
    public JsArray NewMatch(Value[] items, int index, JsString input, Value groups)
    {
        realm.Meter.Allocate(ModelBytes.Array + ModelBytes.Values(3));
        Shape arrayShape = realm.ShapeOf(Intrinsic.ArrayPrototype);
        _matchShape ??= arrayShape.Add(Atoms.Index, PropertyAttributes.Data).Add(Atoms.Input, PropertyAttributes.Data).Add(Atoms.Groups, PropertyAttributes.Data);
        if (!_matchShape.IsUnique)
        {
            return new JsArray(_matchShape, items, items.Length) { Slots = [index, input, groups] };
        }

        var match = new JsArray(arrayShape, items, items.Length);
        match.Put(Atoms.Index, index);
        match.Put(Atoms.Input, input);
        match.Put(Atoms.Groups, groups);
        return match;
    }

    internal override long Trace(Tracer tracer)
    {
        Patterns.Trace(tracer);
        foreach (Cell? original in _originals)
        {
            tracer.Visit(original);
        }

        return base.Trace(tracer);
    }

    private static Shape WithLastIndex(Shape shape) => shape.Add(Atoms.LastIndex, PropertyAttributes.Writable);

    private bool IsOriginal()
    {
        if (!ReferenceEquals(Shape, _originalShape))
        {
            return false;
        }

        for (int i = 0; i < _originalSlots.Length; i++)
        {
            if (!ReferenceEquals(Slots[_originalSlots[i]].Reference, _originals[i]))
            {
                return false;
            }
        }

        return true;
    }
}
