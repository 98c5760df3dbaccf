using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>The constructor <c>Number</c>. See <see href="https://tc39.es/ecma262/#sec-number-constructor"/>.</summary>
internal static class NumberConstructor
{
    /// <summary>2^-52, the distance from 1 to the next number.</summary>
    private const double Epsilon = 2.220446049250313e-16;

    public static JsObject Create(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("Number", 1, Construct))
            .Constructs(realm[Intrinsic.NumberPrototype])
            .Method("isFinite", 1, static (in NativeCall call) => call[0].IsNumber && double.IsFinite(call[0].Number))
            .Method("isInteger", 1, static (in NativeCall call) => IsInteger(call[0]))
            .Method("isNaN", 1, static (in NativeCall call) => call[0].IsNumber && double.IsNaN(call[0].Number))
            .Method("isSafeInteger", 1, static (in NativeCall call) =>
                IsInteger(call[0]) && Math.Abs(call[0].Number) <= NumberConversions.MaxSafeInteger)
            .Value("parseFloat", realm[Intrinsic.ParseFloat])
            .Value("parseInt", realm[Intrinsic.ParseInt])
            .Value("MAX_VALUE", double.MaxValue, PropertyAttributes.None)
            .Value("MIN_VALUE", double.Epsilon, PropertyAttributes.None)
            .Value("NaN", double.NaN, PropertyAttributes.None)
            .Value("NEGATIVE_INFINITY", double.NegativeInfinity, PropertyAttributes.None)
            .Value("POSITIVE_INFINITY", double.PositiveInfinity, PropertyAttributes.None)
            .Value("MAX_SAFE_INTEGER", NumberConversions.MaxSafeInteger, PropertyAttributes.None)
            .Value("MIN_SAFE_INTEGER", -NumberConversions.MaxSafeInteger, PropertyAttributes.None)
            .Value("EPSILON", Epsilon, PropertyAttributes.None)
            .Object;

    private static Value Construct(in NativeCall call)
    {
        Value number = 0;
        if (call.Count > 0)
        {
            Value numeric = call.Agent.ToNumeric(call[0]);
            number = numeric.IsBigInt ? NumberConversions.ToNumber(numeric.AsBigInt().Value) : numeric;
        }

        if (call.NewTarget is null)
        {
            return number;
        }

        Shape shape = call.Agent.ShapeFor(call.NewTarget, Intrinsic.NumberPrototype);
        call.Agent.Meter.Allocate(ModelBytes.Object + 16);
        return new JsPrimitiveObject(shape, number);
    }

    private static bool IsInteger(Value value) =>
        value.IsNumber && double.IsFinite(value.Number) && Math.Truncate(value.Number) == value.Number;
}
