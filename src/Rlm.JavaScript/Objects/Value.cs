using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Rlm.JavaScript.Objects;

/// <summary>
/// An ECMAScript language value in 16 bytes: a number where <see cref="Reference"/> is null, else what the cell says.
/// The default value is the number 0, not undefined.
/// </summary>
[DebuggerDisplay("{DebuggerText,nq}")]
internal readonly struct Value
{
    public readonly Cell? Reference;
    public readonly double Number;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Value(double number)
    {
        Reference = null;
        Number = number;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Value(Cell reference)
    {
        Reference = reference;
        Number = 0;
    }

    public static Value Undefined
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Sentinel.Undefined);
    }

    public static Value Null => new(Sentinel.Null);

    public static Value True => new(Sentinel.True);

    public static Value False => new(Sentinel.False);

    public static Value Hole => new(Sentinel.Hole);

    public static Value Uninitialized => new(Sentinel.Uninitialized);

    public static Value NaN => new(double.NaN);

    public static Value EmptyString => new(JsString.Empty);

    public bool IsNumber
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Reference is null;
    }

    public bool IsUndefined => ReferenceEquals(Reference, Sentinel.Undefined);

    public bool IsNull => ReferenceEquals(Reference, Sentinel.Null);

    public bool IsNullish => Reference is not null && Reference.Kind <= CellKind.Null;

    public bool IsTrue => ReferenceEquals(Reference, Sentinel.True);

    public bool IsFalse => ReferenceEquals(Reference, Sentinel.False);

    public bool IsBoolean => Reference is not null && Reference.Kind == CellKind.Boolean;

    public bool IsHole => ReferenceEquals(Reference, Sentinel.Hole);

    public bool IsUninitialized => ReferenceEquals(Reference, Sentinel.Uninitialized);

    public bool IsString => Reference is not null && Reference.Kind == CellKind.String;

    public bool IsSymbol => Reference is not null && Reference.Kind == CellKind.Symbol;

    public bool IsBigInt => Reference is not null && Reference.Kind == CellKind.BigInt;

    public bool IsObject => Reference is not null && Reference.Kind == CellKind.Object;

    public bool IsCallable => Reference is JsFunction;

    private string DebuggerText => Reference switch
    {
        null => Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        JsString text => $"\"{text}\"",
        _ => Reference.Kind.ToString(),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Value(double number) => new(number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Value(bool value) => new(value ? Sentinel.True : Sentinel.False);

    public static implicit operator Value(Cell cell) => new(cell);

    /// <summary>Makes a string value around host text without copying it.</summary>
    public static Value FromString(string text) => new(JsString.Create(text));

    public JsString AsString() => (JsString)Reference!;

    public JsObject AsObject() => (JsObject)Reference!;

    public Symbol AsSymbol() => (Symbol)Reference!;

    public JsBigInt AsBigInt() => (JsBigInt)Reference!;

    /// <summary>Gets the object without the walk through base classes that a cast to one makes: what says it is an object derives from <see cref="JsObject"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetObject([NotNullWhen(true)] out JsObject? instance)
    {
        if (Reference is { Kind: CellKind.Object })
        {
            instance = Unsafe.As<JsObject>(Reference);
            return true;
        }

        instance = null;
        return false;
    }

    /// <summary>Gets the value as an array index or other small unsigned integer, without conversion.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetIndex(out int index)
    {
        index = (int)Number;
        return Reference is null && index == Number && index >= 0;
    }

    /// <summary>ECMAScript ToBoolean.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool ToBoolean()
    {
        if (Reference is null)
        {
            return Number != 0 && !double.IsNaN(Number);
        }

        return Reference.Kind switch
        {
            CellKind.Boolean => ReferenceEquals(Reference, Sentinel.True),
            CellKind.String => ((JsString)Reference).Length != 0,
            CellKind.BigInt => !((JsBigInt)Reference).IsZero,
            CellKind.Undefined or CellKind.Null or CellKind.Hole => false,
            _ => true,
        };
    }

    /// <summary>ECMAScript IsStrictlyEqual (<c>===</c>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool StrictEquals(in Value left, in Value right) =>
        left.Reference is null ? right.Reference is null && left.Number == right.Number : EqualCells(left.Reference, right.Reference);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool EqualCells(Cell left, Cell? right)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        return left.Kind switch
        {
            CellKind.String => right is JsString text && JsString.Equals((JsString)left, text),
            CellKind.BigInt => right is JsBigInt big && JsBigInt.Equals((JsBigInt)left, big),
            _ => false,
        };
    }

    /// <summary>ECMAScript SameValueZero: as strict equality, but NaN equals NaN.</summary>
    public static bool SameValueZero(in Value left, in Value right) =>
        StrictEquals(left, right) || (left.Reference is null && right.Reference is null && double.IsNaN(left.Number) && double.IsNaN(right.Number));

    /// <summary>ECMAScript SameValue (<c>Object.is</c>): as <see cref="SameValueZero"/>, but 0 and -0 differ.</summary>
    public static bool SameValue(in Value left, in Value right)
    {
        if (left.Reference is null && right.Reference is null)
        {
            return left.Number == right.Number
                ? double.IsNegative(left.Number) == double.IsNegative(right.Number)
                : double.IsNaN(left.Number) && double.IsNaN(right.Number);
        }

        return StrictEquals(left, right);
    }
}
