using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// Collects the characters of a guest string. What it holds is charged before it grows, and it ends with a RangeError where the result
/// would be longer than a string may be.
/// </summary>
internal sealed class TextBuilder
{
    private const int MinimumCapacity = 32;

    /// <summary>Results up to this length are copied out, so that no unused capacity stays behind them.</summary>
    private const int MaximumCopied = 256;

    /// <summary>From here on the capacity grows by halves: all that a built-in function allocates counts until it ends.</summary>
    private const int MaximumDoubled = 1 << 20;

    private readonly Agent _agent;
    private char[] _characters;

    public TextBuilder(Agent agent, int capacity = MinimumCapacity)
    {
        _agent = agent;
        capacity = Math.Clamp(capacity, MinimumCapacity, JsString.MaxLength);
        agent.Meter.Allocate(BytesOf(capacity));
        _characters = new char[capacity];
    }

    public int Length { get; private set; }

    public void Append(char character)
    {
        if (Length == _characters.Length)
        {
            Grow(1);
        }

        _characters[Length++] = character;
    }

    public void Append(scoped ReadOnlySpan<char> text)
    {
        if (text.Length > _characters.Length - Length)
        {
            Grow(text.Length);
        }

        MeteredText.Copy(text, _characters.AsSpan(Length), _agent.Meter);
        Length += text.Length;
    }

    public void Append(JsString text) => Append(text.Span);

    /// <summary>Gives room for at least <paramref name="length"/> characters to be written; <see cref="Advance"/> then says how many were.</summary>
    public Span<char> Reserve(int length)
    {
        if (length > _characters.Length - Length)
        {
            Grow(length);
        }

        return _characters.AsSpan(Length);
    }

    public void Advance(int length) => Length += length;

    /// <summary>The characters as a string. The builder is not to be used after that.</summary>
    public JsString ToJsString()
    {
        if (Length <= MaximumCopied || Length < _characters.Length / 2)
        {
            return _agent.Realm.NewString(_characters.AsSpan(0, Length));
        }

        _agent.Meter.Allocate(JsString.FlatBytes(0));
        return JsString.FromBuffer(_characters, Length);
    }

    public void Trace(Tracer tracer) => tracer.Count(BytesOf(_characters.Length));

    private static long BytesOf(long capacity) => 24 + (2 * capacity);

    private void Grow(int more)
    {
        long needed = (long)Length + more;
        if (needed > JsString.MaxLength)
        {
            throw _agent.RangeError("Invalid string length");
        }

        long room = _characters.Length <= MaximumDoubled ? _characters.Length : _characters.Length / 2;
        int capacity = (int)Math.Min(Math.Max(needed, _characters.Length + room), JsString.MaxLength);
        _agent.Meter.Allocate(BytesOf(capacity));
        var grown = new char[capacity];
        MeteredText.Copy(_characters.AsSpan(0, Length), grown, _agent.Meter);
        _agent.Meter.Release(BytesOf(_characters.Length));
        _characters = grown;
    }
}
