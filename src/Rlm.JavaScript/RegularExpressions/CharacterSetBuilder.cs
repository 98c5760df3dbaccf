namespace Rlm.JavaScript.RegularExpressions;

/// <summary>Collects ranges in any order and makes a <see cref="CharacterSet"/> of them.</summary>
internal struct CharacterSetBuilder
{
    // Below this length a sort is not worth a thought; above it the ranges are merged before the array grows, so that
    // many repeated ranges never hold more memory than the distinct ones need.
    private const int MergeThreshold = 4096;

    private long[]? _ranges;
    private int _count;
    private bool _unsorted;

    public readonly bool IsEmpty => _count == 0;

    public void Add(int character) => Add(character, character);

    public void Add(int first, int last)
    {
        _ranges ??= new long[8];
        if (_count > 0)
        {
            var previousFirst = (int)(_ranges[_count - 1] >> 32);
            var previousLast = (int)_ranges[_count - 1];
            if (first >= previousFirst && first <= previousLast + 1)
            {
                _ranges[_count - 1] = Pack(previousFirst, Math.Max(last, previousLast));
                return;
            }

            _unsorted |= first < previousFirst;
        }

        if (_count == _ranges.Length)
        {
            if (_count >= MergeThreshold)
            {
                Merge();
            }

            if (_count > _ranges.Length / 2)
            {
                Array.Resize(ref _ranges, _ranges.Length * 2);
            }
        }

        _ranges[_count++] = Pack(first, last);
    }

    public void Add(CharacterSet set)
    {
        var bounds = set.Bounds;
        for (var i = 0; i < bounds.Length; i += 2)
        {
            Add(bounds[i], bounds[i + 1]);
        }
    }

    public CharacterSet ToSet()
    {
        if (_count == 0)
        {
            return CharacterSet.Empty;
        }

        Merge();
        var bounds = new int[_count * 2];
        for (var i = 0; i < _count; i++)
        {
            bounds[i * 2] = (int)(_ranges![i] >> 32);
            bounds[(i * 2) + 1] = (int)_ranges[i];
        }

        return CharacterSet.Of(bounds);
    }

    private static long Pack(int first, int last) => ((long)first << 32) | (uint)last;

    private void Merge()
    {
        if (!_unsorted)
        {
            return;
        }

        var ranges = _ranges.AsSpan(0, _count);
        ranges.Sort();
        var length = 0;
        for (var i = 1; i < ranges.Length; i++)
        {
            var last = (int)ranges[length];
            if ((int)(ranges[i] >> 32) <= last + 1)
            {
                ranges[length] = Pack((int)(ranges[length] >> 32), Math.Max(last, (int)ranges[i]));
            }
            else
            {
                ranges[++length] = ranges[i];
            }
        }

        _count = length + 1;
        _unsorted = false;
    }
}
