using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Objects;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Execution;

/// <summary>A function written in JavaScript: its code and the scope it was made in.</summary>
internal sealed class Closure : JsFunction
{
    public readonly CodeBlock Code;
    public readonly ScriptInstance Script;
    public readonly Scope? Scope;

    /// <summary>The <c>this</c> of an arrow function.</summary>
    public readonly Value LexicalThis;

    /// <summary>What only some functions have.</summary>
    public ClosureExtras? Extras;
    private Value _name;

    public Closure(Shape shape, CodeBlock code, ScriptInstance script, Scope? scope, Value lexicalThis)
        : base(shape)
    {
        Code = code;
        Script = script;
        Scope = scope;
        LexicalThis = lexicalThis;
        _name = Value.Undefined;
        IsLazy = true;
    }

    public override bool IsConstructor => Code.IsConstructor;

    public bool IsClassConstructor => Code.Kind is FunctionKind.ClassConstructor or FunctionKind.DerivedConstructor;

    public override string DisplayName => _name.IsUndefined ? Code.Name : _name.Reference!.ToString()!;

    /// <summary>
    /// Whether calling it with two numbers gives their difference and does nothing else, as the functions do by which numbers are sorted:
    /// 1 for the first less the second, -1 for the second less the first, 0 for all other functions.
    /// </summary>
    public int DifferenceSign =>
        Code is { IsPlain: true, ParameterCount: 2, Code: [{ Op: OpCode.Subtract } difference, { Op: OpCode.Return } result, ..] } && difference.A == result.A
            ? (difference.B, difference.C) switch
            {
                (0, 1) => 1,
                (1, 0) => -1,
                _ => 0,
            }
            : 0;

    /// <summary>Gives a name other than the one in the source; only before anyone has seen the properties.</summary>
    public void SetName(Value name) => _name = name;

    protected override void Materialize()
    {
        IsLazy = false;
        AddSlot(Atoms.Length, Code.Length, PropertyAttributes.Configurable);
        AddSlot(Atoms.Name, _name.IsUndefined ? Value.FromString(Code.Name) : _name, PropertyAttributes.Configurable);
        if (Code.IsGenerator)
        {
            Intrinsic parent = Code.IsAsync ? Intrinsic.AsyncGeneratorPrototype : Intrinsic.GeneratorPrototype;
            AddSlot(Atoms.Prototype, Script.Realm.NewObject(Script.Realm[parent]), PropertyAttributes.Writable);
        }
        else if (Code.IsConstructor && !IsClassConstructor)
        {
            JsObject prototype = Script.Realm.NewObject();
            prototype.Put(Atoms.Constructor, this, PropertyAttributes.Hidden);
            AddSlot(Atoms.Prototype, prototype, PropertyAttributes.Writable);
        }
    }

    protected override long OwnBytes => ModelBytes.Closure;

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(Scope);
        tracer.Visit(LexicalThis);
        tracer.Visit(_name);
        Script.Trace(tracer);
        if (Extras is not null)
        {
            tracer.Visit(Extras.HomeObject);
            tracer.Visit(Extras.FieldInitializer);
            tracer.Visit(Extras.LexicalFunction);
            tracer.Visit(Extras.LexicalNewTarget);
            tracer.Count(ModelBytes.ClosureExtras);
        }

        return base.Trace(tracer);
    }
}

/// <summary>What methods, classes and arrow functions inside them need beyond code and scope.</summary>
internal sealed class ClosureExtras
{
    /// <summary>The object whose prototype <c>super</c> refers to.</summary>
    public JsObject? HomeObject;

    /// <summary>The function that defines the fields of a new instance of a class.</summary>
    public Closure? FieldInitializer;

    /// <summary>For an arrow function: the function around it, for super calls and <c>new.target</c>.</summary>
    public Closure? LexicalFunction;
    public JsObject? LexicalNewTarget;
}
