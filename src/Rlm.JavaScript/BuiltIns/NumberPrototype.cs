using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>Number.prototype</c>. See <see href="https://tc39.es/ecma262/#sec-properties-of-the-number-prototype-object"/>.</summary>
internal static class NumberPrototype
{
    public static JsObject Create(Realm realm)
    {
        var prototype = new JsPrimitiveObject(Shape.CreateUnique(realm.Shapes, realm[Intrinsic.ObjectPrototype], capacity: 8), 0);
        return ObjectBuilder.On(realm, prototype)
            .Method("toExponential", 1, ToExponential)
            .Method("toFixed", 1, ToFixed)
            .Method("toLocaleString", 0, ToLocaleString)
            .Method("toPrecision", 1, ToPrecision)
            .Method("toString", 1, ToStringMethod)
            .Method("valueOf", 0, static (in NativeCall call) => ThisNumber(call, "valueOf"))
            .Object;
    }

    private static Value ToStringMethod(in NativeCall call)
    {
        double number = ThisNumber(call, "toString");
        double radix = call[0].IsUndefined ? 10 : call.Agent.ToIntegerOrInfinity(call[0]);
        if (!(radix is >= 2 and <= 36))
        {
            throw call.Agent.RangeError("toString() radix argument must be between 2 and 36");
        }

        return radix == 10 ? call.Agent.NumberToString(number) : call.Realm.NewString(NumberText.ToRadix(number, (int)radix));
    }

    private static Value ToFixed(in NativeCall call)
    {
        double number = ThisNumber(call, "toFixed");
        double digits = call.Agent.ToIntegerOrInfinity(call[0]);
        return IsWithin(digits, 0)
            ? call.Realm.NewString(NumberText.ToFixed(number, (int)digits))
            : throw call.Agent.RangeError("toFixed() digits argument must be between 0 and 100");
    }

    private static Value ToExponential(in NativeCall call)
    {
        double number = ThisNumber(call, "toExponential");
        double digits = call.Agent.ToIntegerOrInfinity(call[0]);
        if (double.IsFinite(number) && !IsWithin(digits, 0))
        {
            throw call.Agent.RangeError("toExponential() argument must be between 0 and 100");
        }

        return call.Realm.NewString(NumberText.ToExponential(number, call[0].IsUndefined ? null : (int)digits));
    }

    private static Value ToPrecision(in NativeCall call)
    {
        double number = ThisNumber(call, "toPrecision");
        if (call[0].IsUndefined)
        {
            return call.Agent.NumberToString(number);
        }

        double digits = call.Agent.ToIntegerOrInfinity(call[0]);
        if (double.IsFinite(number) && !IsWithin(digits, 1))
        {
            throw call.Agent.RangeError("toPrecision() argument must be between 1 and 100");
        }

        return call.Realm.NewString(NumberText.ToPrecision(number, (int)digits));
    }

    private static Value ToLocaleString(in NativeCall call)
    {
        double number = ThisNumber(call, "toLocaleString");
        NumberFormatOptions options = call[1].IsUndefined
            ? new NumberFormatOptions()
            : NumberLocale.ReadOptions(call.Agent, "Number.prototype.toLocaleString", call[1]);
        return call.Realm.NewString(NumberText.ToLocaleText(number, options));
    }

    private static bool IsWithin(double digits, int minimum) => digits >= minimum && digits <= NumberText.MaxDigits;

    private static double ThisNumber(in NativeCall call, string method) => call.This.Reference switch
    {
        null => call.This.Number,
        JsPrimitiveObject { Primitive: { IsNumber: true } number } => number.Number,
        _ => throw call.Agent.TypeError($"Number.prototype.{method} requires that 'this' be a Number"),
    };
}
