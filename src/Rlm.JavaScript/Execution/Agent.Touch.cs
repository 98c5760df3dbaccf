using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <content>What each instruction needs before it runs while there may be deferred values.</content>
internal sealed partial class Agent
{
    private static readonly Needs[] NeedsOf = [.. Enum.GetValues<OpCode>().Select(Classify)];

    /// <summary>The depth of the frame whose instruction may be tried again; -1 where a built-in function goes on that has done part of its work.</summary>
    private int _retryDepth = -1;

    /// <summary>What had been printed before it.</summary>
    private (int Kept, long Total) _retryOutput;

    [Flags]
    private enum Needs : byte
    {
        None = 0,
        A = 1,
        B = 2,
        C = 4,

        /// <summary>See <see cref="PrepareOther"/>.</summary>
        Other = 8,
    }

    private enum Readiness : byte
    {
        Ready,

        /// <summary>It has been executed.</summary>
        Done,

        /// <summary>The agent has paused.</summary>
        Paused,
    }

    private static Needs Classify(OpCode op) => op switch
    {
        >= OpCode.Add and <= OpCode.InstanceOf => Needs.B | Needs.C,
        >= OpCode.Negate and <= OpCode.ToPropertyKey => Needs.B,
        >= OpCode.JumpIfTrue and <= OpCode.JumpIfNotUndefined => Needs.A,
        >= OpCode.JumpIfLess and <= OpCode.JumpIfStrictNotEqual => Needs.B | Needs.C,
        OpCode.GetProperty or OpCode.GetLength or OpCode.GetPrivate or OpCode.HasPrivate or OpCode.SetPrototype or OpCode.SetFunctionName or OpCode.GetNames or OpCode.Yield => Needs.B,
        OpCode.GetElement or OpCode.GetElementForUpdate or OpCode.GetElementMethod or OpCode.DeleteElement => Needs.B | Needs.C,
        OpCode.GetSuper or OpCode.DefinePrivate or OpCode.DefineHidden => Needs.C,
        OpCode.SetPrivate => Needs.A | Needs.C,
        OpCode.SetSuper => Needs.C,
        OpCode.SetProperty => Needs.A | Needs.Other,
        OpCode.SetElement => Needs.A | Needs.Other,
        OpCode.GetIterator or OpCode.GetAsyncIterator or OpCode.CopyProperties or OpCode.AppendArray => Needs.B | Needs.Other,
        OpCode.Throw or OpCode.CheckDestructurable or OpCode.DelegateCall => Needs.A,
        OpCode.CreateClass => Needs.Other,
        OpCode.CreateRest or OpCode.CreateArguments or OpCode.StoreGlobal or OpCode.InitializeGlobal or OpCode.CopyScope or OpCode.StoreSlot or OpCode.StoreSlotChecked
            or OpCode.StoreOuter or OpCode.StoreOuterChecked or OpCode.JoinTemplate or OpCode.GetMethod or OpCode.CreateObjectFrom or OpCode.DefineProperty or OpCode.CreateArray
            or OpCode.AppendElement or OpCode.Call or OpCode.CallFunction or OpCode.CallSpread or OpCode.New or OpCode.NewSpread or OpCode.SuperCall or OpCode.SuperCallSpread or OpCode.Return
            or OpCode.IteratorNext or OpCode.IteratorResult or OpCode.LeaveTry => Needs.Other,
        _ => Needs.None,
    };

    /// <summary>Sees to it that an instruction finds no deferred value where it needs the real one, and that what it stores is known.</summary>
    private Readiness Prepare(Frame frame, in Instruction instruction)
    {
        _retryDepth = _depth;
        _retryOutput = Console.Position;
        if (_places.Count >= _tooManyPlaces && !ReducePlaces())
        {
            return Readiness.Paused;
        }

        Needs needs = NeedsOf[(int)instruction.Op];
        if (needs == Needs.None)
        {
            return Readiness.Ready;
        }

        Span<Value> registers = _stack.AsSpan(frame.Base, frame.Code.RegisterCount);
        if (((needs & Needs.A) != 0 && !Touch(ref registers[instruction.A]))
            || ((needs & Needs.B) != 0 && !Touch(ref registers[instruction.B]))
            || ((needs & Needs.C) != 0 && instruction.C >= 0 && !Touch(ref registers[instruction.C])))
        {
            return Readiness.Paused;
        }

        return (needs & Needs.Other) == 0 ? Readiness.Ready : PrepareOther(frame, instruction, registers);
    }

    private Readiness PrepareOther(Frame frame, in Instruction instruction, Span<Value> registers)
    {
        ref Value a = ref registers[instruction.A];
        switch (instruction.Op)
        {
            case OpCode.JoinTemplate:
                return If(TouchAll(registers.Slice(instruction.B, instruction.C)));
            case OpCode.Return:
                bool isPassedOn = frame.NewTarget is null && frame.Coroutine is not { Type: CoroutineKind.Generator or CoroutineKind.AsyncGenerator };
                return If((isPassedOn || Touch(ref a)) && (frame.Coroutine is null || IsReadyToResolveWith(a)));
            case OpCode.CreateArguments:
                return If(TouchAll(frame.Arguments));
            case OpCode.CreateClass:
                return If(instruction.B < 0 || Touch(ref registers[instruction.B]));
            case OpCode.StoreGlobal or OpCode.InitializeGlobal or OpCode.StoreSlot or OpCode.StoreSlotChecked or OpCode.StoreOuter or OpCode.StoreOuterChecked:
                NoteVariable(frame, instruction, registers);
                return Readiness.Ready;
            case OpCode.SetProperty:
                return If(PrepareStore(a, frame.Function.Script.Properties[instruction.C].Key, ref registers[instruction.B]));
            case OpCode.SetElement:
                return If((instruction.B < 0 || Touch(ref registers[instruction.B]))
                    && PrepareStore(a, Operand(registers, frame.Code.Constants, instruction.B), ref registers[instruction.C]));
            case OpCode.DefineProperty:
                return If(PrepareStore(a, Operand(registers, frame.Code.Constants, instruction.B), ref registers[instruction.C]));
            case OpCode.AppendElement:
                NoteDeferred(a.AsObject(), ((JsArray)a.Reference!).Length, registers[instruction.B]);
                return Readiness.Ready;
            case OpCode.CreateArray or OpCode.CreateObjectFrom or OpCode.CreateRest or OpCode.AppendArray or OpCode.CopyScope:
                bool isDone = Execute(frame, instruction);
                NoteContents(_stack[frame.Base + instruction.A].Reference!);
                return isDone ? Readiness.Done : Readiness.Paused;
            case OpCode.CopyProperties:
                return If(Resolve(registers[instruction.B]));
            case OpCode.GetIterator or OpCode.GetAsyncIterator:
                bool movesElements = instruction.Op == OpCode.GetIterator && registers[instruction.B].Reference is JsArray;
                return If(movesElements || Resolve(registers[instruction.B]));
            case OpCode.IteratorNext:
                return If(a.Reference is not BuiltInIterator { Source: { } source } || Resolve(source));
            case OpCode.IteratorResult:
                return If(Resolve(registers[instruction.B]));
            case OpCode.LeaveTry:
                return If(HaveArrivedSince(a.Number));
            default:
                return PrepareCall(frame, instruction, registers);
        }
    }

    private Readiness PrepareCall(Frame frame, in Instruction instruction, Span<Value> registers)
    {
        int b = instruction.B;
        switch (instruction.Op)
        {
            case OpCode.GetMethod:
                if (registers[b].Reference is DeferredValue deferred && IsPromiseMethod(frame.Function.Script.Properties[instruction.C].Key))
                {
                    registers[b] = PromiseOf(deferred);
                }

                return If(Touch(ref registers[b]));
            case OpCode.CallFunction:
                Value noReceiver = Value.Undefined;
                return If(Touch(ref registers[b]) && PrepareCall(registers[b], ref noReceiver, registers.Slice(b + 2, instruction.C)));
            case OpCode.Call or OpCode.New:
                return If(Touch(ref registers[b]) && PrepareCall(registers[b], ref registers[b + 1], registers.Slice(b + 2, instruction.C)));
            case OpCode.CallSpread or OpCode.NewSpread:
                var spread = (JsArray)registers[b + 2].Reference!;
                return If(Touch(ref registers[b]) && PrepareCall(registers[b], ref registers[b + 1], spread.Items.AsSpan(0, spread.Count)));
            default:
                Value parent = SuperFunction(frame).Prototype is { } found ? found : Value.Undefined;
                JsArray? all = registers[b + 2].Reference as JsArray;
                Span<Value> arguments = instruction.Op == OpCode.SuperCall ? registers.Slice(b + 2, instruction.C) : all!.Items.AsSpan(0, all.Count);
                Value none = Value.Undefined;
                return If(PrepareCall(parent, ref none, arguments));
        }
    }

    private static bool IsPromiseMethod(Atom key) => ReferenceEquals(key, Atoms.Then) || ReferenceEquals(key, Atoms.Catch) || ReferenceEquals(key, Atoms.Finally);

    /// <summary>A function of the guest takes deferred arguments; others get the values, and find values in what they can reach.</summary>
    private bool PrepareCall(in Value callee, ref Value receiver, Span<Value> arguments)
    {
        switch (callee.Reference)
        {
            case Closure:
                return true;
            case NativeFunction native:
                return PrepareBuiltIn(native.ReachIn(Realm), ref receiver, arguments);
            default:
                return Touch(ref receiver) && TouchAll(arguments) && ResolveReachable(callee, receiver, arguments);
        }
    }

    private bool PrepareBuiltIn(DeferredReach reach, ref Value receiver, Span<Value> arguments)
    {
        switch (reach)
        {
            case DeferredReach.None or DeferredReach.Collect:
                return true;
            case DeferredReach.Append when receiver.Reference is JsArray { CanAppend: true } array:
                for (int i = 0; i < arguments.Length; i++)
                {
                    NoteDeferred(array, array.Length + (uint)i, arguments[i]);
                }

                return true;
            case DeferredReach.SetEntry when receiver.Reference is JsMap map && arguments.Length >= 2:
                if (!Touch(ref arguments[0]))
                {
                    return false;
                }

                if (arguments[1].Reference is DeferredValue)
                {
                    _places.AddEntry(map, arguments[0]);
                }

                return true;
        }

        if (!Touch(ref receiver) || !TouchAll(arguments))
        {
            return false;
        }

        return reach switch
        {
            DeferredReach.Arguments => true,
            DeferredReach.Shallow => Resolve(receiver) && ResolveEach(arguments),
            _ => ResolveReachable(receiver, Value.Undefined, arguments),
        };
    }

    /// <summary>The promise of an async function looks for a <c>then</c>, which may run code; once the function has returned, nothing can be tried again.</summary>
    private bool IsReadyToResolveWith(in Value result)
    {
        if (result.Reference is not JsObject instance || !(instance.IsProxy || (FindProperty(instance, Atoms.Then, out Property then) && then.IsAccessor)))
        {
            return true;
        }

        SettleAnswered();
        if (!_deferred.Exists(deferred => deferred.State == DeferredState.Waiting))
        {
            return true;
        }

        PauseFor(deferred: null, PauseKind.Retry);
        return false;
    }

    private static Readiness If(bool isReady) => isReady ? Readiness.Ready : Readiness.Paused;
}
