using System.Runtime.CompilerServices;
using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <content>The instructions for calls other than of plain functions, construction, iteration and suspension.</content>
internal sealed partial class Agent
{
    private bool ExecuteCall(Frame frame, in Instruction instruction, Span<Value> registers)
    {
        int a = instruction.A;
        int b = instruction.B;
        switch (instruction.Op)
        {
            case OpCode.CallSpread:
                frame.ResultRegister = a;
                CallValue(frame, registers[b], registers[b + 1], SpreadArguments(registers[b + 2]));
                return false;
            case OpCode.New:
                frame.ResultRegister = a;
                ConstructValue(frame, registers[b], registers.Slice(b + 2, instruction.C));
                return false;
            case OpCode.NewSpread:
                frame.ResultRegister = a;
                ConstructValue(frame, registers[b], SpreadArguments(registers[b + 2]));
                return false;
            case OpCode.SuperCall:
                frame.ResultRegister = a;
                SuperCall(frame, registers.Slice(b + 2, instruction.C));
                return false;
            case OpCode.SuperCallSpread:
                frame.ResultRegister = a;
                SuperCall(frame, SpreadArguments(registers[b + 2]));
                return false;
            case OpCode.InitializeFields:
                return InitializeFields(frame, registers[a]);
            case OpCode.Await:
                frame.ResultRegister = a;
                Await(registers[b]);
                return false;
            case OpCode.InitialYield:
                InitialYield(frame);
                return false;
            case OpCode.Yield:
                frame.ResultRegister = a;
                Yield(registers[b], isResultObject: false);
                return false;
            case OpCode.DelegateYield:
                frame.ResultRegister = a;
                Yield(registers[a], isResultObject: true);
                return false;
            case OpCode.DelegateCall:
                return DelegateCall(frame, instruction);
            case OpCode.DelegateResult:
                if (IsIteratorDone(registers[a]))
                {
                    Value returned = Get(_stack[frame.Base + a].AsObject(), Atoms.Value);
                    _stack[frame.Base + a] = returned;
                    frame.Pc = instruction.C;
                    return true;
                }

                break;
            case OpCode.GetIterator:
                GetIterator(frame, a, registers[b], isDelegate: instruction.C != 0);
                break;
            case OpCode.GetAsyncIterator:
                GetAsyncIterator(frame, a, registers[b]);
                break;
            case OpCode.AsyncIteratorNext:
                Meter.Work(1);
                frame.ResultRegister = a;
                if (CallNext(frame.Base + b, out Value step))
                {
                    Deliver(step);
                }

                return false;
            case OpCode.IteratorResult:
                if (registers[b].TryGetObject(out JsObject? plain) && Realm.IsIteratorResult(plain))
                {
                    if (plain.Slots[Realm.DoneSlot].ToBoolean())
                    {
                        frame.Pc = instruction.C;
                        return true;
                    }

                    registers[b] = plain.Slots[Realm.ValueSlot];
                    break;
                }

                if (IsIteratorDone(registers[b]))
                {
                    frame.Pc = instruction.C;
                    return true;
                }

                Value value = Get(_stack[frame.Base + b].AsObject(), Atoms.Value);
                _stack[frame.Base + b] = value;
                break;
            case OpCode.IteratorClose:
                return IteratorClose(frame, instruction);
            case OpCode.CheckIteratorResult:
                if (!registers[a].IsObject)
                {
                    throw TypeError($"Iterator result {Describe(registers[a])} is not an object");
                }

                break;
            case OpCode.GetNames:
                registers[a] = GetNames(registers[b]);
                break;
            case OpCode.NextName:
                if (!((NameEnumerator)registers[a].Reference!).MoveNext(this, out Value name))
                {
                    frame.Pc = instruction.C;
                    return true;
                }

                registers[b] = name;
                break;
            default:
                throw new InvalidOperationException($"No execution for {instruction.Op}.");
        }

        frame.Pc++;
        return true;
    }

    /// <summary>A call that is not of a closure or built-in; the frame's result register has been set.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CallOther(Frame frame, ReadOnlySpan<Value> call)
    {
        CallValue(frame, call[0], call[1], call[2..]);
    }

    private void CallValue(Frame frame, in Value callee, in Value thisValue, ReadOnlySpan<Value> arguments)
    {
        if (callee.Reference is not JsFunction function)
        {
            throw NotCallable(frame, callee, thisValue);
        }

        if (TryCall(function, thisValue, arguments, out Value result))
        {
            Deliver(result);
        }
    }

    private ReadOnlySpan<Value> SpreadArguments(in Value array)
    {
        var items = (JsArray)array.Reference!;
        return items.Items.AsSpan(0, items.Count);
    }

    private void ConstructValue(Frame frame, in Value callee, ReadOnlySpan<Value> arguments)
    {
        if (callee.Reference is not JsFunction { IsConstructor: true } constructor)
        {
            throw TypeError($"{CalleeText(frame)} is not a constructor");
        }

        PushConstruct(constructor, arguments, constructor);
    }

    /// <summary>Starts a construction; its result will be delivered to the running frame.</summary>
    private void PushConstruct(JsFunction constructor, ReadOnlySpan<Value> arguments, JsObject newTarget)
    {
        if (TryConstruct(constructor, arguments, newTarget, out Value result))
        {
            Deliver(result);
        }
    }

    /// <summary>Pushes the frame of a constructor, and above it that of its fields.</summary>
    private void PushConstruct(Closure closure, ReadOnlySpan<Value> arguments, JsObject newTarget)
    {
        Value thisValue = ThisForConstruct(closure, newTarget);
        PushCall(closure, thisValue, arguments, newTarget);
        if (thisValue.Reference is JsObject instance && closure.Extras?.FieldInitializer is { } initializer)
        {
            PushInitializer(initializer, instance);
        }
    }

    /// <summary>Runs the fields before the constructor: its frame waits under theirs, and wants no result.</summary>
    private void PushInitializer(Closure initializer, JsObject instance)
    {
        Frame waiting = _frames[_depth - 1]!;
        waiting.ResultRegister = waiting.Code.RegisterCount - 1;
        waiting.Pc = -1;
        PushCall(initializer, instance, [], newTarget: null);
    }

    private void SuperCall(Frame frame, ReadOnlySpan<Value> arguments)
    {
        Closure function = SuperFunction(frame);
        if (function.Prototype is not JsFunction { IsConstructor: true } parent)
        {
            throw TypeError("Super constructor is not a constructor");
        }

        JsObject newTarget = (frame.Code.Kind == Syntax.FunctionKind.Arrow ? frame.Function.Extras?.LexicalNewTarget : frame.NewTarget)!;
        PushConstruct(parent, arguments, newTarget);
    }

    private static Closure SuperFunction(Frame frame) =>
        frame.Code.Kind == Syntax.FunctionKind.Arrow ? frame.Function.Extras!.LexicalFunction! : frame.Function;

    /// <summary>After super(): the fields of this class are defined on the new object.</summary>
    private bool InitializeFields(Frame frame, in Value instance)
    {
        if (SuperFunction(frame).Extras?.FieldInitializer is not { } initializer)
        {
            frame.Pc++;
            return true;
        }

        frame.ResultRegister = frame.Code.RegisterCount - 1;
        PushCall(initializer, instance, [], newTarget: null);
        return false;
    }

    private GuestException NotCallable(Frame frame, in Value callee, in Value thisValue)
    {
        string text = CalleeText(frame);
        string? hint = MissingMethods.Explain(text, thisValue);
        string message = callee.IsUndefined || text.Length == 0 ? $"{text} is not a function" : $"{text} is not a function (it is {Describe(callee)})";
        return TypeError(hint is null ? message : $"{message}; {hint}");
    }

    /// <summary>What was called, in the words of the source: the text before the arguments, or a few words for it.</summary>
    private static string CalleeText(Frame frame) => CalleeSource.Read(frame.Function.Script.Script.Source.Text, frame.Code.PositionAt(frame.Pc));
}
