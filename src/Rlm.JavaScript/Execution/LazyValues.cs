using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>A method of a built-in object.</summary>
internal sealed class LazyMethod(string name, int length, NativeMethod code) : LazyValue
{
    public string Name => name;

    public int Length => length;

    public NativeMethod Code => code;
}

/// <summary>The functions of a built-in accessor property.</summary>
internal sealed class LazyAccessor(string name, NativeMethod getter, NativeMethod? setter) : LazyValue
{
    public string Name => name;

    public NativeMethod Getter => getter;

    public NativeMethod? Setter => setter;
}

/// <summary>An accessor property that throws, whether it is read or written (%ThrowTypeError%, ECMA-262 §10.2.4.1).</summary>
internal sealed class LazyPoison : LazyValue
{
    public static readonly LazyPoison Instance = new();

    private LazyPoison()
    {
    }
}

/// <summary>An intrinsic object, such as the constructor that belongs to a prototype.</summary>
internal sealed class LazyIntrinsic(Intrinsic intrinsic) : LazyValue
{
    private static readonly LazyIntrinsic?[] Known = new LazyIntrinsic?[(int)Intrinsic.Count];

    public Intrinsic Intrinsic => intrinsic;

    public static LazyIntrinsic Of(Intrinsic intrinsic) => Known[(int)intrinsic] ??= new LazyIntrinsic(intrinsic);
}
