using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.BuiltIns;

internal static partial class MeteredText
{
    /// <summary>
    /// The two-way string matching of Crochemore and Perrin ("Two-way string-matching", Journal of the ACM 38(3), 1991): time in
    /// proportion to text and pattern, and no memory. Slower than a vectorised search on ordinary text, but there is no text that makes it slow.
    /// </summary>
    private readonly ref struct TwoWaySearch(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern, bool reversed)
    {
        private const int StepsPerReport = 4096;

        private readonly ReadOnlySpan<char> _text = text;
        private readonly ReadOnlySpan<char> _pattern = pattern;
        private readonly bool _reversed = reversed;

        public int Find(Meter meter)
        {
            int length = _pattern.Length;
            meter.Work(length / 4);
            (int critical, int period) = Factorize(meter);
            bool isPeriodic = IsPeriodic(critical, period, meter);
            if (!isPeriodic)
            {
                period = Math.Max(critical, length - critical) + 1;
            }

            int known = 0;
            int steps = 0;
            int position = 0;
            while (position <= _text.Length - length)
            {
                int i = Math.Max(critical, known);
                while (i < length && Pattern(i) == Text(position + i))
                {
                    i++;
                    if (++steps >= StepsPerReport)
                    {
                        meter.Work(StepsPerReport / 4);
                        steps = 0;
                    }
                }

                steps++;
                if (i < length)
                {
                    position += i - critical + 1;
                    known = 0;
                    continue;
                }

                i = critical;
                while (i > known && Pattern(i - 1) == Text(position + i - 1))
                {
                    i--;
                    if (++steps >= StepsPerReport)
                    {
                        meter.Work(StepsPerReport / 4);
                        steps = 0;
                    }
                }

                if (i <= known)
                {
                    return position;
                }

                position += period;
                known = isPeriodic ? length - period : 0;
            }

            meter.Work(1 + (steps / 4));
            return -1;
        }

        private char Pattern(int index) => _pattern[_reversed ? _pattern.Length - 1 - index : index];

        private char Text(int index) => _text[_reversed ? _text.Length - 1 - index : index];

        /// <summary>Whether what stands before the critical position repeats after one period.</summary>
        private bool IsPeriodic(int critical, int period, Meter meter)
        {
            meter.Work(critical / 4);
            for (int i = 0; i < critical; i++)
            {
                if (Pattern(i) != Pattern(i + period))
                {
                    return false;
                }
            }

            return true;
        }

        private (int Critical, int Period) Factorize(Meter meter)
        {
            (int position, int period) = MaximalSuffix(descending: false, meter);
            (int otherPosition, int otherPeriod) = MaximalSuffix(descending: true, meter);
            return position > otherPosition ? (position, period) : (otherPosition, otherPeriod);
        }

        /// <summary>Where the lexically greatest suffix begins, and its period.</summary>
        private (int Position, int Period) MaximalSuffix(bool descending, Meter meter)
        {
            int suffix = -1;
            int candidate = 0;
            int offset = 1;
            int period = 1;
            int steps = 0;
            while (candidate + offset < _pattern.Length)
            {
                if (++steps >= StepsPerReport)
                {
                    meter.Work(StepsPerReport / 4);
                    steps = 0;
                }

                char a = Pattern(candidate + offset);
                char b = Pattern(suffix + offset);
                if (a == b)
                {
                    if (offset == period)
                    {
                        candidate += period;
                        offset = 1;
                    }
                    else
                    {
                        offset++;
                    }
                }
                else if (a < b != descending)
                {
                    candidate += offset;
                    offset = 1;
                    period = candidate - suffix;
                }
                else
                {
                    suffix = candidate++;
                    offset = 1;
                    period = 1;
                }
            }

            return (suffix + 1, period);
        }
    }
}
