using System.Diagnostics.CodeAnalysis;
using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Objects;

/// <summary>Walks the live cells from the roots with an explicit stack and adds up their model bytes.</summary>
/// <param name="meter">Is charged with the work, so that tracing again and again is not free and a long trace can be cancelled; null for none.</param>
internal sealed class Tracer(Meter? meter = null)
{
    /// <summary>Shorter texts are counted with each string that has them.</summary>
    public const int LeastShared = 64;

    /// <summary>So many steps go between two reports to the meter.</summary>
    private const int Slice = 4096;

    private static int s_lastMark;

    private readonly int _mark = Interlocked.Increment(ref s_lastMark);
    private readonly Stack<Cell> _pending = new();
    private HashSet<object>? _characters;
    private long _bytes;
    private long _steps;

    /// <summary>Whether this trace has reached <paramref name="cell"/>.</summary>
    public bool IsReached(Cell cell) => cell.TraceMark == _mark;

    /// <summary>Marks something that is not a cell as reached; false where it was already in this trace.</summary>
    public bool Reach(ref int mark)
    {
        bool isFirst = mark != _mark;
        mark = _mark;
        return isFirst;
    }

    public void Visit(Cell? cell)
    {
        if (cell is not null && cell.TraceMark != _mark)
        {
            cell.TraceMark = _mark;
            _pending.Push(cell);
        }
    }

    public void Visit(in Value value)
    {
        if (value.Reference is { } cell && cell.Kind >= CellKind.String)
        {
            Visit(cell);
        }
    }

    /// <summary>Visits values that are no cell's own.</summary>
    public void Visit(ReadOnlySpan<Value> values)
    {
        foreach (ref readonly Value value in values)
        {
            Visit(value);
        }
    }

    /// <summary>Takes a cell that was reached and not yet traced, for one who decides what to follow.</summary>
    public bool TryTake([NotNullWhen(true)] out Cell? cell)
    {
        bool isTaken = _pending.TryPop(out cell);
        Step();
        return isTaken;
    }

    /// <summary>Reports the work that has not been reported yet.</summary>
    public void Report()
    {
        meter?.Work(_steps);
        _steps = 0;
    }

    /// <summary>Visits an array of values and counts its own size.</summary>
    public void Visit(Value[]? values) => Visit(values, values?.Length ?? 0);

    /// <summary>Visits the first <paramref name="count"/> values of an array and counts the size of the whole array.</summary>
    public void Visit(Value[]? values, int count)
    {
        if (values is null || values.Length == 0)
        {
            return;
        }

        _bytes += ModelBytes.Values(values.Length);
        _steps += count / 8;
        foreach (ref readonly Value value in values.AsSpan(0, count))
        {
            Visit(value);
        }
    }

    /// <summary>Counts the characters behind strings once, however many slices share them.</summary>
    public void VisitCharacters(object source, int length)
    {
        if (length < LeastShared || (_characters ??= new HashSet<object>(ReferenceEqualityComparer.Instance)).Add(source))
        {
            _bytes += 24 + (2L * length);
        }
    }

    /// <summary>Adds memory that is not a cell, such as a table.</summary>
    public void Count(long bytes) => _bytes += bytes;

    /// <summary>Visits all that is pending and returns the bytes of everything reached so far.</summary>
    public long Run()
    {
        while (_pending.TryPop(out Cell? cell))
        {
            // In two steps: tracing a cell counts into the sum itself.
            long own = cell.Trace(this);
            _bytes += own;
            Step();
        }

        return _bytes;
    }

    private void Step()
    {
        if (++_steps >= Slice)
        {
            Report();
        }
    }
}

/// <summary>The sizes of guest data in model bytes, close to what the runtime allocates on 64 bits.</summary>
internal static class ModelBytes
{
    public const long Object = 56;
    public const long Array = 80;
    public const long Function = 96;
    public const long Closure = 120;
    public const long ClosureExtras = 48;
    public const long Accessor = 40;

    public static long Values(long count) => 24 + (16 * count);

    /// <summary>The memory behind an ArrayBuffer.</summary>
    public static long Buffer(long length) => 24 + length;

    /// <summary>A BigInt; up to 63 bits and a sign need no words of their own.</summary>
    public static long BigInt(long bits) => bits < 64 ? 48 : 72 + ((bits + 63) / 64 * 8);
}
