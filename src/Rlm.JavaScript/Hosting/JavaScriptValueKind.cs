namespace Rlm.JavaScript;

/// <summary>What a <see cref="JavaScriptValue"/> is.</summary>
public enum JavaScriptValueKind
{
    /// <summary><c>undefined</c>.</summary>
    Undefined,

    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary>A boolean.</summary>
    Boolean,

    /// <summary>A number: a 64-bit floating-point value.</summary>
    Number,

    /// <summary>An integer of any size.</summary>
    BigInt,

    /// <summary>A text.</summary>
    String,

    /// <summary>A list of values.</summary>
    Array,

    /// <summary>Named values, in order.</summary>
    Object,
}
