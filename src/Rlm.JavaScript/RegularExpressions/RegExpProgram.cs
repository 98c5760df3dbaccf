using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.RegularExpressions;

/// <summary>
/// A compiled regular expression. It never changes but for what it makes when first needed, holds no state of a match, and may be used by any number of threads and sessions.
/// </summary>
internal sealed class RegExpProgram
{
    // How many steps backtracking may take before a pattern that allows it is matched in linear time instead.
    private const long MinBudget = 4096;
    private const long BudgetPerCharacter = 4;

    private readonly StartSearch _start;
    private readonly bool _mayBeLinear;
    private readonly bool _isUnicode;
    private readonly int _minLength;
    private readonly long _ownBytes;
    private LinearProgram? _linear;
    private bool _linearMade;

    internal RegExpProgram(
        string pattern, RegExpFlags flags, ParsedPattern parsed, int[] code, CharacterClass[] classes, string[] literals, int registerCount, StartSearch start)
    {
        Pattern = pattern;
        Flags = flags;
        GroupCount = parsed.GroupCount;
        GroupNames = parsed.GroupNames;
        Code = code;
        Classes = classes;
        Literals = literals;
        RegisterCount = registerCount;
        _start = start;
        _isUnicode = flags.ReadsCodePoints();
        _minLength = parsed.Body.MinLength;
        _mayBeLinear = !parsed.HasBackReferences && !parsed.HasLookAround;
        _ownBytes = 200 + (4L * code.Length) + start.Bytes + classes.Sum(set => set.Bytes) + literals.Sum(literal => 32 + (2L * literal.Length))
            + GroupNames.Sum(group => 48 + (2L * group.Name.Length));
    }

    /// <summary>The source of the pattern.</summary>
    public string Pattern { get; }

    public RegExpFlags Flags { get; }

    /// <summary>The number of capturing groups, the whole match not counted.</summary>
    public int GroupCount { get; }

    /// <summary>Names and indices of the named groups in the order of the pattern.</summary>
    public IReadOnlyList<(string Name, int Index)> GroupNames { get; }

    /// <summary>How many integers <see cref="TryMatch"/> writes: start and end of the match and of each group.</summary>
    public int CaptureLength => (GroupCount + 1) * 2;

    /// <summary>The model bytes of all that belongs to the program; grows once if it is ever matched in linear time.</summary>
    public long Bytes => _ownBytes + (_linear?.Bytes ?? 0);

    internal int[] Code { get; }

    internal CharacterClass[] Classes { get; }

    internal string[] Literals { get; }

    internal int RegisterCount { get; }

    internal bool IsUnicode => _isUnicode;

    /// <summary>
    /// Finds the first match at or after <paramref name="start"/>. With the u flag a start between the halves of a surrogate pair counts as before the pair.
    /// </summary>
    /// <param name="input">The whole input; look-behind and <c>\b</c> see what is before the start.</param>
    /// <param name="start">Where to begin, from 0 up to the length of the input.</param>
    /// <param name="sticky">Whether the match must begin exactly at <paramref name="start"/>.</param>
    /// <param name="captures">
    /// At least <see cref="CaptureLength"/> long. After a match: start and end (exclusive) of the match, then of each group; -1 and -1 for a group
    /// that took no part. Not meaningful if there is no match.
    /// </param>
    /// <param name="meter">Is charged with the steps and with the memory they need.</param>
    /// <returns>Whether there is a match.</returns>
    /// <exception cref="ExecutionStoppedException">A limit of the meter is reached. The program stays usable.</exception>
    /// <exception cref="RegExpBacktrackLimitException">The match needs more backtracking state than is allowed.</exception>
    public bool TryMatch(ReadOnlySpan<char> input, int start, bool sticky, Span<int> captures, Meter meter)
    {
        meter.Work(1);
        if (_isUnicode && start > 0 && start < input.Length && char.IsLowSurrogate(input[start]) && char.IsHighSurrogate(input[start - 1]))
        {
            start--;
        }

        if (input.Length - start < _minLength)
        {
            return false;
        }

        var position = start;
        if (!sticky)
        {
            position = _start.Find(input, start, meter);
            if (position < 0)
            {
                return false;
            }

            if (_start.IsWholePattern)
            {
                captures[0] = position;
                captures[1] = position + _start.LiteralLength;
                return true;
            }

            if (!_start.CanMatch(input, position, meter))
            {
                return false;
            }
        }

        return Match(input, position, sticky, captures, meter);
    }

    private bool Match(ReadOnlySpan<char> input, int position, bool sticky, Span<int> captures, Meter meter)
    {
        var budget = _mayBeLinear ? MinBudget + (BudgetPerCharacter * (input.Length - position)) : BacktrackingMatcher.Unlimited;
        var matcher = new BacktrackingMatcher(this, input, budget, meter);
        try
        {
            while (true)
            {
                var result = matcher.MatchAt(position);
                if (result == MatchResult.GaveUp)
                {
                    if (GetLinear(meter) is { } linear)
                    {
                        return new LinearMatcher(linear, _start, _isUnicode, meter).TryMatch(input, position, sticky, captures);
                    }

                    matcher.Persist();
                    continue;
                }

                if (result == MatchResult.Matched)
                {
                    matcher.CopyCaptures(captures);
                    return true;
                }

                if (sticky)
                {
                    return false;
                }

                position += _isUnicode && position + 1 < input.Length && char.IsHighSurrogate(input[position]) && char.IsLowSurrogate(input[position + 1]) ? 2 : 1;
                if (input.Length - position < _minLength)
                {
                    return false;
                }

                position = _start.Find(input, position, meter);
                if (position < 0)
                {
                    return false;
                }
            }
        }
        finally
        {
            matcher.Release();
        }
    }

    // Two threads may make it at once; either result will do.
    private LinearProgram? GetLinear(Meter meter)
    {
        if (Volatile.Read(ref _linearMade))
        {
            return _linear;
        }

        LinearProgram? linear = LinearProgram.TryCompile(Pattern, Flags, meter);
        meter.Allocate(linear?.Bytes ?? 0);
        _linear = linear;
        Volatile.Write(ref _linearMade, true);
        return _linear;
    }
}
