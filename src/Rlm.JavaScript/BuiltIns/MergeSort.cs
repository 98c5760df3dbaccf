using System.Numerics;
using System.Runtime.CompilerServices;
using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// A stable merge sort that finds and keeps the order that is there already (runs as in timsort, merged in the order of powersort), written as a state machine:
/// it asks one question at a time, so that whoever answers may take as long as it likes. Whatever the answers are, it ends, and with the same elements.
/// </summary>
/// <remarks>
/// <code>
/// bool isLess = false;
/// while (sort.Advance(isLess)) isLess = Compare(sort.Later, sort.Earlier) &lt; 0;
/// </code>
/// </remarks>
internal sealed class MergeSort<T>(Meter meter, T[] items, int count)
{
    private readonly int _minimumRun = MinimumRun(count);
    private readonly Run[] _runs = new Run[40];
    private int _runCount;
    private T[] _scratch = [];
    private State _state = State.BeginRun;

    // The run that is being built: [_start, _end) is in order so far.
    private int _start;
    private int _end;
    private bool _isDescending;
    private int _power;

    // The binary search for the place of _pivot: it is within [_low, _high].
    private T _pivot = default!;
    private int _low;
    private int _high;

    // The merge: what is left of both parts, and where the next element goes.
    private int _left;
    private int _leftEnd;
    private int _right;
    private int _rightEnd;
    private int _target;

    private enum State : byte
    {
        BeginRun,
        CountRun,
        Insert,
        EndRun,
        CheckMerge,
        MergeUp,
        MergeDown,
        Done,
    }

    /// <summary>The element of the pending question that stands, or stood at first, behind the other.</summary>
    public T Later { get; private set; } = default!;

    public T Earlier { get; private set; } = default!;

    /// <summary>The elements; in order when <see cref="Advance"/> gave false.</summary>
    public T[] Items => items;

    public int Count => count;

    /// <summary>The elements set aside during a merge.</summary>
    public T[] Scratch => _scratch;

    /// <summary>Goes on with the answer to the pending question, whether <see cref="Later"/> belongs before <see cref="Earlier"/>.</summary>
    /// <returns>True when there is another question; false when all is in order.</returns>
    public bool Advance(bool isLess)
    {
        while (true)
        {
            switch (_state)
            {
                case State.BeginRun:
                    if (count - _start < 2)
                    {
                        FinishRun(count);
                        break;
                    }

                    _end = _start + 1;
                    _state = State.CountRun;
                    return Ask(items[_end], items[_end - 1]);

                case State.CountRun:
                    if (_end == _start + 1)
                    {
                        _isDescending = isLess;
                    }

                    if (_isDescending == isLess && ++_end < count)
                    {
                        return Ask(items[_end], items[_end - 1]);
                    }

                    if (_isDescending)
                    {
                        meter.Work((_end - _start) / 8);
                        items.AsSpan(_start, _end - _start).Reverse();
                    }

                    if (!BeginInsert())
                    {
                        FinishRun(_end);
                        break;
                    }

                    _state = State.Insert;
                    return AskForPlace();

                case State.Insert:
                    Narrow(isLess);
                    if (_low < _high)
                    {
                        return AskForPlace();
                    }

                    Array.Copy(items, _low, items, _low + 1, _end - _low);
                    items[_low] = _pivot;
                    _end++;
                    if (BeginInsert())
                    {
                        return AskForPlace();
                    }

                    FinishRun(_end);
                    break;

                case State.EndRun:
                    if (!PushRun())
                    {
                        break;
                    }

                    _state = State.CheckMerge;
                    return Ask(items[_right], items[_right - 1]);

                case State.CheckMerge:
                    if (!isLess)
                    {
                        EndMerge();
                        break;
                    }

                    BeginMerge();
                    return _state == State.MergeUp ? Ask(items[_right], _scratch[_left]) : Ask(_scratch[_right], items[_left]);

                case State.MergeUp:
                    if (MergeUp(isLess))
                    {
                        return Ask(items[_right], _scratch[_left]);
                    }

                    break;

                case State.MergeDown:
                    if (MergeDown(isLess))
                    {
                        return Ask(_scratch[_right], items[_left]);
                    }

                    break;

                default:
                    Later = Earlier = _pivot = default!;
                    _scratch = [];
                    return false;
            }
        }
    }

    /// <summary>A run length from 16 to 32 by which the count is divided into just under a power of two of runs.</summary>
    private static int MinimumRun(int count)
    {
        int remainder = 0;
        while (count >= 32)
        {
            remainder |= count & 1;
            count >>= 1;
        }

        return count + remainder;
    }

    private bool Ask(in T later, in T earlier)
    {
        Later = later;
        Earlier = earlier;
        return true;
    }

    private bool AskForPlace() => Ask(_pivot, items[(_low + _high) >>> 1]);

    private void Narrow(bool isLess)
    {
        int middle = (_low + _high) >>> 1;
        if (isLess)
        {
            _high = middle;
        }
        else
        {
            _low = middle + 1;
        }
    }

    /// <summary>Takes the next element into a run that is too short; false when it is long enough.</summary>
    private bool BeginInsert()
    {
        if (_end >= Math.Min(count, _start + _minimumRun))
        {
            return false;
        }

        _pivot = items[_end];
        _low = _start;
        _high = _end;
        return true;
    }

    /// <summary>
    /// Puts the finished run on the stack, unless two runs below it are to be merged first; true where such a merge begins.
    /// The power of a boundary says how deep in a balanced merge tree it stands (Munro and Wild, "Nearly-Optimal Mergesorts").
    /// </summary>
    private bool PushRun()
    {
        bool isLast = _start >= count;
        if (_runCount >= 2 && (isLast || _runs[_runCount - 1].Power > _power))
        {
            _left = _runs[_runCount - 2].Start;
            _leftEnd = _right = _runs[_runCount - 1].Start;
            _rightEnd = Math.Min(_start, count);
            return true;
        }

        if (isLast)
        {
            _state = State.Done;
            return false;
        }

        _runs[_runCount++] = new Run { Start = _start, Power = _power };
        _start = _end;
        _state = _start < count ? State.BeginRun : State.EndRun;
        return false;
    }

    private void FinishRun(int end)
    {
        _end = end;
        _power = _runCount == 0 ? 0 : Power(_runs[_runCount - 1].Start, _start, end);
        _state = State.EndRun;
    }

    private int Power(int left, int right, int end)
    {
        // Twice the middles of both runs, as fractions of twice the count: the first bit in which they differ.
        ulong a = (((ulong)left + (ulong)right) << 31) / (ulong)count;
        ulong b = (((ulong)right + (ulong)end) << 31) / (ulong)count;
        return BitOperations.LeadingZeroCount((uint)a ^ (uint)b);
    }

    private void EndMerge()
    {
        _runCount--;
        _state = State.EndRun;
    }

    /// <summary>Sets the shorter part aside.</summary>
    private void BeginMerge()
    {
        int leftLength = _leftEnd - _left;
        int rightLength = _rightEnd - _right;
        int shorter = Math.Min(leftLength, rightLength);
        meter.Work((leftLength + rightLength) / 8);
        if (_scratch.Length < shorter)
        {
            int capacity = (int)Math.Min(Math.Max(shorter, _scratch.Length * 2L), (count / 2) + 1);
            meter.Allocate(24 + ((long)Unsafe.SizeOf<T>() * capacity));
            _scratch = new T[capacity];
        }

        if (leftLength <= rightLength)
        {
            Array.Copy(items, _left, _scratch, 0, leftLength);
            _target = _left;
            _left = 0;
            _leftEnd = leftLength;
            _state = State.MergeUp;
            return;
        }

        Array.Copy(items, _right, _scratch, 0, rightLength);
        _target = _rightEnd - 1;
        _leftEnd = _left;
        _left = _right - 1;
        _right = rightLength - 1;
        _state = State.MergeDown;
    }

    /// <summary>Upwards, the left part being aside: false when one part is used up and the merge is done.</summary>
    private bool MergeUp(bool isLess)
    {
        if (isLess)
        {
            items[_target++] = items[_right++];
            if (_right < _rightEnd)
            {
                return true;
            }

            Array.Copy(_scratch, _left, items, _target, _leftEnd - _left);
        }
        else
        {
            items[_target++] = _scratch[_left++];
            if (_left < _leftEnd)
            {
                return true;
            }
        }

        EndMerge();
        return false;
    }

    /// <summary>Downwards, the right part being aside; <c>_leftEnd</c> is then the first index of the left part.</summary>
    private bool MergeDown(bool isLess)
    {
        if (isLess)
        {
            items[_target--] = items[_left--];
            if (_left >= _leftEnd)
            {
                return true;
            }

            Array.Copy(_scratch, 0, items, _leftEnd, _right + 1);
        }
        else
        {
            items[_target--] = _scratch[_right--];
            if (_right >= 0)
            {
                return true;
            }
        }

        EndMerge();
        return false;
    }

    private struct Run
    {
        public int Start;

        /// <summary>The power of the boundary before this run.</summary>
        public int Power;
    }
}
