using System.Runtime.CompilerServices;
using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <content>The instructions that need no fast path.</content>
internal sealed partial class Agent
{
    /// <summary>
    /// Executes one instruction. True: the frame goes on at <see cref="Frame.Pc"/>, which has been moved. False: frames were pushed or popped.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Execute(Frame frame, in Instruction instruction)
    {
        Span<Value> registers = _stack.AsSpan(frame.Base, frame.Code.RegisterCount);
        Value[] constants = frame.Code.Constants;
        int a = instruction.A;
        switch (instruction.Op)
        {
            case OpCode.LoadNewTarget:
                JsObject? newTarget = frame.Code.Kind == Syntax.FunctionKind.Arrow ? frame.Function.Extras?.LexicalNewTarget : frame.NewTarget;
                registers[a] = newTarget is null ? Value.Undefined : newTarget;
                break;
            case OpCode.CreateRest:
                registers[a] = CreateRest(frame, instruction.C);
                break;
            case OpCode.CreateArguments:
                registers[a] = CreateArguments(frame);
                break;
            case OpCode.CheckInitialized:
                if (registers[a].IsUninitialized)
                {
                    throw Uninitialized(constants[instruction.C].AsString().ToString());
                }

                break;
            case OpCode.LoadGlobalOrUndefined:
                registers[a] = LoadGlobalOrUndefined(frame.Function.Script.Globals[instruction.C]);
                break;
            case OpCode.InitializeGlobal:
                InitializeGlobal(frame.Function.Script.Globals[instruction.C], registers[a]);
                break;
            case OpCode.CreateScope:
                registers[a] = CreateScope(instruction.B < 0 ? frame.Function.Scope : (Scope)registers[instruction.B].Reference!, instruction.C);
                break;
            case OpCode.CopyScope:
                var current = (Scope)registers[a].Reference!;
                Meter.Allocate(40 + ModelBytes.Values(current.Slots.Length));
                registers[a] = new Scope(current.Parent, (Value[])current.Slots.Clone());
                break;
            case OpCode.StoreSlotChecked:
                ref Value slot = ref ((Scope)registers[instruction.B].Reference!).Slots[instruction.C];
                if (slot.IsUninitialized)
                {
                    throw UninitializedName();
                }

                slot = registers[a];
                break;
            case OpCode.Exponentiate:
                registers[a] = Arithmetic(OpCode.Exponentiate, registers[instruction.B], Operand(registers, constants, instruction.C));
                break;
            case OpCode.Equal:
                registers[a] = LooselyEquals(registers[instruction.B], Operand(registers, constants, instruction.C));
                break;
            case OpCode.NotEqual:
                registers[a] = !LooselyEquals(registers[instruction.B], Operand(registers, constants, instruction.C));
                break;
            case OpCode.In:
                registers[a] = In(registers[instruction.B], Operand(registers, constants, instruction.C));
                break;
            case OpCode.InstanceOf:
                registers[a] = InstanceOf(registers[instruction.B], Operand(registers, constants, instruction.C));
                break;
            case OpCode.Negate:
                registers[a] = Negate(registers[instruction.B]);
                break;
            case OpCode.ToNumber:
                registers[a] = ToNumber(registers[instruction.B]);
                break;
            case OpCode.ToNumeric:
                registers[a] = ToNumeric(registers[instruction.B]);
                break;
            case OpCode.BitwiseNot:
                registers[a] = BitwiseNot(registers[instruction.B]);
                break;
            case OpCode.TypeOf:
                registers[a] = TypeOf(registers[instruction.B]);
                break;
            case OpCode.ToPropertyKey:
                registers[a] = KeyValue(registers[instruction.B]);
                break;
            case OpCode.JoinTemplate:
                registers[a] = JoinTemplate(registers.Slice(instruction.B, instruction.C));
                break;
            case OpCode.JumpIfUninitialized:
                frame.Pc = registers[a].IsUninitialized ? instruction.C : frame.Pc + 1;
                return true;
            case OpCode.JumpTable:
                frame.Pc = frame.Code.JumpTables[instruction.C][(int)registers[a].Number];
                return true;
            case OpCode.GetElementMethod:
                registers[a + 1] = registers[instruction.B];
                if (!GetElement(registers[a + 1], Operand(registers, constants, instruction.C), out Value method, out JsFunction? methodGetter))
                {
                    frame.ResultRegister = a;
                    CallGetter(methodGetter!, registers[a + 1]);
                    return false;
                }

                registers[a] = method;
                break;
            case OpCode.DeleteElement:
                registers[a] = Delete(registers[instruction.B], Operand(registers, constants, instruction.C));
                break;
            case OpCode.GetTemplateObject:
                registers[a] = TemplateObject(frame.Function.Script, instruction.C);
                break;
            case OpCode.CreateRegExp:
                RegExpTemplate template = frame.Code.RegExps[instruction.C];
                registers[a] = Realm.NewRegExp(template.Pattern, template.Flags);
                break;
            case OpCode.CheckDestructurable:
                CheckDestructurable(registers[a], instruction.C < 0 ? null : constants[instruction.C].AsString().ToString());
                break;
            case OpCode.ThrowError:
                throw ErrorOf((ThrowKind)instruction.B, constants[instruction.C].AsString().ToString());
            default:
                return ExecuteObject(frame, instruction, registers, constants);
        }

        frame.Pc++;
        return true;
    }

    /// <summary>The property key of a value, as a value: a string, a symbol, or the number of an index.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Value KeyValue(in Value value)
    {
        PropertyKey key = ToPropertyKey(value);
        return key.IsIndex ? key.Index : key.ToValue();
    }

    private GuestException ErrorOf(ThrowKind kind, string name) => kind switch
    {
        ThrowKind.ConstantAssignment => TypeError($"Assignment to constant variable '{name}'; declare it with let if it has to change"),
        ThrowKind.DelegateThrowMissing => TypeError("The iterator does not provide a 'throw' method"),
        ThrowKind.SuperDeletion => ReferenceError("Unsupported reference to 'super'"),
        _ => ReferenceError("Super constructor may only be called once"),
    };

    private GuestException Uninitialized(string name) => ReferenceError(
        name == "this" ? "Must call super constructor in derived class before accessing 'this' or returning from derived constructor" : $"Cannot access '{name}' before initialization");

    /// <summary>The running instruction found a captured variable in its dead zone: the name is read off the source.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private GuestException UninitializedName()
    {
        Frame frame = _frames[_depth - 1]!;
        string source = frame.Function.Script.Script.Source.Text;
        int start = frame.Code.PositionAt(frame.Pc);
        int end = start;
        while (end < source.Length && (char.IsLetterOrDigit(source[end]) || source[end] is '_' or '$'))
        {
            end++;
        }

        return Uninitialized(source[start..end]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Value LoadGlobalSlow(Frame frame, in Instruction instruction)
    {
        GlobalCell cell = frame.Function.Script.Globals[instruction.C];
        cell.Materialize(Realm);
        if (!cell.Value.IsUninitialized)
        {
            return cell.Value;
        }

        string name = cell.Name.ToString();
        if (cell.Role == GlobalKind.Undeclared)
        {
            throw ReferenceError(MissingNames.Explain(name) is { } hint ? $"{name} is not defined; {hint}" : $"{name} is not defined");
        }

        throw Uninitialized(name);
    }

    private Value LoadGlobalOrUndefined(GlobalCell cell)
    {
        cell.Materialize(Realm);
        if (cell.Value.IsUninitialized && cell.Role != GlobalKind.Undeclared)
        {
            throw Uninitialized(cell.Name.ToString());
        }

        return cell.Value.IsUninitialized ? Value.Undefined : cell.Value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void StoreGlobalSlow(GlobalCell cell, in Value value)
    {
        string name = cell.Name.ToString();
        switch (cell.Role)
        {
            case GlobalKind.Undeclared when !Options.AllowUndeclaredAssignment:
                throw ReferenceError($"{name} is not defined");
            case GlobalKind.Undeclared:
                cell.Role = GlobalKind.Variable;
                cell.Attributes = PropertyAttributes.Data;
                ListAsDeclared(cell);
                break;
            case GlobalKind.Host:
                throw TypeError($"'{name}' is read-only: it is set by the host. Use another name.");
            case GlobalKind.BuiltIn:
                cell.Materialize(Realm);
                if ((cell.Attributes & PropertyAttributes.Writable) == 0)
                {
                    throw TypeError($"Cannot assign to read only property '{name}'");
                }

                break;
            default:
                if (cell.Value.IsUninitialized)
                {
                    throw Uninitialized(name);
                }

                break;
        }

        cell.Value = value;
    }

    private void InitializeGlobal(GlobalCell cell, in Value value)
    {
        if (IsFixed(cell))
        {
            throw TypeError($"Cannot assign to read only property '{cell.Name}'");
        }

        cell.Source = null;
        cell.Value = value;
    }

    private Scope CreateScope(Scope? parent, int count)
    {
        Meter.Allocate(40 + ModelBytes.Values(count));
        var slots = new Value[count];
        Array.Fill(slots, Value.Uninitialized);
        return new Scope(parent, slots);
    }

    private JsArray CreateRest(Frame frame, int start)
    {
        Value[] arguments = frame.Arguments!;
        return Realm.NewArray(start >= arguments.Length ? [] : arguments[start..]);
    }

    /// <summary>The unmapped arguments object of strict code (ECMA-262 §10.4.4.6).</summary>
    private JsObject CreateArguments(Frame frame)
    {
        Value[] arguments = frame.Arguments!;
        JsObject instance = Realm.NewArguments();
        instance.Put(Atoms.Length, arguments.Length, PropertyAttributes.Hidden);
        instance.Put(WellKnownSymbols.Iterator, Realm[Intrinsic.ArrayPrototypeValues], PropertyAttributes.Hidden);
        var thrower = (JsFunction)Realm[Intrinsic.ThrowTypeError];
        instance.Put(Atoms.Callee, new Accessor(thrower, thrower), PropertyAttributes.Accessor);
        for (int i = 0; i < arguments.Length; i++)
        {
            instance.Put((uint)i, arguments[i]);
        }

        return instance;
    }

    private bool In(in Value key, in Value target)
    {
        if (target.Reference is not JsObject instance)
        {
            throw TypeError($"Cannot use 'in' operator to search for '{KeyText(key)}' in {Describe(target)}");
        }

        return HasProperty(instance, ToPropertyKey(key));
    }

    private bool Delete(in Value target, in Value key)
    {
        if (target.IsNullish)
        {
            throw TypeError($"Cannot convert {Describe(target)} to object");
        }

        DeletePropertyOrThrow(ToObject(target), ToPropertyKey(key));
        return true;
    }

    private void CheckDestructurable(in Value value, string? key)
    {
        if (value.IsNullish)
        {
            throw TypeError(key is null
                ? $"Cannot destructure '{Describe(value)}' as it is {Describe(value)}."
                : $"Cannot destructure property '{key}' of '{Describe(value)}' as it is {Describe(value)}.");
        }
    }

    private JsArray TemplateObject(ScriptInstance script, int site)
    {
        if (script.Templates[site] is { } known)
        {
            return known;
        }

        TemplateSite source = script.Script.TemplateSites[site];
        JsArray cooked = Realm.NewArray([.. source.Cooked.Select(text => text is null ? Value.Undefined : Value.FromString(text))]);
        JsArray raw = Realm.NewArray([.. source.Raw.Select(Value.FromString)]);
        Freeze(raw);
        cooked.Put(Atoms.Raw, raw, PropertyAttributes.None);
        Freeze(cooked);
        return script.Templates[site] = cooked;
    }

    /// <summary>Makes every own property of an array fixed (ECMAScript SetIntegrityLevel frozen).</summary>
    private void Freeze(JsArray array)
    {
        foreach (PropertyKey key in OwnKeys(array))
        {
            array.DefineOwnProperty(key, new PropertyDescriptor { Configurable = false, Writable = false });
        }

        array.MakeLengthReadOnly();
        array.PreventExtensions();
    }
}
