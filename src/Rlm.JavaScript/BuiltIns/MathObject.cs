using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>Math</c>. See <see href="https://tc39.es/ecma262/#sec-math-object"/>.</summary>
internal static class MathObject
{
    private static readonly (string Name, int Length, NativeMethod Method)[] Methods =
    [
        ("abs", 1, static (in NativeCall call) => Math.Abs(Number(call))),
        ("acos", 1, static (in NativeCall call) => Math.Acos(Number(call))),
        ("acosh", 1, static (in NativeCall call) => Math.Acosh(Number(call))),
        ("asin", 1, static (in NativeCall call) => Math.Asin(Number(call))),
        ("asinh", 1, static (in NativeCall call) => Math.Asinh(Number(call))),
        ("atan", 1, static (in NativeCall call) => Math.Atan(Number(call))),
        ("atanh", 1, static (in NativeCall call) => Math.Atanh(Number(call))),
        ("atan2", 2, Atan2),
        ("ceil", 1, static (in NativeCall call) => Math.Ceiling(Number(call))),
        ("cbrt", 1, static (in NativeCall call) => NumberMath.Cbrt(Number(call))),
        ("expm1", 1, static (in NativeCall call) => NumberMath.Expm1(Number(call))),
        ("clz32", 1, static (in NativeCall call) => NumberMath.Clz32(Number(call))),
        ("cos", 1, static (in NativeCall call) => Math.Cos(Number(call))),
        ("cosh", 1, static (in NativeCall call) => Math.Cosh(Number(call))),
        ("exp", 1, static (in NativeCall call) => Math.Exp(Number(call))),
        ("floor", 1, static (in NativeCall call) => Math.Floor(Number(call))),
        ("fround", 1, static (in NativeCall call) => NumberMath.Fround(Number(call))),
        ("hypot", 2, Hypot),
        ("imul", 2, Imul),
        ("log", 1, static (in NativeCall call) => Math.Log(Number(call))),
        ("log1p", 1, static (in NativeCall call) => NumberMath.Log1p(Number(call))),
        ("log2", 1, static (in NativeCall call) => Math.Log2(Number(call))),
        ("log10", 1, static (in NativeCall call) => Math.Log10(Number(call))),
        ("max", 2, Max),
        ("min", 2, Min),
        ("pow", 2, Pow),
        ("random", 0, static (in NativeCall call) => call.Agent.NextRandom()),
        ("round", 1, static (in NativeCall call) => NumberMath.Round(Number(call))),
        ("sign", 1, static (in NativeCall call) => NumberMath.Sign(Number(call))),
        ("sin", 1, static (in NativeCall call) => Math.Sin(Number(call))),
        ("sinh", 1, static (in NativeCall call) => Math.Sinh(Number(call))),
        ("sqrt", 1, static (in NativeCall call) => Math.Sqrt(Number(call))),
        ("tan", 1, static (in NativeCall call) => Math.Tan(Number(call))),
        ("tanh", 1, static (in NativeCall call) => Math.Tanh(Number(call))),
        ("trunc", 1, static (in NativeCall call) => Math.Truncate(Number(call))),
    ];

    /// <summary>What looks at its arguments as numbers, and at nothing else.</summary>
    public static IEnumerable<NativeMethod> TakingNumbers => Methods.Select(method => method.Method);

    public static JsObject Create(Realm realm)
    {
        ObjectBuilder builder = ObjectBuilder.New(realm, realm[Intrinsic.ObjectPrototype], capacity: 48);
        foreach ((string name, int length, NativeMethod method) in Methods)
        {
            builder.Method(name, length, method);
        }

        return builder
            .Value("E", Math.E, PropertyAttributes.None)
            .Value("LN10", 2.302585092994046, PropertyAttributes.None)
            .Value("LN2", 0.6931471805599453, PropertyAttributes.None)
            .Value("LOG10E", 0.4342944819032518, PropertyAttributes.None)
            .Value("LOG2E", 1.4426950408889634, PropertyAttributes.None)
            .Value("PI", Math.PI, PropertyAttributes.None)
            .Value("SQRT1_2", 0.7071067811865476, PropertyAttributes.None)
            .Value("SQRT2", 1.4142135623730951, PropertyAttributes.None)
            .Tag("Math")
            .Object;
    }

    private static double Number(in NativeCall call)
    {
        Value value = call[0];
        return value.IsNumber ? value.Number : call.Agent.ToNumber(value);
    }

    private static Value Atan2(in NativeCall call)
    {
        double y = Number(call);
        return Math.Atan2(y, call.Agent.ToNumber(call[1]));
    }

    private static Value Imul(in NativeCall call)
    {
        double x = Number(call);
        return NumberMath.Imul(x, call.Agent.ToNumber(call[1]));
    }

    private static Value Pow(in NativeCall call)
    {
        double x = Number(call);
        return NumberMath.Exponentiate(x, call.Agent.ToNumber(call[1]));
    }

    /// <summary>Every argument is converted, also after a NaN: conversions can be observed.</summary>
    private static Value Max(in NativeCall call)
    {
        call.Agent.Meter.Work(call.Count);
        double greatest = double.NegativeInfinity;
        foreach (Value argument in call.Arguments)
        {
            greatest = NumberMath.Max(greatest, argument.IsNumber ? argument.Number : call.Agent.ToNumber(argument));
        }

        return greatest;
    }

    private static Value Min(in NativeCall call)
    {
        call.Agent.Meter.Work(call.Count);
        double least = double.PositiveInfinity;
        foreach (Value argument in call.Arguments)
        {
            least = NumberMath.Min(least, argument.IsNumber ? argument.Number : call.Agent.ToNumber(argument));
        }

        return least;
    }

    private static Value Hypot(in NativeCall call)
    {
        const int MaximumOnStack = 16;
        call.Agent.Meter.Work(call.Count);
        if (call.Count > MaximumOnStack)
        {
            call.Agent.Meter.Allocate(24 + (8L * call.Count));
        }

        Span<double> numbers = call.Count <= MaximumOnStack ? stackalloc double[MaximumOnStack] : new double[call.Count];
        for (int i = 0; i < call.Count; i++)
        {
            numbers[i] = call.Agent.ToNumber(call[i]);
        }

        return NumberMath.Hypot(numbers[..call.Count]);
    }
}
