using System.Text;
using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Execution;

/// <summary>Collects what is printed, up to a length; what comes after is counted and dropped.</summary>
internal sealed class ConsoleOutput
{
    private readonly StringBuilder _text = new();
    private int _maxLength = int.MaxValue;

    /// <summary>The characters that were printed, also those that were dropped.</summary>
    public long TotalLength { get; private set; }

    /// <summary>Whether nothing more is kept, so that nothing more needs to be formatted.</summary>
    public bool IsFull => _text.Length >= _maxLength;

    /// <summary>The characters that are still kept.</summary>
    public int Remaining => _maxLength - _text.Length;

    public void Begin(int maxLength)
    {
        _text.Clear();
        _maxLength = maxLength;
        TotalLength = 0;
    }

    /// <summary>Adds a line and its line feed.</summary>
    public void WriteLine(Meter meter, ReadOnlySpan<char> line)
    {
        Write(meter, line);
        Write(meter, "\n");
    }

    public void Write(Meter meter, ReadOnlySpan<char> text)
    {
        TotalLength += text.Length;
        int kept = Math.Min(text.Length, Remaining);
        meter.Copy(kept);
        _text.Append(text[..kept]);
    }

    /// <summary>Where the output stands, for <see cref="ReturnTo"/>.</summary>
    public (int Kept, long Total) Position => (_text.Length, TotalLength);

    /// <summary>Takes back what was written since.</summary>
    public void ReturnTo((int Kept, long Total) position) => (_text.Length, TotalLength) = position;

    public override string ToString() => _text.ToString();
}
