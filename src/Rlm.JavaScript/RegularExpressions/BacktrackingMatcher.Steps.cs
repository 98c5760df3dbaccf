namespace Rlm.JavaScript.RegularExpressions;

// What single instructions do.
internal ref partial struct BacktrackingMatcher
{
    internal static bool IsLineTerminator(char unit) => unit is '\n' or '\r' or '\u2028' or '\u2029';

    private readonly bool IsWordBoundary(CharacterClass word, int position)
    {
        var before = position > 0 && word.Contains(_input[position - 1]);
        var after = position < _input.Length && word.Contains(_input[position]);
        return before != after;
    }

    // Reads one character in either direction.
    private readonly bool TryRead(bool back, ref int position, out int character)
    {
        if (back)
        {
            if (position == 0)
            {
                character = 0;
                return false;
            }

            character = _input[--position];
            if (_program.IsUnicode && position > 0 && char.IsLowSurrogate((char)character) && char.IsHighSurrogate(_input[position - 1]))
            {
                character = char.ConvertToUtf32(_input[--position], (char)character);
            }

            return true;
        }

        if (position == _input.Length)
        {
            character = 0;
            return false;
        }

        character = _input[position++];
        if (_program.IsUnicode && position < _input.Length && char.IsHighSurrogate((char)character) && char.IsLowSurrogate(_input[position]))
        {
            character = char.ConvertToUtf32((char)character, _input[position++]);
        }

        return true;
    }

    private readonly bool TryStep(CharacterClass characters, bool back, ref int position)
    {
        var next = position;
        if (!TryRead(back, ref next, out var character) || !characters.Contains(character))
        {
            return false;
        }

        position = next;
        return true;
    }

    private int CountLeading(CharacterClass characters, int position, int most)
    {
        var limit = Math.Min(_input.Length - position, most);
        var count = 0;
        while (count < limit)
        {
            var slice = _input.Slice(position + count, Math.Min(SliceLength, limit - count));
            var taken = characters.CountLeading(slice);
            count += taken;
            if (taken >= CharactersPerUnit)
            {
                Spend(characters.IsVectorised ? taken / CharactersPerUnit : taken / 8);
            }

            if (taken < slice.Length)
            {
                break;
            }
        }

        return count;
    }

    // The last place from lowest to end (inclusive) where the unit stands, or -1.
    private int LastIndexOf(char unit, int lowest, int end)
    {
        var high = Math.Min(end + 1, _input.Length);
        while (high > lowest)
        {
            var low = Math.Max(lowest, high - SliceLength);
            var found = _input[low..high].LastIndexOf(unit);
            if (found >= 0)
            {
                Spend((high - low - found) / CharactersPerUnit);
                return low + found;
            }

            Spend((high - low) / CharactersPerUnit);
            high = low;
        }

        return -1;
    }

    // The first place from position on where the unit stands, with at most so many characters before it, all of the class; or -1.
    private int IndexOf(char unit, CharacterClass between, int position, int most)
    {
        var end = (int)Math.Min(_input.Length, position + (long)most + 1);
        for (var window = 32; position < end; window = Math.Min(window * 2, SliceLength))
        {
            var slice = _input.Slice(position, Math.Min(window, end - position));
            var found = slice.IndexOf(unit);
            var skipped = found < 0 ? slice.Length : found;
            var taken = between.CountLeading(slice[..skipped]);
            Spend(taken / (between.IsVectorised ? CharactersPerUnit / 2 : 8));
            if (taken < skipped)
            {
                return -1;
            }

            if (found >= 0)
            {
                return position + found;
            }

            position += slice.Length;
        }

        return -1;
    }

    // Entry: lowest position, present position, instruction.
    private bool TryGiveBack(ref int top, out int pc, out int position)
    {
        var stack = _stack;
        var lowest = stack[top - 4];
        position = stack[top - 3];
        pc = stack[top - 2];
        var code = _program.Code;
        if (code[pc] == (int)RegExpOpcode.RepeatWide)
        {
            // The run is made of whole characters, so its pairs are seen from either end alike.
            TryRead(code[pc + 4] == 0, ref position, out _);
        }
        else if (code[pc + 4] >= 0)
        {
            position = LastIndexOf((char)code[pc + 4], lowest, position - 1);
            if (position < 0)
            {
                top -= 4;
                return false;
            }
        }
        else
        {
            position--;
        }

        if (position == lowest)
        {
            top -= 4;
        }
        else
        {
            stack[top - 3] = position;
        }

        pc += 5;
        return true;
    }

    // Entry: present position, how many may still be taken, instruction.
    private bool TryTakeMore(ref int top, out int pc, out int position)
    {
        var stack = _stack;
        position = stack[top - 4];
        var most = stack[top - 3];
        pc = stack[top - 2];
        var code = _program.Code;
        var characters = _program.Classes[code[pc + 1]];
        var isWide = code[pc] == (int)RegExpOpcode.RepeatLazyWide;
        if (!TryStep(characters, isWide && code[pc + 4] != 0, ref position))
        {
            top -= 4;
            return false;
        }

        var taken = 1;
        if (!isWide && code[pc + 4] >= 0)
        {
            var found = IndexOf((char)code[pc + 4], characters, position, most == RepeatNode.Unbounded ? most : most - 1);
            if (found < 0)
            {
                top -= 4;
                return false;
            }

            taken += found - position;
            position = found;
        }

        if (most != RepeatNode.Unbounded)
        {
            most -= taken;
        }

        if (most == 0)
        {
            top -= 4;
        }
        else
        {
            stack[top - 4] = position;
            stack[top - 3] = most;
        }

        pc += 5;
        return true;
    }

    // Takes back what the body of a negative look-around has set, without trying its alternatives, and cuts the stack to the height given.
    private int UndoTo(int height, int top)
    {
        var stack = _stack;
        var registers = _registers;
        while (top > height)
        {
            var entry = stack[top - 1];
            if (entry is GreedyRange or LazyRange)
            {
                top -= 4;
                continue;
            }

            if (entry < 0)
            {
                registers[~entry] = stack[top - 2];
            }

            top -= 2;
            Spend(1);
        }

        return height;
    }

    private bool TryBackReference(int group, bool back, ref int position)
    {
        var start = _registers[group * 2];
        var end = _registers[(group * 2) + 1];
        if (start < 0 || end < 0)
        {
            return true;
        }

        var length = end - start;
        Spend(length / 16);
        var captured = _input.Slice(start, length);
        if (back)
        {
            if (!_input[..position].EndsWith(captured) || SplitsPair(position - length))
            {
                return false;
            }

            position -= length;
            return true;
        }

        if (!_input[position..].StartsWith(captured) || SplitsPair(position + length))
        {
            return false;
        }

        position += length;
        return true;
    }

    // A captured lone surrogate must not match half of a pair.
    private readonly bool SplitsPair(int position) =>
        _program.IsUnicode && position > 0 && position < _input.Length && char.IsLowSurrogate(_input[position]) && char.IsHighSurrogate(_input[position - 1]);

    private bool TryBackReferenceIgnoreCase(int group, bool back, ref int position)
    {
        var start = _registers[group * 2];
        var end = _registers[(group * 2) + 1];
        if (start < 0 || end < 0)
        {
            return true;
        }

        var unicode = _program.IsUnicode;
        var next = position;
        for (int from = back ? end : start, to = back ? start : end; from != to;)
        {
            TryRead(back, ref from, out var expected);
            if (!TryRead(back, ref next, out var actual)
                || (expected != actual && CaseFolding.Canonicalize(expected, unicode) != CaseFolding.Canonicalize(actual, unicode)))
            {
                return false;
            }

            Spend(1);
        }

        position = next;
        return true;
    }
}
