namespace Rlm.JavaScript.Numerics;

/// <summary>
/// Date.parse: the language's own format, and the older forms that V8 reads as well. A date and time without an offset
/// is local time, which here is UTC. See <see href="https://tc39.es/ecma262/#sec-date.parse"/>.
/// </summary>
internal static class DateParsing
{
    /// <summary>Longer text is no date, and is not even looked at: one call is one unit of work.</summary>
    public const int MaxLength = 1_000;

    /// <summary>The time value, or NaN for text that is no date.</summary>
    public static double Parse(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
            return double.NaN;
        text = NumberParsing.TrimEnd(NumberParsing.TrimStart(text));

        // What does not go on as the language's own format may still go on as another, after the numbers read so far.
        var reader = new IsoReader(text);
        Span<int> numbers = stackalloc int[3];
        return TryParseIso(text, ref reader, numbers, out var count, out var t)
            ? t
            : LegacyDateParser.Parse(reader.Rest, numbers[..count]);
    }

    /// <summary>Reads the date time string format. Text that starts as a date and time of this format and then does not hold to it is NaN.</summary>
    /// <returns>False for text that is not in this format but may be in another.</returns>
    private static bool TryParseIso(ReadOnlySpan<char> text, ref IsoReader reader, scoped Span<int> numbers, out int count, out double t)
    {
        t = double.NaN;
        count = 0;
        if (!reader.TryReadYear(out numbers[0]))
            return false;

        // There is no year minus zero, in no format.
        if (numbers[0] == 0 && text[0] == '-')
            return true;

        count = 1;
        if (reader.TrySkip('-'))
        {
            if (!reader.TryReadTwo(1, 12, out numbers[1]))
                return false;
            count = 2;
            if (reader.TrySkip('-'))
            {
                if (!reader.TryReadTwo(1, 31, out numbers[2]))
                    return false;
                count = 3;
            }
        }

        var day = DateMath.MakeDay(numbers[0], count > 1 ? numbers[1] - 1 : 0, count > 2 ? numbers[2] : 1);
        if (reader.AtEnd)
        {
            t = DateMath.TimeClip(DateMath.MakeDate(day, 0));
            return true;
        }

        if (!reader.TrySkip('T') && !reader.TrySkip('t'))
            return false;
        if (reader.TryReadTime(out var time) && reader.TryReadOffset(out var offset) && reader.AtEnd)
            t = DateMath.TimeClip(DateMath.MakeDate(day, time) - offset);
        return true;
    }

    private ref struct IsoReader(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;

        public readonly ReadOnlySpan<char> Rest => _rest;

        public readonly bool AtEnd => _rest.IsEmpty;

        public bool TrySkip(char c)
        {
            if (_rest.IsEmpty || _rest[0] != c)
                return false;
            _rest = _rest[1..];
            return true;
        }

        public bool TryReadYear(out int year)
        {
            var negative = TrySkip('-');
            var extended = negative || TrySkip('+');
            var result = TryReadDigits(extended ? 6 : 4, out year);
            if (negative)
                year = -year;
            return result;
        }

        /// <summary>Reads two digits, or nothing where they are not in the range.</summary>
        public bool TryReadTwo(int least, int greatest, out int value)
        {
            var start = _rest;
            if (TryReadDigits(2, out value) && value >= least && value <= greatest)
                return true;
            _rest = start;
            return false;
        }

        /// <summary>HH:mm, HH:mm:ss or HH:mm:ss.sss, to 24:00:00; the fraction of a second may have any number of digits.</summary>
        public bool TryReadTime(out double time)
        {
            time = double.NaN;
            if (!TryReadTwo(0, 24, out var hour) || !TrySkip(':') || !TryReadTwo(0, 59, out var minute))
                return false;

            var second = 0;
            var ms = 0;
            if (TrySkip(':') && (!TryReadTwo(0, 59, out second) || (TrySkip('.') && !TryReadFraction(out ms))))
                return false;
            if (hour == 24 && (minute > 0 || second > 0 || ms > 0))
                return false;
            time = DateMath.MakeTime(hour, minute, second, ms);
            return true;
        }

        /// <summary>Z, ±HH:mm or ±HHmm, or nothing.</summary>
        public bool TryReadOffset(out double offset)
        {
            offset = 0;
            if (AtEnd || TrySkip('Z') || TrySkip('z'))
                return true;

            var negative = TrySkip('-');
            if (!negative && !TrySkip('+'))
                return false;
            int minute;
            if (TryReadDigits(4, out var hour))
                (hour, minute) = Math.DivRem(hour, 100);
            else if (!TryReadDigits(2, out hour) || !TrySkip(':') || !TryReadDigits(2, out minute))
                return false;
            if (hour > 23 || minute > 59)
                return false;
            offset = DateMath.MakeTime(hour, minute, 0, 0) * (negative ? -1 : 1);
            return true;
        }

        private bool TryReadFraction(out int ms)
        {
            ms = 0;
            var count = 0;
            for (; count < _rest.Length && char.IsAsciiDigit(_rest[count]); count++)
            {
                if (count < 3)
                    ms = (ms * 10) + (_rest[count] - '0');
            }

            for (var i = count; i < 3; i++)
                ms *= 10;
            _rest = _rest[count..];
            return count > 0;
        }

        /// <summary>Reads exactly that many digits, after which no further digit follows.</summary>
        private bool TryReadDigits(int count, out int value)
        {
            value = 0;
            var length = 0;
            while (length < _rest.Length && char.IsAsciiDigit(_rest[length]))
                length++;
            if (length != count)
                return false;

            foreach (var c in _rest[..count])
                value = (value * 10) + (c - '0');
            _rest = _rest[count..];
            return true;
        }
    }
}
