namespace Rlm.JavaScript.Numerics;

/// <summary>
/// Reads the dates that are not in the language's own format, by the rules that V8 follows: numbers before a colon and after it are
/// a time, other numbers are day, month and year in the American order or with the year first, months and time zones have English names,
/// text in parentheses is passed over, and so are words before the first number.
/// </summary>
internal ref struct LegacyDateParser
{
    private static readonly string[] MonthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private DateTokens _tokens;
    private DayNumbers _day;
    private TimeNumbers _time;
    private ZoneNumbers _zone;
    private bool _numberSeen;

    /// <summary>The time value, or NaN.</summary>
    /// <param name="text">The text, or what is left of it.</param>
    /// <param name="numbers">Year, month and day, as far as they were read before.</param>
    public static double Parse(ReadOnlySpan<char> text, ReadOnlySpan<int> numbers)
    {
        var parser = new LegacyDateParser { _tokens = new DateTokens(text), _numberSeen = !numbers.IsEmpty };
        foreach (var number in numbers)
            parser._day.TryAdd(number);
        if (!parser.ReadAll() || !parser._zone.IsValid || !parser._day.TryGetDay(out var day) || !parser._time.TryGetTime(out var time))
            return double.NaN;
        return DateMath.TimeClip(DateMath.MakeDate(day, time) - parser._zone.Offset);
    }

    private bool ReadAll()
    {
        while (_tokens.Peek.Kind != DateTokenKind.End)
        {
            var token = _tokens.Next();
            var understood = token.Kind switch
            {
                DateTokenKind.Number => ReadNumber(token.Value),
                DateTokenKind.Word => ReadWord(_tokens.Text(token)),
                DateTokenKind.Symbol => ReadSymbol(token),
                _ => true,
            };
            if (!understood)
                return false;
        }

        return true;
    }

    private bool ReadNumber(int number)
    {
        _numberSeen = true;
        if (_tokens.TrySkip(':'))
        {
            if (!_tokens.TrySkip(':'))
                return _time.TryAdd(number);
            return _time.IsEmpty && _time.TryAdd(number) && _time.TryAdd(0);
        }

        if (_tokens.TrySkip('.') && _time.Expects(number))
        {
            _time.TryAdd(number);
            return _tokens.Peek.Kind == DateTokenKind.Number && _time.TryAddLast(Milliseconds(_tokens.Next()));
        }

        if (_zone.ExpectsMinute(number))
        {
            _zone.Minute = number;
            return true;
        }

        if (_time.Expects(number))
        {
            _time.TryAddLast(number);
            return EndsTime(_tokens.Peek);
        }

        if (!_day.TryAdd(number))
            return false;
        _tokens.TrySkip('-');
        return true;
    }

    private bool ReadWord(ReadOnlySpan<char> word)
    {
        if (TryMonth(word, out var month))
        {
            _day.NamedMonth = month;
            _tokens.TrySkip('-');
            return true;
        }

        if (!_time.IsEmpty && (IsWord(word, "am") || IsWord(word, "pm")))
        {
            _time.HalfOfDay = (word[0] | 0x20) == 'p' ? 12 : 0;
            return true;
        }

        if (_numberSeen && TryZone(word, out var hours))
        {
            _zone.Set(hours);
            return true;
        }

        // Words before the first number are noise, unless they touch it.
        return !_numberSeen && _tokens.Peek.Kind != DateTokenKind.Number;
    }

    private bool ReadSymbol(DateToken token)
    {
        if (token.IsSign && (_zone.IsUtc || !_time.IsEmpty))
            return ReadOffset(token.IsSymbol('-'));
        return !((token.IsSign || token.IsSymbol(')')) && _numberSeen);
    }

    /// <summary>+h, +hh, +hmm, +hhmm, or the hours of +hh:mm, whose minutes are a number that is expected then.</summary>
    private bool ReadOffset(bool negative)
    {
        var number = _tokens.Peek.Kind == DateTokenKind.Number ? _tokens.Next() : default;
        _numberSeen = true;
        _zone.Negative = negative;
        if (_tokens.Peek.IsSymbol(':'))
        {
            _zone.Hour = number.Value;
            _zone.Minute = null;
            return true;
        }

        if (number.Length is not (>= 1 and <= 4))
            return false;
        _zone.Hour = number.Length <= 2 ? number.Value : number.Value / 100;
        _zone.Minute = number.Length <= 2 ? 0 : number.Value % 100;
        return true;
    }

    private readonly bool EndsTime(DateToken token) =>
        token.Kind is DateTokenKind.End or DateTokenKind.WhiteSpace
        || token.IsSign
        || (token.Kind == DateTokenKind.Word && IsWord(_tokens.Text(token), "z"));

    /// <summary>The digits of a fraction of a second as thousandths.</summary>
    private static int Milliseconds(DateToken digits) => digits.Length switch
    {
        1 => digits.Value * 100,
        2 => digits.Value * 10,
        _ => (int)(digits.Value / Math.Pow(10, Math.Min(digits.Length, 9) - 3)),
    };

    /// <summary>Any word that starts as a month does: that is how <c>Sept</c> and <c>January</c> are both understood.</summary>
    private static bool TryMonth(ReadOnlySpan<char> word, out int month)
    {
        month = 0;
        if (word.Length < 3)
            return false;
        for (var i = 0; i < MonthNames.Length; i++)
        {
            if (IsWord(word[..3], MonthNames[i]))
            {
                month = i + 1;
                return true;
            }
        }

        return false;
    }

    private static bool TryZone(ReadOnlySpan<char> word, out int hours)
    {
        hours = 0;
        if (IsWord(word, "z") || IsWord(word, "ut") || IsWord(word, "utc") || IsWord(word, "gmt"))
            return true;
        if (word.Length != 3 || (word[2] | 0x20) != 't')
            return false;

        var standard = (word[0] | 0x20) switch { 'e' => -5, 'c' => -6, 'm' => -7, 'p' => -8, _ => 0 };
        var daylight = (word[1] | 0x20) switch { 's' => 0, 'd' => 1, _ => -1 };
        hours = standard + daylight;
        return standard != 0 && daylight >= 0;
    }

    private static bool IsWord(ReadOnlySpan<char> word, string lowerCase) => word.Equals(lowerCase, StringComparison.OrdinalIgnoreCase);

    private struct DayNumbers
    {
        private int _first;
        private int _second;
        private int _third;
        private int _count;

        /// <summary>1 to 12, or 0 where no month was named.</summary>
        public int NamedMonth;

        public bool TryAdd(int number)
        {
            switch (_count++)
            {
                case 0:
                    _first = number;
                    return true;
                case 1:
                    _second = number;
                    return true;
                case 2:
                    _third = number;
                    return true;
                default:
                    return false;
            }
        }

        public readonly bool TryGetDay(out double day)
        {
            day = double.NaN;
            if (_count == 0)
                return false;

            // What is missing is 1; that makes 2001 of a missing year.
            var second = _count > 1 ? _second : 1;
            var third = _count > 2 ? _third : 1;
            var yearFirst = _first is < 1 or > 31;
            var (year, month, date) = (yearFirst, NamedMonth) switch
            {
                (true, 0) => (_first, second, third),
                (false, 0) => (third, _first, second),
                (true, _) => (_first, NamedMonth, second),
                (false, _) => (second, NamedMonth, _first),
            };
            if (month is < 1 or > 12 || date is < 1 or > 31)
                return false;

            year += year switch { < 0 => 0, <= 49 => 2000, <= 99 => 1900, _ => 0 };
            day = DateMath.MakeDay(year, month - 1, date);
            return true;
        }
    }

    private struct TimeNumbers
    {
        private int _hour;
        private int _minute;
        private int _second;
        private int _ms;
        private int _count;

        /// <summary>0 for AM, 12 for PM, null where neither was written.</summary>
        public int? HalfOfDay;

        public readonly bool IsEmpty => _count == 0;

        /// <summary>Whether the number can be the next part of a time that has begun.</summary>
        public readonly bool Expects(int number) => _count switch
        {
            1 or 2 => number < 60,
            3 => number < 1000,
            _ => false,
        };

        public bool TryAdd(int number)
        {
            switch (_count++)
            {
                case 0:
                    _hour = number;
                    return true;
                case 1:
                    _minute = number;
                    return true;
                case 2:
                    _second = number;
                    return true;
                case 3:
                    _ms = number;
                    return true;
                default:
                    _count = 4;
                    return false;
            }
        }

        /// <summary>Adds a number after which the time has no more parts.</summary>
        public bool TryAddLast(int number)
        {
            var added = TryAdd(number);
            _count = 4;
            return added;
        }

        public readonly bool TryGetTime(out double time)
        {
            time = double.NaN;
            var hour = _hour;
            if (HalfOfDay is { } half)
            {
                if (hour > 12)
                    return false;
                hour = (hour % 12) + half;
            }

            var midnight = hour == 24 && _minute == 0 && _second == 0 && _ms == 0;
            if ((hour > 23 && !midnight) || _minute > 59 || _second > 59 || _ms > 999)
                return false;
            time = DateMath.MakeTime(hour, _minute, _second, _ms);
            return true;
        }
    }

    private struct ZoneNumbers
    {
        public bool Negative;
        public int? Hour;
        public int? Minute;

        public readonly bool IsUtc => Hour == 0 && Minute == 0;

        // V8 counts the seconds of an offset in 31 bits, and takes any number of hours that fits.
        public readonly bool IsValid => ((Hour ?? 0) * 3600L) + ((Minute ?? 0) * 60L) <= int.MaxValue;

        public readonly double Offset => DateMath.MakeTime(Hour ?? 0, Minute ?? 0, 0, 0) * (Negative ? -1 : 1);

        public readonly bool ExpectsMinute(int number) => Hour is not null && Minute is null && number < 60;

        public void Set(int hours)
        {
            Negative = hours < 0;
            Hour = Math.Abs(hours);
            Minute = 0;
        }
    }
}
