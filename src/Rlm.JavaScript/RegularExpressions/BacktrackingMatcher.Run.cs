namespace Rlm.JavaScript.RegularExpressions;

// The dispatch loop.
internal ref partial struct BacktrackingMatcher
{
    /// <summary>Tries to match at one position. After a failure the registers are as before.</summary>
    public MatchResult MatchAt(int start)
    {
        var code = _program.Code;
        var input = _input;
        var registers = _registers;
        var stack = _stack;
        var position = start;
        var top = 0;
        var pc = 0;

        while (true)
        {
            switch ((RegExpOpcode)code[pc])
            {
                case RegExpOpcode.Match:
                    registers[0] = start;
                    registers[1] = position;
                    return MatchResult.Matched;

                case RegExpOpcode.Character:
                    if ((uint)position >= (uint)input.Length || input[position] != code[pc + 1])
                    {
                        goto Fail;
                    }

                    position++;
                    pc += 2;
                    continue;

                case RegExpOpcode.CharacterBack:
                    if (position == 0 || input[position - 1] != code[pc + 1])
                    {
                        goto Fail;
                    }

                    position--;
                    pc += 2;
                    continue;

                case RegExpOpcode.EitherCharacter:
                    if ((uint)position >= (uint)input.Length || (input[position] != code[pc + 1] && input[position] != code[pc + 2]))
                    {
                        goto Fail;
                    }

                    position++;
                    pc += 3;
                    continue;

                case RegExpOpcode.Literal:
                    {
                        var literal = _program.Literals[code[pc + 1]];
                        Spend(literal.Length / 16);
                        if (!input[position..].StartsWith(literal, StringComparison.Ordinal))
                        {
                            goto Fail;
                        }

                        position += literal.Length;
                        pc += 2;
                        continue;
                    }

                case RegExpOpcode.LiteralBack:
                    {
                        var literal = _program.Literals[code[pc + 1]];
                        Spend(literal.Length / 16);
                        if (!input[..position].EndsWith(literal, StringComparison.Ordinal))
                        {
                            goto Fail;
                        }

                        position -= literal.Length;
                        pc += 2;
                        continue;
                    }

                case RegExpOpcode.Set:
                    if ((uint)position >= (uint)input.Length || !_program.Classes[code[pc + 1]].Contains(input[position]))
                    {
                        goto Fail;
                    }

                    position++;
                    pc += 2;
                    continue;

                case RegExpOpcode.SetWide:
                    if (!TryStep(_program.Classes[code[pc + 1]], code[pc + 2] != 0, ref position))
                    {
                        goto Fail;
                    }

                    pc += 3;
                    continue;

                case RegExpOpcode.Split:
                    if (top + MaxEntry > stack.Length)
                    {
                        stack = Grow(top);
                    }

                    stack[top] = position;
                    stack[top + 1] = code[pc + 1];
                    top += 2;
                    pc += 2;
                    continue;

                case RegExpOpcode.Branch:
                    if (top + MaxEntry > stack.Length)
                    {
                        stack = Grow(top);
                    }

                    stack[top] = position;
                    stack[top + 1] = pc + 2;
                    top += 2;
                    pc = code[pc + 1];
                    goto Spend;

                case RegExpOpcode.Jump:
                    pc = code[pc + 1];
                    goto Spend;

                case RegExpOpcode.Save:
                    if (top + MaxEntry > stack.Length)
                    {
                        stack = Grow(top);
                    }

                    {
                        var register = code[pc + 1];
                        stack[top] = registers[register];
                        stack[top + 1] = ~register;
                        top += 2;
                        registers[register] = position;
                        pc += 2;
                        continue;
                    }

                case RegExpOpcode.Reset:
                    {
                        var first = code[pc + 1];
                        var end = code[pc + 2];
                        Spend((end - first) / 8);
                        for (var register = first; register < end; register++)
                        {
                            if (registers[register] >= 0)
                            {
                                if (top + MaxEntry > stack.Length)
                                {
                                    stack = Grow(top);
                                }

                                stack[top] = registers[register];
                                stack[top + 1] = ~register;
                                top += 2;
                                registers[register] = -1;
                            }
                        }

                        pc += 3;
                        continue;
                    }

                case RegExpOpcode.IterationStart:
                    if (top + MaxEntry > stack.Length)
                    {
                        stack = Grow(top);
                    }

                    stack[top] = registers[code[pc + 1]];
                    stack[top + 1] = ~code[pc + 1];
                    top += 2;
                    registers[code[pc + 1]] = position;
                    pc += 2;
                    continue;

                case RegExpOpcode.IterationCheck:
                    if (registers[code[pc + 1]] == position)
                    {
                        goto Fail;
                    }

                    pc += 2;
                    continue;

                case RegExpOpcode.CounterStart:
                    if (top + MaxEntry > stack.Length)
                    {
                        stack = Grow(top);
                    }

                    stack[top] = registers[code[pc + 1]];
                    stack[top + 1] = ~code[pc + 1];
                    top += 2;
                    registers[code[pc + 1]] = 0;
                    pc += 2;
                    continue;

                case RegExpOpcode.Counter:
                    {
                        if (top + MaxEntry > stack.Length)
                        {
                            stack = Grow(top);
                        }

                        var count = registers[code[pc + 1]];
                        if (count < code[pc + 2])
                        {
                            pc += 6;
                        }
                        else if (count >= code[pc + 3])
                        {
                            pc = code[pc + 5];
                        }
                        else
                        {
                            var isLazy = code[pc + 4] != 0;
                            stack[top] = position;
                            stack[top + 1] = isLazy ? pc + 6 : code[pc + 5];
                            top += 2;
                            pc = isLazy ? code[pc + 5] : pc + 6;
                        }

                        continue;
                    }

                case RegExpOpcode.CounterIteration:
                    {
                        if (top + MaxEntry > stack.Length)
                        {
                            stack = Grow(top);
                        }

                        var register = code[pc + 1];
                        stack[top] = registers[register];
                        stack[top + 1] = ~register;
                        stack[top + 2] = registers[register + 1];
                        stack[top + 3] = ~(register + 1);
                        top += 4;
                        registers[register]++;
                        registers[register + 1] = position;
                        pc += 2;
                        continue;
                    }

                case RegExpOpcode.CounterEnd:
                    {
                        var register = code[pc + 1];
                        if (registers[register] > code[pc + 2] && registers[register + 1] == position)
                        {
                            goto Fail;
                        }

                        pc = code[pc + 3];
                        goto Spend;
                    }

                case RegExpOpcode.Repeat:
                    {
                        if (top + MaxEntry > stack.Length)
                        {
                            stack = Grow(top);
                        }

                        var least = code[pc + 2];
                        var count = CountLeading(_program.Classes[code[pc + 1]], position, code[pc + 3]);
                        if (count < least)
                        {
                            goto Fail;
                        }

                        var end = position + count;
                        if (count > least && code[pc + 4] != RepeatFollow.Possessive)
                        {
                            var lowest = position + least;
                            if (code[pc + 4] >= 0)
                            {
                                end = LastIndexOf((char)code[pc + 4], lowest, end);
                                if (end < 0)
                                {
                                    goto Fail;
                                }
                            }

                            if (end > lowest)
                            {
                                stack[top] = lowest;
                                stack[top + 1] = end;
                                stack[top + 2] = pc;
                                stack[top + 3] = GreedyRange;
                                top += 4;
                            }
                        }

                        position = end;
                        pc += 5;
                        continue;
                    }

                case RegExpOpcode.RepeatLazy:
                    {
                        if (top + MaxEntry > stack.Length)
                        {
                            stack = Grow(top);
                        }

                        var least = code[pc + 2];
                        var most = code[pc + 3];
                        if (least > 0 && CountLeading(_program.Classes[code[pc + 1]], position, least) < least)
                        {
                            goto Fail;
                        }

                        position += least;
                        most = most == RepeatNode.Unbounded ? most : most - least;
                        if (code[pc + 4] >= 0)
                        {
                            var found = IndexOf((char)code[pc + 4], _program.Classes[code[pc + 1]], position, most);
                            if (found < 0)
                            {
                                goto Fail;
                            }

                            most = most == RepeatNode.Unbounded ? most : most - (found - position);
                            position = found;
                        }

                        if (most > 0)
                        {
                            stack[top] = position;
                            stack[top + 1] = most;
                            stack[top + 2] = pc;
                            stack[top + 3] = LazyRange;
                            top += 4;
                        }

                        pc += 5;
                        continue;
                    }

                case RegExpOpcode.RepeatWide:
                    {
                        if (top + MaxEntry > stack.Length)
                        {
                            stack = Grow(top);
                        }

                        var least = code[pc + 2];
                        var most = code[pc + 3];
                        var back = code[pc + 4] != 0;
                        var characters = _program.Classes[code[pc + 1]];
                        var end = position;
                        var lowest = position;
                        var count = 0;
                        while (count < most && TryStep(characters, back, ref end))
                        {
                            count++;
                            if (count == least)
                            {
                                lowest = end;
                            }

                            if ((count & 7) == 0)
                            {
                                Spend(1);
                            }
                        }

                        if (count < least)
                        {
                            goto Fail;
                        }

                        if (end != lowest)
                        {
                            stack[top] = lowest;
                            stack[top + 1] = end;
                            stack[top + 2] = pc;
                            stack[top + 3] = GreedyRange;
                            top += 4;
                        }

                        position = end;
                        pc += 5;
                        continue;
                    }

                case RegExpOpcode.RepeatLazyWide:
                    {
                        if (top + MaxEntry > stack.Length)
                        {
                            stack = Grow(top);
                        }

                        var least = code[pc + 2];
                        var most = code[pc + 3];
                        var characters = _program.Classes[code[pc + 1]];
                        for (var count = 0; count < least; count++)
                        {
                            if (!TryStep(characters, code[pc + 4] != 0, ref position))
                            {
                                goto Fail;
                            }

                            if ((count & 7) == 0)
                            {
                                Spend(1);
                            }
                        }

                        most = most == RepeatNode.Unbounded ? most : most - least;
                        if (most > 0)
                        {
                            stack[top] = position;
                            stack[top + 1] = most;
                            stack[top + 2] = pc;
                            stack[top + 3] = LazyRange;
                            top += 4;
                        }

                        pc += 5;
                        continue;
                    }

                case RegExpOpcode.LookStart:
                case RegExpOpcode.NegativeLookStart:
                    {
                        // What is undone if the body is left for good lies below the height at which the stack is cut then.
                        for (var register = code[pc + 2]; register < code[pc + 3]; register++)
                        {
                            if (top + MaxEntry > stack.Length)
                            {
                                stack = Grow(top);
                            }

                            stack[top] = registers[register];
                            stack[top + 1] = ~register;
                            top += 2;
                        }

                        Spend((code[pc + 3] - code[pc + 2]) / 8);
                        registers[code[pc + 1]] = top;
                        registers[code[pc + 1] + 1] = position;
                        if (code[pc] == (int)RegExpOpcode.LookStart)
                        {
                            pc += 4;
                            continue;
                        }

                        if (top + MaxEntry > stack.Length)
                        {
                            stack = Grow(top);
                        }

                        stack[top] = position;
                        stack[top + 1] = code[pc + 4];
                        top += 2;
                        pc += 5;
                        continue;
                    }

                case RegExpOpcode.LookEnd:
                    top = registers[code[pc + 1]];
                    position = registers[code[pc + 1] + 1];
                    pc += 2;
                    continue;

                case RegExpOpcode.NegativeLookEnd:
                    top = UndoTo(registers[code[pc + 1]], top);
                    goto Fail;

                case RegExpOpcode.BackReference:
                    if (!TryBackReference(code[pc + 1], code[pc + 2] != 0, ref position))
                    {
                        goto Fail;
                    }

                    pc += 3;
                    continue;

                case RegExpOpcode.BackReferenceIgnoreCase:
                    if (!TryBackReferenceIgnoreCase(code[pc + 1], code[pc + 2] != 0, ref position))
                    {
                        goto Fail;
                    }

                    pc += 3;
                    continue;

                case RegExpOpcode.AssertStart:
                    if (position != 0)
                    {
                        goto Fail;
                    }

                    pc++;
                    continue;

                case RegExpOpcode.AssertEnd:
                    if (position != input.Length)
                    {
                        goto Fail;
                    }

                    pc++;
                    continue;

                case RegExpOpcode.AssertLineStart:
                    if (position != 0 && !IsLineTerminator(input[position - 1]))
                    {
                        goto Fail;
                    }

                    pc++;
                    continue;

                case RegExpOpcode.AssertLineEnd:
                    if (position != input.Length && !IsLineTerminator(input[position]))
                    {
                        goto Fail;
                    }

                    pc++;
                    continue;

                case RegExpOpcode.AssertWordBoundary:
                    if (!IsWordBoundary(_program.Classes[code[pc + 1]], position))
                    {
                        goto Fail;
                    }

                    pc += 2;
                    continue;

                case RegExpOpcode.AssertNotWordBoundary:
                    if (IsWordBoundary(_program.Classes[code[pc + 1]], position))
                    {
                        goto Fail;
                    }

                    pc += 2;
                    continue;

                default:
                    throw new InvalidOperationException("Unknown instruction");
            }

        Fail:
            while (true)
            {
                if (top == 0)
                {
                    Spend(1);
                    return _budget < 0 ? MatchResult.GaveUp : MatchResult.Failed;
                }

                var entry = stack[top - 1];
                if (entry >= 0)
                {
                    pc = entry;
                    position = stack[top - 2];
                    top -= 2;
                    break;
                }

                if (entry > LazyRange)
                {
                    registers[~entry] = stack[top - 2];
                    top -= 2;
                    continue;
                }

                if (entry == GreedyRange ? TryGiveBack(ref top, out pc, out position) : TryTakeMore(ref top, out pc, out position))
                {
                    break;
                }
            }

        Spend:
            if (--_fuel < 0)
            {
                Report();
                if (_budget < 0)
                {
                    return MatchResult.GaveUp;
                }
            }
        }
    }
}
