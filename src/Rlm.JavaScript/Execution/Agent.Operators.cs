using System.Numerics;
using System.Runtime.CompilerServices;
using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <content>Operators on values that are not both numbers (ECMA-262 §13.15.3, §7.2.13, §7.2.14).</content>
internal sealed partial class Agent
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Value Add(in Value left, in Value right)
    {
        if (left.Reference is JsString leftText && right.Reference is JsString rightText)
        {
            return Concat(leftText, rightText);
        }

        Value first = ToPrimitive(left);
        Value second = ToPrimitive(right);
        if (first.IsString || second.IsString)
        {
            return Concat(ToJsString(first), ToJsString(second));
        }

        return Arithmetic(OpCode.Add, first, second);
    }

    public JsString Concat(JsString left, JsString right)
    {
        if ((long)left.Length + right.Length > JsString.MaxLength)
        {
            throw RangeError("Invalid string length");
        }

        Meter.Allocate(JsString.ConcatBytes(left.Length + right.Length));
        return JsString.Concat(left, right);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Value Arithmetic(OpCode op, in Value left, in Value right)
    {
        if (left.Reference is JsBigInt leftBig && right.Reference is JsBigInt rightBig)
        {
            return BigIntArithmetic(op, leftBig, rightBig);
        }

        Value first = ToNumeric(left);
        Value second = ToNumeric(right);
        if (first.Reference is JsBigInt firstBig && second.Reference is JsBigInt secondBig)
        {
            return BigIntArithmetic(op, firstBig, secondBig);
        }

        if (first.IsBigInt || second.IsBigInt)
        {
            throw TypeError("Cannot mix BigInt and other types, use explicit conversions");
        }

        double x = first.Number;
        double y = second.Number;
        return op switch
        {
            OpCode.Add => x + y,
            OpCode.Subtract => x - y,
            OpCode.Multiply => x * y,
            OpCode.Divide => x / y,
            OpCode.Remainder => NumberMath.Remainder(x, y),
            OpCode.Exponentiate => NumberMath.Exponentiate(x, y),
            _ => Bitwise(op, NumberConversions.ToInt32(x), NumberConversions.ToInt32(y)),
        };
    }

    private static double Bitwise(OpCode op, int left, int right) => op switch
    {
        OpCode.BitwiseAnd => left & right,
        OpCode.BitwiseOr => left | right,
        OpCode.BitwiseXor => left ^ right,
        OpCode.ShiftLeft => left << (right & 31),
        OpCode.ShiftRight => left >> (right & 31),
        _ => (uint)left >> (right & 31),
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Value Step(in Value operand, int step)
    {
        Value numeric = ToNumeric(operand);
        return numeric.Reference is JsBigInt big ? BigIntArithmetic(OpCode.Add, big, new JsBigInt(step)) : numeric.Number + step;
    }

    private Value Negate(in Value operand)
    {
        Value numeric = ToNumeric(operand);
        return numeric.Reference is JsBigInt big ? NewBigInt(-big.Value) : -numeric.Number;
    }

    private Value BitwiseNot(in Value operand)
    {
        Value numeric = ToNumeric(operand);
        return numeric.Reference is JsBigInt big ? NewBigInt(-big.Value - 1) : ~NumberConversions.ToInt32(numeric.Number);
    }

    /// <summary>Charges for and makes a BigInt value; a RangeError where it is too large.</summary>
    public JsBigInt NewBigInt(BigInteger value)
    {
        long bits = (long)value.GetBitLength();
        if (bits > JsBigInt.MaxBits)
        {
            throw RangeError("Maximum BigInt size exceeded");
        }

        Meter.Allocate(ModelBytes.BigInt(bits));
        return new JsBigInt(value);
    }

    private JsBigInt BigIntArithmetic(OpCode op, JsBigInt left, JsBigInt right)
    {
        if (left.IsSmall && right.IsSmall && TryArithmetic(op, left.Small, right.Small, out long result))
        {
            Meter.Work(1);
            Meter.Allocate(ModelBytes.BigInt(0));
            return new JsBigInt(result);
        }

        return NewBigInt(BigIntArithmetic(op, left.Value, right.Value));
    }

    /// <summary>Calculates in 64 bits. False: the result may not fit, or there is none.</summary>
    private static bool TryArithmetic(OpCode op, long left, long right, out long result)
    {
        switch (op)
        {
            case OpCode.Add:
                result = left + right;
                return ((left ^ result) & (right ^ result)) >= 0;
            case OpCode.Subtract:
                result = left - right;
                return ((left ^ right) & (left ^ result)) >= 0;
            case OpCode.Multiply:
                return Math.BigMul(left, right, out result) == result >> 63;
            case OpCode.Divide when right is not (0 or -1):
                result = left / right;
                return true;
            case OpCode.Remainder when right is not (0 or -1):
                result = left % right;
                return true;
            case OpCode.BitwiseAnd:
                result = left & right;
                return true;
            case OpCode.BitwiseOr:
                result = left | right;
                return true;
            case OpCode.BitwiseXor:
                result = left ^ right;
                return true;
            case OpCode.ShiftLeft when right is >= 0 and < 63:
                result = left << (int)right;
                return result >> (int)right == left;
            case OpCode.ShiftRight when right >= 0:
                result = left >> (int)Math.Min(right, 63);
                return true;
            default:
                result = 0;
                return false;
        }
    }

    private BigInteger BigIntArithmetic(OpCode op, BigInteger left, BigInteger right)
    {
        long leftWords = left.GetBitLength() / 64;
        long rightWords = right.GetBitLength() / 64;
        Meter.Work(1 + leftWords + rightWords + (leftWords * rightWords / 8));
        switch (op)
        {
            case OpCode.Add:
                return left + right;
            case OpCode.Subtract:
                return left - right;
            case OpCode.Multiply:
                return left * right;
            case OpCode.Divide:
                return right.IsZero ? throw RangeError("Division by zero") : BigInteger.Divide(left, right);
            case OpCode.Remainder:
                return right.IsZero ? throw RangeError("Division by zero") : BigInteger.Remainder(left, right);
            case OpCode.Exponentiate:
                return Power(left, right);
            case OpCode.BitwiseAnd:
                return left & right;
            case OpCode.BitwiseOr:
                return left | right;
            case OpCode.BitwiseXor:
                return left ^ right;
            case OpCode.ShiftLeft:
                return Shift(left, right);
            case OpCode.ShiftRight:
                return Shift(left, -right);
            default:
                throw TypeError("BigInts have no unsigned right shift, use >> instead");
        }
    }

    private BigInteger Power(BigInteger value, BigInteger exponent)
    {
        if (exponent.Sign < 0)
        {
            throw RangeError("Exponent must be non-negative");
        }

        if (value.IsZero || value.IsOne || value == BigInteger.MinusOne)
        {
            return exponent.IsZero ? BigInteger.One : exponent.IsEven ? value * value : value;
        }

        if (exponent > JsBigInt.MaxBits || (long)value.GetBitLength() * (long)exponent > JsBigInt.MaxBits * 2)
        {
            throw RangeError("Maximum BigInt size exceeded");
        }

        // The last squaring is the dearest; all before it together cost no more.
        long words = (long)value.GetBitLength() * (long)exponent / 64;
        Meter.Work(words + (words * words / 16));
        return BigInteger.Pow(value, (int)exponent);
    }

    private BigInteger Shift(BigInteger value, BigInteger distance)
    {
        if (value.IsZero || distance < -JsBigInt.MaxBits * 2)
        {
            return value.Sign < 0 ? BigInteger.MinusOne : BigInteger.Zero;
        }

        return distance > JsBigInt.MaxBits ? throw RangeError("Maximum BigInt size exceeded") : value << (int)distance;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Relation(OpCode op, in Value left, in Value right)
    {
        if (left.Reference is null && right.Reference is null)
        {
            return op switch
            {
                OpCode.Less => left.Number < right.Number,
                OpCode.LessOrEqual => left.Number <= right.Number,
                OpCode.Greater => left.Number > right.Number,
                _ => left.Number >= right.Number,
            };
        }

        Value first = ToPrimitive(left, PrimitiveHint.Number);
        Value second = ToPrimitive(right, PrimitiveHint.Number);
        if (Compare(first, second) is not { } order)
        {
            return false;
        }

        return op switch
        {
            OpCode.Less => order < 0,
            OpCode.LessOrEqual => order <= 0,
            OpCode.Greater => order > 0,
            _ => order >= 0,
        };
    }

    /// <summary>The order of two primitive values; null where one is not a number.</summary>
    private int? Compare(Value left, Value right)
    {
        if (left.Reference is JsString leftText && right.Reference is JsString rightText)
        {
            Meter.Work(Math.Min(leftText.Length, rightText.Length) / 16);
            return JsString.Compare(leftText, rightText);
        }

        if (left.IsBigInt || right.IsBigInt)
        {
            return CompareBigInts(left, right);
        }

        double x = ToNumber(left);
        double y = ToNumber(right);
        return double.IsNaN(x) || double.IsNaN(y) ? null : x.CompareTo(y);
    }

    private int? CompareBigInts(Value left, Value right)
    {
        if (left.Reference is JsBigInt first)
        {
            if (right.Reference is JsBigInt second)
            {
                return JsBigInt.Compare(first, second);
            }

            if (right.Reference is JsString text)
            {
                return TryStringToBigInt(text, out BigInteger parsed) ? first.Value.CompareTo(parsed) : null;
            }

            return CompareToNumber(first.Value, ToNumber(right));
        }

        return -CompareBigInts(right, left);
    }

    private static int? CompareToNumber(BigInteger value, double number)
    {
        if (double.IsNaN(number))
        {
            return null;
        }

        if (double.IsInfinity(number))
        {
            return number > 0 ? -1 : 1;
        }

        double floor = Math.Floor(number);
        int order = value.CompareTo(new BigInteger(floor));
        return order == 0 && floor < number ? -1 : order;
    }

    /// <summary>ECMAScript IsLooselyEqual (<c>==</c>).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool LooselyEquals(in Value left, in Value right)
    {
        Value first = left;
        Value second = right;
        while (true)
        {
            if (first.IsNullish || second.IsNullish)
            {
                return first.IsNullish && second.IsNullish;
            }

            if ((first.IsNumber && second.IsNumber) || (first.Reference is not null && second.Reference is not null && first.Reference.Kind == second.Reference.Kind))
            {
                Meter.Work(first.Reference is JsString text ? text.Length / 16 : 0);
                return Value.StrictEquals(first, second);
            }

            if (first.IsBoolean)
            {
                first = first.IsTrue ? 1 : 0;
            }
            else if (second.IsBoolean)
            {
                second = second.IsTrue ? 1 : 0;
            }
            else if (first.IsObject)
            {
                first = ToPrimitive(first);
            }
            else if (second.IsObject)
            {
                second = ToPrimitive(second);
            }
            else if (first.IsSymbol || second.IsSymbol)
            {
                return false;
            }
            else
            {
                return first.IsBigInt || second.IsBigInt ? CompareBigInts(first, second) == 0 : ToNumber(first) == ToNumber(second);
            }
        }
    }

    public static Value TypeOf(in Value value) => value.Reference switch
    {
        null => NumberType,
        JsString => StringType,
        JsFunction => FunctionType,
        JsObject => ObjectType,
        Symbol => SymbolType,
        JsBigInt => BigIntType,
        { Kind: CellKind.Null } => ObjectType,
        { Kind: CellKind.Boolean } => BooleanType,
        _ => Atoms.Undefined.Text,
    };

    private static readonly JsString NumberType = Atoms.Number.Text;
    private static readonly JsString StringType = Atoms.String.Text;
    private static readonly JsString FunctionType = Atoms.Function.Text;
    private static readonly JsString ObjectType = Atoms.Object.Text;
    private static readonly JsString SymbolType = Atoms.Symbol.Text;
    private static readonly JsString BigIntType = Atoms.BigInt.Text;
    private static readonly JsString BooleanType = Atoms.Boolean.Text;

    /// <summary>Joins the parts of a template in one go.</summary>
    private Value JoinTemplate(Span<Value> parts)
    {
        long length = 0;
        foreach (ref Value part in parts)
        {
            if (!part.IsString)
            {
                part = ToJsString(part);
            }

            length += part.AsString().Length;
        }

        if (length > JsString.MaxLength)
        {
            throw RangeError("Invalid string length");
        }

        if (length > 1024)
        {
            JsString joined = JsString.Empty;
            foreach (ref readonly Value part in parts)
            {
                joined = Concat(joined, part.AsString());
            }

            return joined;
        }

        Meter.Copy(length);
        Meter.Allocate(JsString.FlatBytes(0));
        char[] buffer = new char[(int)length];
        int position = 0;
        foreach (ref readonly Value part in parts)
        {
            ReadOnlySpan<char> text = part.AsString().Span;
            text.CopyTo(buffer.AsSpan(position));
            position += text.Length;
        }

        return JsString.FromBuffer(buffer, buffer.Length);
    }
}
