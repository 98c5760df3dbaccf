using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>Function.prototype</c>, ECMA-262 §20.2.3.</summary>
internal static class FunctionPrototype
{
    /// <summary>The most arguments that <c>apply</c> passes on; V8 stops at about as many.</summary>
    public const int MaxArguments = 1 << 17;

    public static JsObject Create(Realm realm)
    {
        Shape shape = JsObject.ShapeForChildren(realm.Shapes, realm[Intrinsic.ObjectPrototype]);
        if (realm.IsMade(Intrinsic.FunctionPrototype))
        {
            // Object.prototype was made just now, and needed functions.
            return realm[Intrinsic.FunctionPrototype];
        }

        var prototype = new NativeFunction(shape, Value.EmptyString, 0, static (in NativeCall _) => Value.Undefined);

        // Its methods have it as their prototype.
        realm.Announce(Intrinsic.FunctionPrototype, prototype);
        return ObjectBuilder.On(realm, prototype)
            .Poison("arguments")
            .Poison("caller")
            .Method("apply", 2, Apply)
            .Method("bind", 1, Bind)
            .Method("call", 1, Call)
            .Method("toString", 0, ToString)
            .Method(WellKnownSymbols.HasInstance, "[Symbol.hasInstance]", 1, HasInstance, PropertyAttributes.None)
            .Object;
    }

    /// <summary>%ThrowTypeError%, ECMA-262 §10.2.4.1.</summary>
    public static JsObject CreateThrowTypeError(Realm realm)
    {
        NativeFunction function = realm.NewFunction(
            string.Empty,
            0,
            static (in NativeCall call) => throw call.Agent.TypeError(
                "'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them"));
        var fixedProperty = new PropertyDescriptor { Configurable = false };
        function.DefineOwnProperty(Atoms.Length, fixedProperty);
        function.DefineOwnProperty(Atoms.Name, fixedProperty);
        function.PreventExtensions();
        return function;
    }

    private static Value Call(in NativeCall call)
    {
        JsFunction function = Receiver(call, "Function.prototype.call was called on");
        ReadOnlySpan<Value> arguments = call.Count > 1 ? call.Arguments[1..] : [];
        return call.Agent.TryCall(function, call[0], arguments, out Value result) ? result : Agent.Pending;
    }

    private static Value Apply(in NativeCall call)
    {
        JsFunction function = Receiver(call, "Function.prototype.apply was called on");
        Value[] arguments = call[1].IsNullish ? [] : ListFromArrayLike(call.Agent, call[1]);
        return call.Agent.TryCall(function, call[0], arguments, out Value result) ? result : Agent.Pending;
    }

    /// <summary>CreateListFromArrayLike, ECMA-262 §7.3.19.</summary>
    public static Value[] ListFromArrayLike(Agent agent, Value value)
    {
        if (value.Reference is not JsObject source)
        {
            throw agent.TypeError("CreateListFromArrayLike called on non-object");
        }

        double length = agent.LengthOf(source);
        if (length > MaxArguments)
        {
            throw agent.RangeError($"Maximum call stack size exceeded: a call takes at most {MaxArguments} arguments; pass the array itself or use a loop");
        }

        agent.Meter.Work((long)length);
        agent.Meter.Allocate(ModelBytes.Values((long)length));
        var list = new Value[(int)length];
        for (int i = 0; i < list.Length; i++)
        {
            list[i] = source is JsArray array && array.TryGetDense((uint)i, out Value item) ? item : agent.Get(source, (uint)i);
        }

        return list;
    }

    /// <summary>ECMA-262 §20.2.3.2. Binding a bound function binds its target with the arguments of both, so that a chain never grows.</summary>
    private static Value Bind(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsFunction target = call.This.Reference as JsFunction ?? throw agent.TypeError("Bind must be called on a function");
        ReadOnlySpan<Value> added = call.Count > 1 ? call.Arguments[1..] : [];
        JsFunction inner = target;
        Value boundThis = call[0];
        Value[] arguments = added.ToArray();
        if (target is BoundFunction bound)
        {
            inner = bound.Target;
            boundThis = bound.BoundThis;
            arguments = Append(agent, bound.BoundArguments, added);
        }

        agent.Meter.Allocate(ModelBytes.Function + ModelBytes.Values(arguments.Length));
        var function = new BoundFunction(JsObject.ShapeForChildren(agent.Realm.Shapes, agent.GetPrototypeOf(target)), inner, boundThis, arguments);
        function.Put(Atoms.Length, BoundLength(agent, target, added.Length), PropertyAttributes.Configurable);
        function.Put(Atoms.Name, BoundName(agent, target), PropertyAttributes.Configurable);
        return function;
    }

    private static Value[] Append(Agent agent, Value[] first, ReadOnlySpan<Value> second)
    {
        if (first.Length + second.Length > MaxArguments)
        {
            throw agent.RangeError("Too many bound arguments");
        }

        agent.Meter.Work(first.Length);
        return [.. first, .. second];
    }

    private static double BoundLength(Agent agent, JsFunction target, int bound)
    {
        if (!target.GetOwnProperty(Atoms.Length, out _))
        {
            return 0;
        }

        Value length = agent.Get(target, Atoms.Length);
        if (!length.IsNumber)
        {
            return 0;
        }

        return double.IsInfinity(length.Number)
            ? (length.Number > 0 ? length.Number : 0)
            : Math.Max(agent.ToIntegerOrInfinity(length) - bound, 0);
    }

    private static JsString BoundName(Agent agent, JsFunction target)
    {
        JsString name = agent.Get(target, Atoms.Name).Reference as JsString ?? JsString.Empty;
        return agent.Concat(JsString.Create("bound "), name);
    }

    private static Value ToString(in NativeCall call)
    {
        switch (call.This.Reference)
        {
            case Closure closure:
                return SourceOf(call.Realm, closure);
            case JsFunction function:
                return call.Realm.NewString($"function {(function is BoundFunction ? string.Empty : function.DisplayName)}() {{ [native code] }}");
            default:
                throw call.Agent.TypeError("Function.prototype.toString requires that 'this' be a Function");
        }
    }

    /// <summary>The source text of a function; of a class its whole definition.</summary>
    public static JsString SourceOf(Realm realm, Closure closure)
    {
        (int start, int end) = (closure.Code.SourceStart, closure.Code.SourceEnd);
        string source = closure.Script.Script.Source.Text;
        return realm.NewString(source.AsSpan(start, end - start));
    }

    private static Value HasInstance(in NativeCall call) => call.Agent.OrdinaryHasInstance(call.This, call[0]);

    private static JsFunction Receiver(in NativeCall call, string what) =>
        call.This.Reference as JsFunction ?? throw call.Agent.TypeError($"{what} {Agent.Describe(call.This)}, which is not a function");
}
