namespace Rlm.JavaScript.Numerics;

/// <summary>Appends to a buffer the caller made large enough; the text of a number or a date has a known greatest length.</summary>
internal ref struct CharWriter(Span<char> buffer)
{
    private readonly Span<char> _buffer = buffer;

    public int Length { get; private set; }

    public readonly ReadOnlySpan<char> Written => _buffer[..Length];

    public void Append(char character) => _buffer[Length++] = character;

    public void Append(char character, int count)
    {
        _buffer.Slice(Length, count).Fill(character);
        Length += count;
    }

    public void Append(scoped ReadOnlySpan<char> text)
    {
        text.CopyTo(_buffer[Length..]);
        Length += text.Length;
    }

    /// <summary>Appends a number that is not negative, with zeros before it up to <paramref name="width"/> digits.</summary>
    public void AppendPadded(long value, int width)
    {
        Span<char> digits = stackalloc char[20];
        var start = digits.Length;
        do
        {
            (value, var digit) = Math.DivRem(value, 10);
            digits[--start] = (char)('0' + digit);
        }
        while (value != 0);

        var length = digits.Length - start;
        if (length < width)
            Append('0', width - length);
        Append(digits[start..]);
    }

    public override readonly string ToString() => Written.ToString();
}
