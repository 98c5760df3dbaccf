using System.Numerics;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

internal enum PrimitiveHint
{
    Default,
    Number,
    String,
}

/// <content>Type conversion, ECMA-262 §7.1. Conversions of objects call guest code on the CLR stack, to a capped depth.</content>
internal sealed partial class Agent
{
    public Value ToPrimitive(Value value, PrimitiveHint hint = PrimitiveHint.Default)
    {
        if (value.Reference is not JsObject instance)
        {
            return value;
        }

        Value exotic = Get(instance, WellKnownSymbols.ToPrimitive);
        if (!exotic.IsNullish)
        {
            Value result = Call(RequireCallable(exotic, "Symbol.toPrimitive"), value, [HintText(hint)]);
            return result.IsObject ? throw TypeError("Cannot convert object to primitive value") : result;
        }

        return OrdinaryToPrimitive(instance, hint);
    }

    public double ToNumber(Value value) => value.Reference switch
    {
        null => value.Number,
        JsString text => StringToNumber(text),
        JsObject => ToNumber(ToPrimitive(value, PrimitiveHint.Number)),
        { Kind: CellKind.Undefined } => double.NaN,
        { Kind: CellKind.Null } => 0,
        { Kind: CellKind.Boolean } => value.IsTrue ? 1 : 0,
        { Kind: CellKind.Symbol } => throw TypeError("Cannot convert a Symbol value to a number"),
        { Kind: CellKind.BigInt } => throw TypeError("Cannot convert a BigInt value to a number; use Number(x)"),
        _ => double.NaN,
    };

    /// <summary>A number or a BigInt.</summary>
    public Value ToNumeric(Value value)
    {
        Value primitive = ToPrimitive(value, PrimitiveHint.Number);
        return primitive.IsBigInt ? primitive : ToNumber(primitive);
    }

    /// <summary>ECMAScript ToBigInt. See <see href="https://tc39.es/ecma262/#sec-tobigint"/>.</summary>
    public BigInteger ToBigInt(Value value)
    {
        Value primitive = ToPrimitive(value, PrimitiveHint.Number);
        return primitive.Reference switch
        {
            JsBigInt big => big.Value,
            JsString text => StringToBigInt(text),
            { Kind: CellKind.Boolean } => primitive.IsTrue ? BigInteger.One : BigInteger.Zero,
            _ => throw TypeError($"Cannot convert {Describe(primitive)} to a BigInt"),
        };
    }

    public double ToIntegerOrInfinity(Value value) => NumberConversions.ToIntegerOrInfinity(ToNumber(value));

    public int ToInt32(Value value) => NumberConversions.ToInt32(ToNumber(value));

    public uint ToUint32(Value value) => NumberConversions.ToUint32(ToNumber(value));

    /// <summary>An integer from 0 to 2^53 - 1.</summary>
    public double ToLength(Value value) => NumberConversions.ToLength(ToNumber(value));

    public double ToIndex(Value value)
    {
        double index = ToIntegerOrInfinity(value);
        return index is >= 0 and <= 9007199254740991 ? index : throw RangeError("Invalid index");
    }

    /// <summary>The length of an array-like object.</summary>
    public double LengthOf(JsObject instance) => instance is JsArray array ? array.Length : ToLength(Get(instance, Atoms.Length));

    /// <summary>A relative index as <c>slice</c> takes it: negative counts from the end; the result is within 0 and length.</summary>
    public double ToRelativeIndex(Value value, double length, double whenUndefined)
    {
        double relative = value.IsUndefined ? whenUndefined : ToIntegerOrInfinity(value);
        return relative < 0 ? Math.Max(length + relative, 0) : Math.Min(relative, length);
    }

    public JsString ToJsString(Value value) => value.Reference switch
    {
        JsString text => text,
        null => NumberToString(value.Number),
        JsObject => ToJsString(ToPrimitive(value, PrimitiveHint.String)),
        JsBigInt big => BigIntToString(big.Value, 10),
        { Kind: CellKind.Undefined } => UndefinedText,
        { Kind: CellKind.Null } => NullText,
        { Kind: CellKind.Boolean } => value.IsTrue ? TrueText : FalseText,
        _ => throw TypeError("Cannot convert a Symbol value to a string"),
    };

    public JsString NumberToString(double number)
    {
        if (number >= 0 && number < 256 && number == (int)number)
        {
            return SmallIntegers[(int)number];
        }

        return Realm.NewString(NumberText.ToText(number));
    }

    public JsString BigIntToString(BigInteger value, int radix)
    {
        Meter.Work(BigIntText.CostOfFormatting((long)value.GetBitLength()));
        return Realm.NewString(BigIntText.Format(value, radix));
    }

    /// <summary>ECMAScript StringToBigInt; false where the text is no integer, a RangeError where it is longer than any BigInt.</summary>
    public bool TryStringToBigInt(JsString text, out BigInteger value)
    {
        // Even white space and leading zeros are not worth waiting for beyond this.
        if (text.Length > JsBigInt.MaxBits)
        {
            throw RangeError("Maximum BigInt size exceeded");
        }

        Meter.Work(BigIntText.CostOfParsing(text.Length));
        return BigIntText.TryStringToBigInt(text.Span, out value);
    }

    public PropertyKey ToPropertyKey(Value value)
    {
        if (value.Reference is null && value.Number >= 0 && value.Number <= PropertyKey.MaxIndex && value.Number == (uint)value.Number)
        {
            return (uint)value.Number;
        }

        Value primitive = ToPrimitive(value, PrimitiveHint.String);
        return primitive.Reference is Symbol symbol ? symbol : Realm.Names.Intern(ToJsString(primitive));
    }

    /// <summary>ECMAScript ToObject; a TypeError for undefined and null.</summary>
    public JsObject ToObject(Value value)
    {
        if (value.Reference is JsObject instance)
        {
            return instance;
        }

        if (value.IsNullish)
        {
            throw TypeError($"Cannot convert {Describe(value)} to object");
        }

        Meter.Allocate(ModelBytes.Object + 16);
        return new JsPrimitiveObject(Realm.ShapeOf(PrototypeOfPrimitive(value)), value);
    }

    /// <summary>The value as a function, or a TypeError that names what was expected.</summary>
    public JsFunction RequireCallable(Value value, string what) =>
        value.Reference as JsFunction ?? throw TypeError($"{what} is {Describe(value)}, not a function");

    /// <summary>The object whose properties a property access on a value finds first; for undefined and null there is none.</summary>
    public JsObject? PrototypeForAccess(Value value) => value.Reference switch
    {
        JsObject instance => instance,
        { Kind: CellKind.Undefined or CellKind.Null } => null,
        _ => Realm[PrototypeOfPrimitive(value)],
    };

    private static readonly JsString UndefinedText = Atoms.Undefined.Text;
    private static readonly JsString NullText = Atoms.Null.Text;
    private static readonly JsString TrueText = Atoms.True.Text;
    private static readonly JsString FalseText = Atoms.False.Text;
    private static readonly JsString[] SmallIntegers = CreateSmallIntegers();

    private static JsString[] CreateSmallIntegers()
    {
        var texts = new JsString[256];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = JsString.Create(i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return texts;
    }

    private static Intrinsic PrototypeOfPrimitive(Value value) => value.Reference switch
    {
        null => Intrinsic.NumberPrototype,
        JsString => Intrinsic.StringPrototype,
        Symbol => Intrinsic.SymbolPrototype,
        JsBigInt => Intrinsic.BigIntPrototype,
        _ => Intrinsic.BooleanPrototype,
    };

    private static Value HintText(PrimitiveHint hint) => Value.FromString(hint switch
    {
        PrimitiveHint.Number => "number",
        PrimitiveHint.String => "string",
        _ => "default",
    });

    /// <summary>ECMAScript OrdinaryToPrimitive.</summary>
    public Value OrdinaryToPrimitive(JsObject instance, PrimitiveHint hint)
    {
        Atom first = hint == PrimitiveHint.String ? Atoms.ToStringName : Atoms.ValueOf;
        Atom second = hint == PrimitiveHint.String ? Atoms.ValueOf : Atoms.ToStringName;
        foreach (Atom name in (ReadOnlySpan<Atom>)[first, second])
        {
            if (Get(instance, name).Reference is JsFunction method)
            {
                Value result = Call(method, instance, []);
                if (!result.IsObject)
                {
                    return result;
                }
            }
        }

        throw TypeError("Cannot convert object to primitive value");
    }

    private double StringToNumber(JsString text)
    {
        Meter.Work(text.Length / 16);
        return NumberParsing.StringToNumber(text.Span);
    }

    private BigInteger StringToBigInt(JsString text)
    {
        if (!TryStringToBigInt(text, out BigInteger value))
        {
            throw SyntaxError($"Cannot convert {Quote(text)} to a BigInt");
        }

        return value.GetBitLength() <= JsBigInt.MaxBits ? value : throw RangeError("Maximum BigInt size exceeded");
    }
}
