using System.Numerics;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>BigInt</c> and its prototype. See <see href="https://tc39.es/ecma262/#sec-bigint-objects"/>.</summary>
internal static class BigIntBuiltIns
{
    private const int BitsPerUnit = 64;

    public static JsObject CreateConstructor(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("BigInt", 1, Construct))
            .Constructs(realm[Intrinsic.BigIntPrototype])
            .Method("asIntN", 2, AsIntN)
            .Method("asUintN", 2, AsUintN)
            .Object;

    public static JsObject CreatePrototype(Realm realm) =>
        ObjectBuilder.New(realm, realm[Intrinsic.ObjectPrototype], capacity: 8)
            .Method("toLocaleString", 0, ToLocaleString)
            .Method("toString", 0, ToStringMethod)
            .Method("valueOf", 0, static (in NativeCall call) => ThisBigInt(call, "valueOf"))
            .Tag("BigInt")
            .Object;

    private static Value Construct(in NativeCall call)
    {
        Agent agent = call.Agent;
        if (call.NewTarget is not null)
        {
            throw agent.TypeError("BigInt is not a constructor");
        }

        Value primitive = agent.ToPrimitive(call[0], PrimitiveHint.Number);
        if (!primitive.IsNumber)
        {
            return agent.NewBigInt(agent.ToBigInt(primitive));
        }

        double number = primitive.Number;
        return double.IsFinite(number) && Math.Truncate(number) == number
            ? agent.NewBigInt(new BigInteger(number))
            : throw agent.RangeError($"The number {NumberText.ToText(number)} cannot be converted to a BigInt because it is not an integer");
    }

    private static Value AsIntN(in NativeCall call)
    {
        double bits = ToBits(call);
        BigInteger value = call.Agent.ToBigInt(call[1]);
        if (bits == 0)
        {
            return call.Agent.NewBigInt(BigInteger.Zero);
        }

        if (FitsSigned(value, bits))
        {
            return call.Agent.NewBigInt(value);
        }

        // The value has more bits than asked for, so these are few enough.
        BigInteger modulus = PowerOfTwo(call.Agent, (int)bits);
        BigInteger wrapped = value & (modulus - 1);
        return call.Agent.NewBigInt(FitsSigned(wrapped, bits) ? wrapped : wrapped - modulus);
    }

    private static Value AsUintN(in NativeCall call)
    {
        double bits = ToBits(call);
        BigInteger value = call.Agent.ToBigInt(call[1]);
        if (value.Sign >= 0 && value.GetBitLength() <= bits)
        {
            return call.Agent.NewBigInt(value);
        }

        if (bits > JsBigInt.MaxBits)
        {
            throw call.Agent.RangeError("Maximum BigInt size exceeded");
        }

        return call.Agent.NewBigInt(value & (PowerOfTwo(call.Agent, (int)bits) - 1));
    }

    private static Value ToStringMethod(in NativeCall call)
    {
        JsBigInt big = ThisBigInt(call, "toString");
        double radix = call[0].IsUndefined ? 10 : call.Agent.ToIntegerOrInfinity(call[0]);
        return radix is >= 2 and <= 36
            ? Format(call.Agent, big, (int)radix)
            : throw call.Agent.RangeError("toString() radix argument must be between 2 and 36");
    }

    private static Value ToLocaleString(in NativeCall call)
    {
        JsString digits = Format(call.Agent, ThisBigInt(call, "toLocaleString"), 10);
        call.Agent.Meter.Copy(digits.Length * 2L);
        return call.Realm.NewString(NumberText.GroupDigits(digits.Span));
    }

    private static JsString Format(Agent agent, JsBigInt big, int radix)
    {
        agent.Meter.Allocate(2 * big.BitLength);
        return agent.BigIntToString(big.Value, radix);
    }

    private static double ToBits(in NativeCall call)
    {
        double bits = call.Agent.ToIntegerOrInfinity(call[0]);
        return bits is >= 0 and <= NumberConversions.MaxSafeInteger
            ? bits
            : throw call.Agent.RangeError("Invalid value: not (convertible to) a safe integer");
    }

    /// <summary>Whether a value is in the range of a two's complement of so many bits.</summary>
    private static bool FitsSigned(BigInteger value, double bits) => value.GetBitLength() < bits;

    private static BigInteger PowerOfTwo(Agent agent, int exponent)
    {
        agent.Meter.Work(1 + (exponent / BitsPerUnit));
        agent.Meter.Allocate(ModelBytes.BigInt(exponent));
        return BigInteger.One << exponent;
    }

    private static JsBigInt ThisBigInt(in NativeCall call, string method) => call.This.Reference switch
    {
        JsBigInt big => big,
        JsPrimitiveObject { Primitive.Reference: JsBigInt big } => big,
        _ => throw call.Agent.TypeError($"BigInt.prototype.{method} requires that 'this' be a BigInt"),
    };
}
