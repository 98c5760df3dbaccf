using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Objects;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Execution;

/// <content>The instructions that make and change objects, functions and classes.</content>
internal sealed partial class Agent
{
    private bool ExecuteObject(Frame frame, in Instruction instruction, Span<Value> registers, Value[] constants)
    {
        int a = instruction.A;
        switch (instruction.Op)
        {
            case OpCode.CreateObject:
                registers[a] = Realm.NewObject();
                break;
            case OpCode.CreateObjectFrom:
                registers[a] = CreateObject(frame.Function.Script.Literals[instruction.C], registers[instruction.B..]);
                break;
            case OpCode.CreateArray:
                registers[a] = Realm.NewArray(registers.Slice(instruction.B, instruction.C).ToArray());
                break;
            case OpCode.AppendElement:
                ((JsArray)registers[a].Reference!).Append(registers[instruction.B]);
                break;
            case OpCode.AppendHole:
                ((JsArray)registers[a].Reference!).Append(Value.Hole);
                break;
            case OpCode.AppendArray:
                if (AppendArray((JsArray)registers[a].Reference!, registers[instruction.B]))
                {
                    frame.Pc = instruction.C;
                    return true;
                }

                break;
            case OpCode.DefineProperty:
                Meter.Work(1);
                CreateDataPropertyOrThrow(registers[a].AsObject(), ToPropertyKey(Operand(registers, constants, instruction.B)), registers[instruction.C]);
                break;
            case OpCode.DefineHidden:
                Meter.Work(1);
                DefinePropertyOrThrow(
                    registers[a].AsObject(),
                    ToPropertyKey(Operand(registers, constants, instruction.B)),
                    PropertyDescriptor.Data(registers[instruction.C], PropertyAttributes.Hidden));
                break;
            case OpCode.DefineGetter or OpCode.DefineSetter or OpCode.DefineHiddenGetter or OpCode.DefineHiddenSetter:
                Meter.Work(1);
                DefineAccessor(instruction.Op, registers[a].AsObject(), ToPropertyKey(Operand(registers, constants, instruction.B)), registers[instruction.C]);
                break;
            case OpCode.SetPrototype:
                if (registers[instruction.B].IsObject || registers[instruction.B].IsNull)
                {
                    registers[a].AsObject().SetPrototypeOf(registers[instruction.B].Reference as JsObject);
                }

                break;
            case OpCode.CopyProperties:
                CopyProperties(registers[a].AsObject(), registers[instruction.B], registers.Slice(instruction.B + 1, instruction.C));
                break;
            case OpCode.CreateClosure:
                registers[a] = CreateClosure(frame, frame.Code.Functions[instruction.C], instruction.B < 0 ? frame.Function.Scope : (Scope)registers[instruction.B].Reference!);
                break;
            case OpCode.CreateClass:
                CreateClass(frame, instruction, registers);
                break;
            case OpCode.SetHomeObject:
                Extras((Closure)registers[a].Reference!).HomeObject = registers[instruction.B].AsObject();
                break;
            case OpCode.SetFunctionName:
                SetFunctionName(registers[a], registers[instruction.B], instruction.C < 0 ? null : constants[instruction.C].AsString());
                break;
            case OpCode.SetFieldInitializer:
                Extras((Closure)registers[a].Reference!).FieldInitializer = (Closure)registers[instruction.B].Reference!;
                break;
            case OpCode.GetPrivate:
                return GetPrivate(frame, a, registers[instruction.B], (Symbol)registers[instruction.C].Reference!);
            case OpCode.SetPrivate:
                return SetPrivate(frame, registers[a], (Symbol)registers[instruction.B].Reference!, registers[instruction.C]);
            case OpCode.DefinePrivate:
                Meter.Work(1);
                DefinePrivate(registers[a].AsObject(), (Symbol)registers[instruction.B].Reference!, registers[instruction.C], PropertyAttributes.Writable);
                break;
            case OpCode.DefinePrivateMethod:
                Meter.Work(1);
                DefinePrivate(registers[a].AsObject(), (Symbol)registers[instruction.B].Reference!, registers[instruction.C], PropertyAttributes.None);
                break;
            case OpCode.HasPrivate:
                if (registers[instruction.B].Reference is not JsObject privateOwner)
                {
                    throw TypeError($"Cannot use 'in' operator to search for a private field in {Describe(registers[instruction.B])}");
                }

                registers[a] = privateOwner.GetOwnProperty((Symbol)registers[instruction.C].Reference!, out _);
                break;
            case OpCode.CreatePrivateName:
                Meter.Allocate(48);
                registers[a] = new Symbol(constants[instruction.C].AsString(), isPrivate: true);
                break;
            case OpCode.LoadSuperBase:
                registers[a] = HomePrototype(frame) is { } parent ? parent : Value.Null;
                break;
            case OpCode.GetSuper:
                return GetSuper(frame, a, registers[instruction.B], registers[instruction.B + 1], ToPropertyKey(Operand(registers, constants, instruction.C)));
            case OpCode.SetSuper:
                SetSuper(registers[instruction.B + 1], ToPropertyKey(Operand(registers, constants, a)), registers[instruction.B], registers[instruction.C]);
                break;
            default:
                return ExecuteCall(frame, instruction, registers);
        }

        frame.Pc++;
        return true;
    }

    private JsObject CreateObject(LiteralCache literal, ReadOnlySpan<Value> values)
    {
        int count = literal.Names.Length;
        Meter.Allocate(ModelBytes.Object + ModelBytes.Values(count));
        if (literal.Shape is null)
        {
            Shape shape = Realm.ShapeOf(Intrinsic.ObjectPrototype);
            foreach (Atom name in literal.Names)
            {
                shape = shape.Add(name, PropertyAttributes.Data);
            }

            if (shape.IsUnique)
            {
                JsObject instance = Realm.NewObject();
                for (int i = 0; i < count; i++)
                {
                    instance.Put(literal.Names[i], values[i]);
                }

                return instance;
            }

            literal.Shape = shape;
        }

        return new JsObject(literal.Shape, values[..count].ToArray());
    }

    private bool AppendArray(JsArray target, in Value source)
    {
        if (source.Reference is JsTypedArray view && HasUnmodifiedIteration(view))
        {
            AppendElements(target, view);
            return true;
        }

        if (source.Reference is not JsArray array || !array.IsDense || !HasUnmodifiedIteration(array))
        {
            return false;
        }

        Meter.Work(array.Count / 4);
        target.Reserve(target.Count + array.Count);
        for (int i = 0; i < array.Count; i++)
        {
            Value element = array.Items[i];
            target.Append(element.IsHole ? Get(array, (uint)i) : element);
        }

        return true;
    }

    private void DefineAccessor(OpCode op, JsObject target, PropertyKey key, in Value function)
    {
        var descriptor = new PropertyDescriptor { Configurable = true, Enumerable = op is OpCode.DefineGetter or OpCode.DefineSetter };
        if (op is OpCode.DefineGetter or OpCode.DefineHiddenGetter)
        {
            descriptor.Getter = function;
        }
        else
        {
            descriptor.Setter = function;
        }

        if (key.Cell is Symbol { IsPrivate: true })
        {
            if (target.GetOwnProperty(key, out Property existing) && (!existing.IsAccessor || (descriptor.Getter is null ? existing.Accessor.Setter : existing.Accessor.Getter) is not null))
            {
                throw TypeError("Cannot initialize private methods of class twice on the same object");
            }
        }

        DefinePropertyOrThrow(target, key, descriptor);
    }

    /// <summary>ECMAScript CopyDataProperties; getters of the source run on the CLR stack.</summary>
    private void CopyProperties(JsObject target, in Value source, ReadOnlySpan<Value> excluded)
    {
        if (source.IsNullish)
        {
            return;
        }

        JsObject from = ToObject(source);
        foreach (PropertyKey key in OwnKeys(from))
        {
            if (!IsExcluded(key, excluded) && from.GetOwnProperty(key, out Property property) && property.IsEnumerable)
            {
                CreateDataProperty(target, key, property.IsAccessor || from.IsProxy ? Get(from, key) : property.Value);
            }
        }
    }

    private bool IsExcluded(PropertyKey key, ReadOnlySpan<Value> excluded)
    {
        foreach (ref readonly Value name in excluded)
        {
            if (ToPropertyKey(name).Equals(key))
            {
                return true;
            }
        }

        return false;
    }

    private Closure CreateClosure(Frame frame, CodeBlock code, Scope? scope)
    {
        Meter.Allocate(ModelBytes.Closure);
        Intrinsic prototype = (code.IsAsync, code.IsGenerator) switch
        {
            (false, false) => Intrinsic.FunctionPrototype,
            (true, false) => Intrinsic.AsyncFunctionPrototype,
            (false, true) => Intrinsic.GeneratorFunctionPrototype,
            _ => Intrinsic.AsyncGeneratorFunctionPrototype,
        };
        bool isArrow = code.Kind == FunctionKind.Arrow;
        var closure = new Closure(Realm.ShapeOf(prototype), code, frame.Function.Script, scope, isArrow ? frame.This : Value.Undefined);
        if (isArrow && (frame.Function.Extras is not null || frame.NewTarget is not null))
        {
            Meter.Allocate(ModelBytes.ClosureExtras);
            bool isNested = frame.Code.Kind == FunctionKind.Arrow;
            closure.Extras = new ClosureExtras
            {
                HomeObject = frame.Function.Extras?.HomeObject,
                LexicalFunction = isNested ? frame.Function.Extras?.LexicalFunction : frame.Function,
                LexicalNewTarget = isNested ? frame.Function.Extras?.LexicalNewTarget : frame.NewTarget,
            };
        }

        return closure;
    }

    private ClosureExtras Extras(Closure closure)
    {
        if (closure.Extras is null)
        {
            Meter.Allocate(ModelBytes.ClosureExtras);
            closure.Extras = new ClosureExtras();
        }

        return closure.Extras;
    }

    private void CreateClass(Frame frame, in Instruction instruction, Span<Value> registers)
    {
        ClassTemplate template = frame.Code.Classes[instruction.C];
        JsObject constructorParent = Realm[Intrinsic.FunctionPrototype];
        JsObject? prototypeParent = Realm[Intrinsic.ObjectPrototype];
        if (instruction.B >= 0)
        {
            (constructorParent, prototypeParent) = ParentsOf(registers[instruction.B]);
            registers = _stack.AsSpan(frame.Base, frame.Code.RegisterCount);
        }

        Scope? scope = registers[instruction.A + 1].Reference as Scope ?? frame.Function.Scope;
        Meter.Allocate(ModelBytes.Closure + ModelBytes.ClosureExtras);
        JsObject prototype = Realm.NewObject(prototypeParent);
        var constructor = new Closure(JsObject.ShapeForChildren(Realm.Shapes, constructorParent), template.Constructor, frame.Function.Script, scope, Value.Undefined);
        constructor.Extras = new ClosureExtras { HomeObject = prototype };
        constructor.DefineOwnProperty(Atoms.Prototype, PropertyDescriptor.Data(prototype, PropertyAttributes.None));
        prototype.Put(Atoms.Constructor, constructor, PropertyAttributes.Hidden);
        registers[instruction.A] = constructor;
        registers[instruction.A + 1] = prototype;
    }

    private (JsObject Constructor, JsObject? Prototype) ParentsOf(in Value parent)
    {
        if (parent.IsNull)
        {
            return (Realm[Intrinsic.FunctionPrototype], null);
        }

        if (parent.Reference is not JsFunction { IsConstructor: true } constructor)
        {
            throw TypeError($"Class extends value {Describe(parent)} is not a constructor or null");
        }

        Value prototype = Get(constructor, Atoms.Prototype);
        if (!prototype.IsObject && !prototype.IsNull)
        {
            throw TypeError("Class extends value does not have valid prototype property");
        }

        return (constructor, prototype.Reference as JsObject);
    }

    private void SetFunctionName(in Value function, in Value key, JsString? prefix)
    {
        JsString name = key.Reference is Symbol symbol
            ? symbol.IsPrivate ? Realm.NewString($"#{symbol.Description}") : symbol.Description is null ? JsString.Empty : Realm.NewString($"[{symbol.Description}]")
            : ToJsString(key);
        if (prefix is not null)
        {
            name = Concat(Concat(prefix, JsString.FromChar(' ')), name);
        }

        if (function.Reference is Closure { IsLazy: true } closure)
        {
            closure.SetName(name);
        }
        else if (function.Reference is JsObject instance && !(instance.GetOwnProperty(Atoms.Name, out Property own) && (own.IsAccessor || own.Value.IsCallable)))
        {
            instance.DefineOwnProperty(Atoms.Name, PropertyDescriptor.Data(name, PropertyAttributes.Configurable));
        }
    }

    private bool GetPrivate(Frame frame, int target, in Value receiver, Symbol name)
    {
        if (receiver.Reference is not JsObject instance || !instance.GetOwnProperty(name, out Property property))
        {
            throw TypeError($"Cannot read private member #{name.Description} from an object whose class did not declare it");
        }

        if (!property.IsAccessor)
        {
            _stack[frame.Base + target] = property.Value;
            frame.Pc++;
            return true;
        }

        if (property.Accessor.Getter is not { } getter)
        {
            throw TypeError($"'#{name.Description}' was defined without a getter");
        }

        frame.ResultRegister = target;
        CallGetter(getter, receiver);
        return false;
    }

    private bool SetPrivate(Frame frame, in Value receiver, Symbol name, in Value value)
    {
        if (receiver.Reference is not JsObject instance || !instance.GetOwnProperty(name, out Property property))
        {
            throw TypeError($"Cannot write private member #{name.Description} to an object whose class did not declare it");
        }

        if (property.IsAccessor)
        {
            frame.ResultRegister = frame.Code.RegisterCount - 1;
            CallSetter(property.Accessor.Setter ?? throw TypeError($"'#{name.Description}' was defined without a setter"), receiver, value);
            return false;
        }

        if (!property.IsWritable)
        {
            throw TypeError($"Private method '#{name.Description}' is not writable");
        }

        instance.Put(name, value);
        frame.Pc++;
        return true;
    }

    private void DefinePrivate(JsObject instance, Symbol name, in Value value, PropertyAttributes attributes)
    {
        if (instance.GetOwnProperty(name, out _))
        {
            throw TypeError("Cannot initialize #" + name.Description + " twice on the same object");
        }

        instance.AddSlot(name, value, attributes);
    }

    private JsObject? HomePrototype(Frame frame)
    {
        JsObject home = frame.Function.Extras?.HomeObject ?? throw SyntaxError("'super' keyword unexpected here");
        return home.Prototype;
    }

    private bool GetSuper(Frame frame, int target, in Value thisValue, in Value home, PropertyKey key)
    {
        JsObject parent = home.Reference as JsObject ?? throw TypeError($"Cannot read properties of null (reading '{key}')");
        Value result = Value.Undefined;
        if (FindProperty(parent, key, out Property property))
        {
            if (property is { IsAccessor: true, Accessor.Getter: { } getter })
            {
                frame.ResultRegister = target;
                CallGetter(getter, thisValue);
                return false;
            }

            result = property.IsAccessor ? Value.Undefined : property.Value;
        }

        _stack[frame.Base + target] = result;
        frame.Pc++;
        return true;
    }

    private void SetSuper(in Value home, PropertyKey key, in Value thisValue, in Value value)
    {
        JsObject parent = home.Reference as JsObject ?? throw TypeError($"Cannot set properties of null (setting '{key}')");
        if (!TrySet(parent, key, value, thisValue))
        {
            throw TypeError($"Cannot assign to read only property '{key}' of object");
        }
    }
}
