using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Syntax;

/// <summary>A growing buffer for names and strings that are not a plain stretch of the source.</summary>
internal sealed class CharacterBuffer(Meter meter)
{
    private char[] _characters = [];
    private int _length;

    public ReadOnlySpan<char> Span => _characters.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void Append(char c)
    {
        Reserve(1);
        _characters[_length++] = c;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_characters.AsSpan(_length));
        _length += text.Length;
    }

    public void AppendCodePoint(int codePoint)
    {
        if (codePoint < 0x10000)
        {
            Append((char)codePoint);
            return;
        }

        Append((char)(0xD800 + ((codePoint - 0x10000) >> 10)));
        Append((char)(0xDC00 + (codePoint & 0x3FF)));
    }

    public override string ToString()
    {
        meter.Allocate(24 + 2L * _length);
        return Span.ToString();
    }

    private void Reserve(int count)
    {
        if (_length + count <= _characters.Length)
            return;
        int capacity = Math.Max(64, Math.Max(_length + count, _characters.Length * 2));
        meter.Allocate(2L * (capacity - _characters.Length));
        meter.Work(_length / 16);
        Array.Resize(ref _characters, capacity);
    }
}
