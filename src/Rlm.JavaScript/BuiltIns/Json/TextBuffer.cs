using System.Runtime.CompilerServices;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Json;

/// <summary>A string under construction: its memory is reported before it is taken, and its length is limited as that of every string.</summary>
internal sealed class TextBuffer(Agent agent)
{
    private const int InitialCapacity = 128;

    private char[] _characters = new char[InitialCapacity];

    public int Length { get; private set; }

    /// <summary>The model bytes that a trace has to count.</summary>
    public long Bytes => 24 + (2L * _characters.Length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(char character)
    {
        if (Length == _characters.Length)
        {
            Grow(1);
        }

        _characters[Length++] = character;
    }

    public void Append(ReadOnlySpan<char> text) => text.CopyTo(Reserve(text.Length));

    public void Append(char character, int count) => Reserve(count).Fill(character);

    /// <summary>Appends characters that the caller writes at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<char> Reserve(int count)
    {
        if (count > _characters.Length - Length)
        {
            Grow(count);
        }

        Span<char> span = _characters.AsSpan(Length, count);
        Length += count;
        return span;
    }

    /// <summary>Takes back characters that were reserved and not needed.</summary>
    public void Shorten(int count) => Length -= count;

    /// <summary>The finished string; the buffer must not be used after that.</summary>
    public JsString Finish()
    {
        if (Length < _characters.Length / 2)
        {
            return agent.Realm.NewString(_characters.AsSpan(0, Length));
        }

        agent.Meter.Allocate(JsString.FlatBytes(0));
        return JsString.FromBuffer(_characters, Length);
    }

    private void Grow(int count)
    {
        long needed = (long)Length + count;
        if (needed > JsString.MaxLength)
        {
            throw agent.RangeError("Invalid string length");
        }

        int capacity = (int)Math.Min(Math.Max(needed, _characters.Length * 2L), JsString.MaxLength);
        agent.Meter.Copy(capacity);
        Array.Resize(ref _characters, capacity);
    }
}
