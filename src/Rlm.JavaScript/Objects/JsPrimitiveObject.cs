namespace Rlm.JavaScript.Objects;

/// <summary>A Boolean, Number, String, Symbol or BigInt object around a primitive value.</summary>
internal sealed class JsPrimitiveObject(Shape shape, Value primitive) : JsObject(shape)
{
    public readonly Value Primitive = primitive;

    public override string ClassName => Primitive.Reference switch
    {
        null => "Number",
        JsString => "String",
        Symbol => "Symbol",
        JsBigInt => "BigInt",
        _ => "Boolean",
    };

    public override bool IsExotic => Primitive.IsString;

    /// <summary>ECMA-262 §10.4.3: a String object also has its characters and its length.</summary>
    public override bool GetOwnProperty(PropertyKey key, out Property property)
    {
        if (Primitive.Reference is JsString text)
        {
            if (key.IsIndex && key.Index < (uint)text.Length)
            {
                property = new Property(JsString.FromChar(text[(int)key.Index]), PropertyAttributes.Enumerable);
                return true;
            }

            if (ReferenceEquals(key.Cell, Atoms.Length))
            {
                property = new Property(text.Length, PropertyAttributes.None);
                return true;
            }
        }

        return base.GetOwnProperty(key, out property);
    }

    public override bool DefineOwnProperty(PropertyKey key, in PropertyDescriptor descriptor)
    {
        if (Primitive.IsString && GetOwnProperty(key, out Property own) && !own.IsConfigurable && (key.IsIndex || ReferenceEquals(key.Cell, Atoms.Length)))
        {
            return IsCompatible(descriptor, own);
        }

        return base.DefineOwnProperty(key, descriptor);
    }

    protected override bool HasIndexedProperties => Primitive.Reference is JsString { Length: > 0 } || base.HasIndexedProperties;

    protected override void CollectIndices(List<PropertyKey> keys)
    {
        if (Primitive.Reference is JsString text)
        {
            Shape.Space.Meter.Work(text.Length);
            Shape.Space.Meter.Allocate(16L * text.Length);
            for (int i = 0; i < text.Length; i++)
            {
                keys.Add((uint)i);
            }
        }

        base.CollectIndices(keys);
    }

    protected override void CollectExtraNames(List<PropertyKey> keys)
    {
        if (Primitive.IsString)
        {
            keys.Add(Atoms.Length);
        }
    }

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Primitive);
        return base.Trace(tracer) + 16;
    }
}
