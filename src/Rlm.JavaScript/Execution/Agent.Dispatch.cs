using System.Runtime.CompilerServices;
using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Execution;

/// <content>
/// The dispatch loop. Fast paths stand here; all else is in methods of their own, so that the loop stays small enough for the JIT to optimise.
/// Frame.Pc points at the running instruction whenever something may throw or look at the stack, and at the waiting one while a frame waits
/// for a value; delivering the value moves it on.
/// </content>
internal sealed partial class Agent
{
    private interface IDispatchMode
    {
        /// <summary>Whether deferred values may be about.</summary>
        static abstract bool IsDeferring { get; }
    }

    private Value Dispatch<TMode>(int entryDepth)
        where TMode : struct, IDispatchMode
    {
    Reload:
        if (_depth == entryDepth || _isDeferring != TMode.IsDeferring || (TMode.IsDeferring && _pause.Kind != PauseKind.None))
        {
            return _exitValue;
        }

        Frame frame = _frames[_depth - 1]!;
        if (frame.IsSpecial && frame.Native is not null)
        {
            ResumeNative(frame);
            goto Reload;
        }

    Enter:
        CodeBlock block = frame.Code;
        Instruction[] code = block.Code;
        Value[] constants = block.Constants;
        Span<Value> registers = _stack.AsSpan(frame.Base, block.RegisterCount);
        int pc = frame.Pc;
        while (true)
        {
            ref readonly Instruction instruction = ref code[pc];
            if (TMode.IsDeferring)
            {
                frame.Pc = pc;
                switch (Prepare(frame, instruction))
                {
                    case Readiness.Done:
                        pc = frame.Pc;
                        registers = _stack.AsSpan(frame.Base, block.RegisterCount);
                        continue;
                    case Readiness.Paused:
                        goto Reload;
                }
            }

            switch (instruction.Op)
            {
                case OpCode.LoadConstant:
                    registers[instruction.A] = constants[instruction.C];
                    pc++;
                    continue;
                case OpCode.LoadUndefined:
                    registers[instruction.A] = Value.Undefined;
                    pc++;
                    continue;
                case OpCode.LoadNull:
                    registers[instruction.A] = Value.Null;
                    pc++;
                    continue;
                case OpCode.LoadTrue:
                    registers[instruction.A] = Value.True;
                    pc++;
                    continue;
                case OpCode.LoadFalse:
                    registers[instruction.A] = Value.False;
                    pc++;
                    continue;
                case OpCode.LoadUninitialized:
                    registers[instruction.A] = Value.Uninitialized;
                    pc++;
                    continue;
                case OpCode.Move:
                    registers[instruction.A] = registers[instruction.B];
                    pc++;
                    continue;
                case OpCode.LoadThis:
                    registers[instruction.A] = frame.This;
                    pc++;
                    continue;
                case OpCode.LoadGlobal:
                {
                    ref readonly Value value = ref frame.Function.Script.Globals[instruction.C].Value;
                    if (value.IsUninitialized)
                    {
                        frame.Pc = pc;
                        registers[instruction.A] = LoadGlobalSlow(frame, instruction);
                    }
                    else
                    {
                        registers[instruction.A] = value;
                    }

                    pc++;
                    continue;
                }

                case OpCode.StoreGlobal:
                {
                    GlobalCell cell = frame.Function.Script.Globals[instruction.C];
                    if (cell.Role is GlobalKind.Lexical or GlobalKind.Variable && !cell.Value.IsUninitialized)
                    {
                        cell.Value = registers[instruction.A];
                    }
                    else
                    {
                        frame.Pc = pc;
                        StoreGlobalSlow(cell, registers[instruction.A]);
                    }

                    pc++;
                    continue;
                }

                case OpCode.LoadSlot:
                    registers[instruction.A] = ((Scope)registers[instruction.B].Reference!).Slots[instruction.C];
                    pc++;
                    continue;
                case OpCode.LoadSlotChecked:
                {
                    ref readonly Value value = ref ((Scope)registers[instruction.B].Reference!).Slots[instruction.C];
                    if (value.IsUninitialized)
                    {
                        frame.Pc = pc;
                        throw UninitializedName();
                    }

                    registers[instruction.A] = value;
                    pc++;
                    continue;
                }

                case OpCode.StoreSlot:
                    ((Scope)registers[instruction.B].Reference!).Slots[instruction.C] = registers[instruction.A];
                    pc++;
                    continue;
                case OpCode.LoadOuter:
                {
                    Scope scope = frame.Function.Scope!;
                    for (int hops = instruction.B; hops > 0; hops--)
                    {
                        scope = scope.Parent!;
                    }

                    registers[instruction.A] = scope.Slots[instruction.C];
                    pc++;
                    continue;
                }

                case OpCode.LoadOuterChecked:
                {
                    Scope scope = frame.Function.Scope!;
                    for (int hops = instruction.B; hops > 0; hops--)
                    {
                        scope = scope.Parent!;
                    }

                    ref readonly Value value = ref scope.Slots[instruction.C];
                    if (value.IsUninitialized)
                    {
                        frame.Pc = pc;
                        throw UninitializedName();
                    }

                    registers[instruction.A] = value;
                    pc++;
                    continue;
                }

                case OpCode.StoreOuter:
                case OpCode.StoreOuterChecked:
                {
                    Scope scope = frame.Function.Scope!;
                    for (int hops = instruction.B; hops > 0; hops--)
                    {
                        scope = scope.Parent!;
                    }

                    ref Value slot = ref scope.Slots[instruction.C];
                    if (instruction.Op == OpCode.StoreOuterChecked && slot.IsUninitialized)
                    {
                        frame.Pc = pc;
                        throw UninitializedName();
                    }

                    slot = registers[instruction.A];
                    pc++;
                    continue;
                }

                case OpCode.Add:
                {
                    ref readonly Value left = ref registers[instruction.B];
                    ref readonly Value right = ref Operand(registers, constants, instruction.C);
                    if (left.Reference is null && right.Reference is null)
                    {
                        registers[instruction.A] = left.Number + right.Number;
                    }
                    else
                    {
                        frame.Pc = pc;
                        registers[instruction.A] = Add(left, right);
                    }

                    pc++;
                    continue;
                }

                case OpCode.Subtract:
                {
                    ref readonly Value left = ref registers[instruction.B];
                    ref readonly Value right = ref Operand(registers, constants, instruction.C);
                    if (left.Reference is null && right.Reference is null)
                    {
                        registers[instruction.A] = left.Number - right.Number;
                    }
                    else
                    {
                        frame.Pc = pc;
                        registers[instruction.A] = Arithmetic(OpCode.Subtract, left, right);
                    }

                    pc++;
                    continue;
                }

                case OpCode.Multiply:
                {
                    ref readonly Value left = ref registers[instruction.B];
                    ref readonly Value right = ref Operand(registers, constants, instruction.C);
                    if (left.Reference is null && right.Reference is null)
                    {
                        registers[instruction.A] = left.Number * right.Number;
                    }
                    else
                    {
                        frame.Pc = pc;
                        registers[instruction.A] = Arithmetic(OpCode.Multiply, left, right);
                    }

                    pc++;
                    continue;
                }

                case OpCode.Divide:
                {
                    ref readonly Value left = ref registers[instruction.B];
                    ref readonly Value right = ref Operand(registers, constants, instruction.C);
                    if (left.Reference is null && right.Reference is null)
                    {
                        registers[instruction.A] = left.Number / right.Number;
                    }
                    else
                    {
                        frame.Pc = pc;
                        registers[instruction.A] = Arithmetic(OpCode.Divide, left, right);
                    }

                    pc++;
                    continue;
                }

                case OpCode.Remainder:
                {
                    ref readonly Value left = ref registers[instruction.B];
                    ref readonly Value right = ref Operand(registers, constants, instruction.C);
                    if (left.Reference is null && right.Reference is null && left.Number > 0 && right.Number > 0
                        && left.Number <= int.MaxValue && right.Number <= int.MaxValue
                        && (int)left.Number is var dividend && (int)right.Number is var divisor
                        && dividend == left.Number && divisor == right.Number)
                    {
                        registers[instruction.A] = dividend % divisor;
                    }
                    else if (left.Reference is null && right.Reference is null)
                    {
                        registers[instruction.A] = NumberMath.Remainder(left.Number, right.Number);
                    }
                    else
                    {
                        frame.Pc = pc;
                        registers[instruction.A] = Arithmetic(OpCode.Remainder, left, right);
                    }

                    pc++;
                    continue;
                }

                case OpCode.BitwiseAnd:
                case OpCode.BitwiseOr:
                case OpCode.BitwiseXor:
                case OpCode.ShiftLeft:
                case OpCode.ShiftRight:
                case OpCode.ShiftRightUnsigned:
                {
                    ref readonly Value left = ref registers[instruction.B];
                    ref readonly Value right = ref Operand(registers, constants, instruction.C);
                    if (left.Reference is null && right.Reference is null)
                    {
                        registers[instruction.A] = Bitwise(instruction.Op, NumberConversions.ToInt32(left.Number), NumberConversions.ToInt32(right.Number));
                    }
                    else
                    {
                        frame.Pc = pc;
                        registers[instruction.A] = Arithmetic(instruction.Op, left, right);
                    }

                    pc++;
                    continue;
                }

                case OpCode.Increment:
                {
                    ref readonly Value operand = ref registers[instruction.B];
                    if (operand.Reference is null)
                    {
                        registers[instruction.A] = operand.Number + 1;
                    }
                    else
                    {
                        frame.Pc = pc;
                        registers[instruction.A] = Step(operand, 1);
                    }

                    pc++;
                    continue;
                }

                case OpCode.Decrement:
                {
                    ref readonly Value operand = ref registers[instruction.B];
                    if (operand.Reference is null)
                    {
                        registers[instruction.A] = operand.Number - 1;
                    }
                    else
                    {
                        frame.Pc = pc;
                        registers[instruction.A] = Step(operand, -1);
                    }

                    pc++;
                    continue;
                }

                case OpCode.StrictEqual:
                    registers[instruction.A] = Value.StrictEquals(registers[instruction.B], Operand(registers, constants, instruction.C));
                    pc++;
                    continue;
                case OpCode.StrictNotEqual:
                    registers[instruction.A] = !Value.StrictEquals(registers[instruction.B], Operand(registers, constants, instruction.C));
                    pc++;
                    continue;
                case OpCode.Less:
                case OpCode.LessOrEqual:
                case OpCode.Greater:
                case OpCode.GreaterOrEqual:
                {
                    frame.Pc = pc;
                    registers[instruction.A] = Relation(instruction.Op, registers[instruction.B], Operand(registers, constants, instruction.C));
                    pc++;
                    continue;
                }

                case OpCode.Not:
                    registers[instruction.A] = !registers[instruction.B].ToBoolean();
                    pc++;
                    continue;
                case OpCode.Jump:
                    pc = instruction.C;
                    continue;
                case OpCode.Loop:
                    frame.Pc = pc;
                    Meter.Work(1);
                    pc = instruction.C;
                    continue;
                case OpCode.CheckWork:
                    frame.Pc = pc;
                    Meter.Work(1);
                    pc++;
                    continue;
                case OpCode.JumpIfTrue:
                {
                    ref readonly Value condition = ref registers[instruction.A];
                    pc = condition.IsTrue || (!condition.IsFalse && condition.ToBoolean()) ? instruction.C : pc + 1;
                    continue;
                }

                case OpCode.JumpIfFalse:
                {
                    ref readonly Value condition = ref registers[instruction.A];
                    pc = condition.IsTrue || (!condition.IsFalse && condition.ToBoolean()) ? pc + 1 : instruction.C;
                    continue;
                }

                case OpCode.JumpIfNullish:
                    pc = registers[instruction.A].IsNullish ? instruction.C : pc + 1;
                    continue;
                case OpCode.JumpIfNotNullish:
                    pc = registers[instruction.A].IsNullish ? pc + 1 : instruction.C;
                    continue;
                case OpCode.JumpIfNotUndefined:
                    pc = registers[instruction.A].IsUndefined ? pc + 1 : instruction.C;
                    continue;
                case OpCode.LoopIfLess:
                    frame.Pc = pc;
                    Meter.Work(1);
                    goto case OpCode.JumpIfLess;
                case OpCode.JumpIfLess:
                case OpCode.JumpIfNotLess:
                {
                    ref readonly Value left = ref registers[instruction.B];
                    ref readonly Value right = ref Operand(registers, constants, instruction.C);
                    bool isLess;
                    if (left.Reference is null && right.Reference is null)
                    {
                        isLess = left.Number < right.Number;
                    }
                    else
                    {
                        frame.Pc = pc;
                        isLess = Relation(OpCode.Less, left, right);
                    }

                    pc = isLess == (instruction.Op != OpCode.JumpIfNotLess) ? instruction.A : pc + 1;
                    continue;
                }

                case OpCode.JumpIfLessOrEqual:
                case OpCode.JumpIfNotLessOrEqual:
                {
                    ref readonly Value left = ref registers[instruction.B];
                    ref readonly Value right = ref Operand(registers, constants, instruction.C);
                    bool isLess;
                    if (left.Reference is null && right.Reference is null)
                    {
                        isLess = left.Number <= right.Number;
                    }
                    else
                    {
                        frame.Pc = pc;
                        isLess = Relation(OpCode.LessOrEqual, left, right);
                    }

                    pc = isLess == (instruction.Op == OpCode.JumpIfLessOrEqual) ? instruction.A : pc + 1;
                    continue;
                }

                case OpCode.JumpIfGreater:
                case OpCode.JumpIfNotGreater:
                {
                    ref readonly Value left = ref registers[instruction.B];
                    ref readonly Value right = ref Operand(registers, constants, instruction.C);
                    bool isGreater;
                    if (left.Reference is null && right.Reference is null)
                    {
                        isGreater = left.Number > right.Number;
                    }
                    else
                    {
                        frame.Pc = pc;
                        isGreater = Relation(OpCode.Greater, left, right);
                    }

                    pc = isGreater == (instruction.Op == OpCode.JumpIfGreater) ? instruction.A : pc + 1;
                    continue;
                }

                case OpCode.JumpIfGreaterOrEqual:
                case OpCode.JumpIfNotGreaterOrEqual:
                {
                    frame.Pc = pc;
                    bool isGreater = Relation(OpCode.GreaterOrEqual, registers[instruction.B], Operand(registers, constants, instruction.C));
                    pc = isGreater == (instruction.Op == OpCode.JumpIfGreaterOrEqual) ? instruction.A : pc + 1;
                    continue;
                }

                case OpCode.JumpIfEqual:
                case OpCode.JumpIfNotEqual:
                {
                    frame.Pc = pc;
                    bool isEqual = LooselyEquals(registers[instruction.B], Operand(registers, constants, instruction.C));
                    pc = isEqual == (instruction.Op == OpCode.JumpIfEqual) ? instruction.A : pc + 1;
                    continue;
                }

                case OpCode.JumpIfStrictEqual:
                    pc = Value.StrictEquals(registers[instruction.B], Operand(registers, constants, instruction.C)) ? instruction.A : pc + 1;
                    continue;
                case OpCode.JumpIfStrictNotEqual:
                    pc = Value.StrictEquals(registers[instruction.B], Operand(registers, constants, instruction.C)) ? pc + 1 : instruction.A;
                    continue;
                case OpCode.GetProperty:
                case OpCode.GetMethod:
                {
                    ref readonly Value receiver = ref registers[instruction.B];
                    ref PropertyCache cache = ref frame.Function.Script.Properties[instruction.C];
                    bool isMethod = instruction.Op == OpCode.GetMethod;
                    if (receiver.TryGetObject(out JsObject? instance)
                        && ReferenceEquals(instance.Shape, cache.Shape)
                        && (cache.Holder is null || cache.Epoch == Realm.Shapes.PrototypeEpoch))
                    {
                        Value found = (cache.Holder ?? instance).Slots[cache.Slot];
                        if (isMethod)
                        {
                            registers[instruction.A + 1] = receiver;
                        }

                        registers[instruction.A] = found;
                        pc++;
                        continue;
                    }

                    frame.Pc = pc;
                    Value value = receiver;
                    if (isMethod)
                    {
                        registers[instruction.A + 1] = value;
                    }

                    if (GetNamed(value, ref cache, out Value result, out JsFunction? getter))
                    {
                        registers[instruction.A] = result;
                        pc++;
                        continue;
                    }

                    frame.ResultRegister = instruction.A;
                    CallGetter(getter!, value);
                    goto Reload;
                }

                case OpCode.GetLength:
                {
                    ref readonly Value receiver = ref registers[instruction.B];
                    if (receiver.Reference is JsArray array)
                    {
                        registers[instruction.A] = array.Length;
                        pc++;
                        continue;
                    }

                    if (receiver.Reference is JsString text)
                    {
                        registers[instruction.A] = text.Length;
                        pc++;
                        continue;
                    }

                    if (receiver.Reference is JsTypedArray view && HasUnmodifiedLength(view))
                    {
                        registers[instruction.A] = view.Length;
                        pc++;
                        continue;
                    }

                    goto case OpCode.GetProperty;
                }

                case OpCode.SetProperty:
                {
                    ref readonly Value receiver = ref registers[instruction.A];
                    ref PropertyCache cache = ref frame.Function.Script.Properties[instruction.C];
                    if (receiver.TryGetObject(out JsObject? instance) && ReferenceEquals(instance.Shape, cache.Shape) && cache.NextShape is null && !instance.IsPrototype)
                    {
                        instance.Slots[cache.Slot] = registers[instruction.B];
                        pc++;
                        continue;
                    }

                    frame.Pc = pc;
                    if (SetNamed(receiver, ref cache, registers[instruction.B]) is { } setter)
                    {
                        frame.ResultRegister = block.RegisterCount - 1;
                        CallSetter(setter, registers[instruction.A], registers[instruction.B]);
                        goto Reload;
                    }

                    pc++;
                    continue;
                }

                case OpCode.GetElementForUpdate:
                    if (registers[instruction.C].IsObject && !registers[instruction.B].IsNullish)
                    {
                        frame.Pc = pc;
                        registers[instruction.C] = KeyValue(registers[instruction.C]);
                    }

                    goto case OpCode.GetElement;
                case OpCode.GetElement:
                {
                    ref readonly Value receiver = ref registers[instruction.B];
                    ref readonly Value key = ref Operand(registers, constants, instruction.C);
                    if (key.TryGetIndex(out int index))
                    {
                        Value element;
                        if (receiver.Reference is JsArray array)
                        {
                            if (array.TryGetDense((uint)index, out element))
                            {
                                registers[instruction.A] = element;
                                pc++;
                                continue;
                            }
                        }
                        else if (receiver.Reference is JsTypedArray view && view.TryGetElement((uint)index, out element))
                        {
                            registers[instruction.A] = element;
                            pc++;
                            continue;
                        }
                    }

                    frame.Pc = pc;
                    if (GetElement(receiver, key, out Value result, out JsFunction? getter))
                    {
                        registers[instruction.A] = result;
                        pc++;
                        continue;
                    }

                    frame.ResultRegister = instruction.A;
                    CallGetter(getter!, receiver);
                    goto Reload;
                }

                case OpCode.SetElement:
                {
                    ref readonly Value receiver = ref registers[instruction.A];
                    ref readonly Value key = ref Operand(registers, constants, instruction.B);
                    if (key.TryGetIndex(out int index) && receiver.Reference is JsArray array)
                    {
                        if (array.TrySetDense((uint)index, registers[instruction.C]))
                        {
                            pc++;
                            continue;
                        }

                        if (index == array.Count && array.CanAppend && !Realm.Shapes.HasIndexedPrototypes)
                        {
                            frame.Pc = pc;
                            array.Append(registers[instruction.C]);
                            pc++;
                            continue;
                        }
                    }
                    else if (receiver.Reference is JsTypedArray view && key.TryGetIndex(out index) && view.TrySetElement((uint)index, registers[instruction.C]))
                    {
                        pc++;
                        continue;
                    }

                    frame.Pc = pc;
                    if (SetElement(receiver, key, registers[instruction.C]) is { } setter)
                    {
                        frame.ResultRegister = block.RegisterCount - 1;
                        CallSetter(setter, registers[instruction.A], registers[instruction.C]);
                        goto Reload;
                    }

                    pc++;
                    continue;
                }

                case OpCode.Call:
                case OpCode.CallFunction:
                {
                    Meter.Work(1);
                    frame.Pc = pc;
                    frame.ResultRegister = instruction.A;
                    if (instruction.Op == OpCode.CallFunction)
                    {
                        registers[instruction.B + 1] = Value.Undefined;
                    }

                    if (registers[instruction.B].Reference is Closure closure)
                    {
                        int start = frame.Base + instruction.B + 2;
                        CodeBlock called = closure.Code;
                        if (called.IsPlain && instruction.C == called.ParameterCount && start + called.RegisterCount <= _stack.Length
                            && _depth < _frames.Length && _frames[_depth] is { } pushed)
                        {
                            _depth++;
                            pushed.Pc = 0;
                            pushed.Base = start;
                            pushed.Function = closure;
                            pushed.This = called.Kind == FunctionKind.Arrow ? closure.LexicalThis : registers[instruction.B + 1];
                            frame = pushed;
                            block = called;
                            registers = _stack.AsSpan(start, called.RegisterCount);
                            for (int register = called.ParameterCount; register < registers.Length; register++)
                            {
                                registers[register] = default;
                            }

                            code = called.Code;
                            constants = called.Constants;
                            pc = 0;
                            continue;
                        }

                        PushCall(closure, registers[instruction.B + 1], start, instruction.C, newTarget: null);
                        goto Reload;
                    }

                    if (registers[instruction.B].Reference is NativeFunction native)
                    {
                        long before = Meter.EnterNative();
                        Value result = native.Method(new NativeCall(this, native, registers[instruction.B + 1], registers.Slice(instruction.B + 2, instruction.C), newTarget: null));
                        Meter.LeaveNative(before);
                        if (!result.IsHole)
                        {
                            registers = _stack.AsSpan(frame.Base, block.RegisterCount);
                            registers[instruction.A] = result;
                            pc++;
                            if (_isDeferring == TMode.IsDeferring)
                            {
                                continue;
                            }

                            frame.Pc = pc;
                        }

                        goto Reload;
                    }

                    CallOther(frame, registers.Slice(instruction.B, instruction.C + 2));
                    goto Reload;
                }

                case OpCode.Return:
                {
                    if (!frame.IsSpecial && _depth - 1 > entryDepth && _frames[_depth - 2]! is { Native: null } caller)
                    {
                        _stack[caller.Base + caller.ResultRegister] = registers[instruction.A];
                        _depth--;
                        caller.Pc++;
                        frame = caller;
                        goto Enter;
                    }

                    frame.Pc = pc;
                    Return(registers[instruction.A]);
                    goto Reload;
                }

                case OpCode.EnterTry:
                    registers[instruction.A] = _deferredCount;
                    pc++;
                    continue;
                case OpCode.LeaveTry:
                    pc++;
                    continue;
                case OpCode.ReturnUndefined:
                {
                    if (!frame.IsSpecial && _depth - 1 > entryDepth && _frames[_depth - 2]! is { Native: null } caller)
                    {
                        _stack[caller.Base + caller.ResultRegister] = Value.Undefined;
                        _depth--;
                        caller.Pc++;
                        frame = caller;
                        goto Enter;
                    }

                    frame.Pc = pc;
                    Return(Value.Undefined);
                    goto Reload;
                }

                case OpCode.Throw:
                    frame.Pc = pc;
                    Throw(registers[instruction.A]);
                    goto Reload;
                case OpCode.IteratorNext:
                {
                    if (registers[instruction.A].Reference is JsArray array && registers[instruction.A + 1].Reference is null)
                    {
                        ref Value position = ref registers[instruction.A + 1];
                        int index = (int)position.Number;
                        if (array.TryGetDense((uint)index, out Value element))
                        {
                            registers[instruction.B] = element;
                            position = index + 1;
                            pc += 2;
                            continue;
                        }
                    }

                    frame.Pc = pc;
                    switch (AdvanceIterator(frame, instruction))
                    {
                        case IteratorStep.Value:
                            // A getter may have run, and the registers have moved.
                            registers = _stack.AsSpan(frame.Base, block.RegisterCount);
                            pc += 2;
                            continue;
                        case IteratorStep.Done:
                            registers = _stack.AsSpan(frame.Base, block.RegisterCount);
                            pc = instruction.C;
                            continue;
                        case IteratorStep.Result:
                            registers = _stack.AsSpan(frame.Base, block.RegisterCount);
                            pc++;
                            continue;
                        default:
                            goto Reload;
                    }
                }

                default:
                    frame.Pc = pc;
                    if (Execute(frame, instruction))
                    {
                        pc = frame.Pc;
                        registers = _stack.AsSpan(frame.Base, block.RegisterCount);
                        continue;
                    }

                    goto Reload;
            }
        }
    }

    /// <summary>The operand C: a register, or a constant where it is negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref readonly Value Operand(Span<Value> registers, Value[] constants, int operand)
    {
        if (operand >= 0)
        {
            return ref registers[operand];
        }

        return ref constants[~operand];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ResumeNative(Frame frame)
    {
        // A native frame stands on top without a value for it after an exception was handled below, and where its call was deferred.
        Value value = Value.Undefined;
        _retryDepth = -1;
        if (frame.Native!.Resume(this, ref value))
        {
            PopFrame();
            Deliver(value);
        }
    }

    /// <summary>No deferred value anywhere.</summary>
    private readonly struct Plain : IDispatchMode
    {
        public static bool IsDeferring => false;
    }

    /// <summary>Before each instruction it is seen to that no deferred value is where the real one is needed.</summary>
    private readonly struct Deferring : IDispatchMode
    {
        public static bool IsDeferring => true;
    }
}
