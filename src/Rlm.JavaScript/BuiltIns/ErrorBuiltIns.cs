using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>Error</c>, the native errors and <c>AggregateError</c> with their prototypes, ECMA-262 §20.5.</summary>
internal static class ErrorBuiltIns
{
    public static JsObject Create(Realm realm, Intrinsic intrinsic) => intrinsic switch
    {
        Intrinsic.ErrorPrototype => CreatePrototype(realm, "Error"),
        Intrinsic.EvalErrorPrototype => CreatePrototype(realm, "EvalError"),
        Intrinsic.RangeErrorPrototype => CreatePrototype(realm, "RangeError"),
        Intrinsic.ReferenceErrorPrototype => CreatePrototype(realm, "ReferenceError"),
        Intrinsic.SyntaxErrorPrototype => CreatePrototype(realm, "SyntaxError"),
        Intrinsic.TypeErrorPrototype => CreatePrototype(realm, "TypeError"),
        Intrinsic.UriErrorPrototype => CreatePrototype(realm, "URIError"),
        Intrinsic.AggregateErrorPrototype => CreatePrototype(realm, "AggregateError"),
        Intrinsic.Error => CreateError(realm),
        Intrinsic.EvalError => CreateNative(realm, "EvalError", Intrinsic.EvalErrorPrototype, static (in NativeCall call) => Construct(call, Intrinsic.EvalErrorPrototype)),
        Intrinsic.RangeError => CreateNative(realm, "RangeError", Intrinsic.RangeErrorPrototype, static (in NativeCall call) => Construct(call, Intrinsic.RangeErrorPrototype)),
        Intrinsic.ReferenceError => CreateNative(realm, "ReferenceError", Intrinsic.ReferenceErrorPrototype, static (in NativeCall call) => Construct(call, Intrinsic.ReferenceErrorPrototype)),
        Intrinsic.SyntaxError => CreateNative(realm, "SyntaxError", Intrinsic.SyntaxErrorPrototype, static (in NativeCall call) => Construct(call, Intrinsic.SyntaxErrorPrototype)),
        Intrinsic.TypeError => CreateNative(realm, "TypeError", Intrinsic.TypeErrorPrototype, static (in NativeCall call) => Construct(call, Intrinsic.TypeErrorPrototype)),
        Intrinsic.UriError => CreateNative(realm, "URIError", Intrinsic.UriErrorPrototype, static (in NativeCall call) => Construct(call, Intrinsic.UriErrorPrototype)),
        _ => CreateNative(realm, "AggregateError", Intrinsic.AggregateErrorPrototype, ConstructAggregate, length: 2),
    };

    private static JsObject CreatePrototype(Realm realm, string name)
    {
        bool isBase = name == "Error";
        ObjectBuilder builder = ObjectBuilder.New(realm, realm[isBase ? Intrinsic.ObjectPrototype : Intrinsic.ErrorPrototype], 4)
            .Value(Atoms.Name, Value.FromString(name))
            .Value(Atoms.Message, Value.EmptyString);
        return (isBase ? builder.Method("toString", 0, ToString) : builder).Object;
    }

    /// <summary>V8's <c>captureStackTrace</c> and <c>stackTraceLimit</c> are there, since libraries touch them, and do no more than that.</summary>
    private static JsObject CreateError(Realm realm) =>
        ObjectBuilder.On(realm, realm.NewConstructor("Error", 1, static (in NativeCall call) => Construct(call, Intrinsic.ErrorPrototype)))
            .Constructs(realm[Intrinsic.ErrorPrototype])
            .Method("isError", 1, static (in NativeCall call) => call[0].Reference is JsError ? Value.True : Value.False)
            .Method("captureStackTrace", 2, CaptureStackTrace)
            .Value("stackTraceLimit", 10, PropertyAttributes.Data)
            .Object;

    private static JsObject CreateNative(Realm realm, string name, Intrinsic prototype, NativeMethod method, int length = 1) =>
        ObjectBuilder.On(realm, realm.NewConstructor(name, length, method, realm[Intrinsic.Error])).Constructs(realm[prototype]).Object;

    private static Value Construct(in NativeCall call, Intrinsic prototype)
    {
        JsError error = call.Agent.NewError(call.Agent.ShapeFor(call.NewTarget, prototype));
        Install(call.Agent, error, call[0], call[1]);
        return error;
    }

    /// <summary>ECMA-262 §20.5.7.1.1: the errors come from any iterable.</summary>
    private static Value ConstructAggregate(in NativeCall call)
    {
        Agent agent = call.Agent;
        JsError error = agent.NewError(agent.ShapeFor(call.NewTarget, Intrinsic.AggregateErrorPrototype));
        Install(agent, error, call[1], call[2]);
        return agent.Start(new AggregateFrame(call[0], error, call.Realm.NewArray()));
    }

    private static void Install(Agent agent, JsError error, Value message, Value options)
    {
        if (!message.IsUndefined)
        {
            error.Put(Atoms.Message, agent.ToJsString(message), PropertyAttributes.Hidden);
        }

        if (options.Reference is JsObject source && agent.HasProperty(source, Atoms.Cause))
        {
            error.Put(Atoms.Cause, agent.Get(source, Atoms.Cause), PropertyAttributes.Hidden);
        }
    }

    /// <summary>ECMA-262 §20.5.3.4.</summary>
    private static Value ToString(in NativeCall call)
    {
        Agent agent = call.Agent;
        if (call.This.Reference is not JsObject error)
        {
            throw agent.TypeError($"Method Error.prototype.toString called on incompatible receiver {Agent.Describe(call.This)}");
        }

        Value name = agent.Get(error, Atoms.Name);
        JsString nameText = name.IsUndefined ? JsString.Create("Error") : agent.ToJsString(name);
        Value message = agent.Get(error, Atoms.Message);
        JsString messageText = message.IsUndefined ? JsString.Empty : agent.ToJsString(message);
        if (nameText.Length == 0 || messageText.Length == 0)
        {
            return nameText.Length == 0 ? messageText : nameText;
        }

        return agent.Concat(agent.Concat(nameText, JsString.Create(": ")), messageText);
    }

    private static Value CaptureStackTrace(in NativeCall call)
    {
        if (call[0].Reference is not JsObject target)
        {
            throw call.Agent.TypeError($"Invalid argument: {Agent.Describe(call[0])}");
        }

        if (!target.GetOwnProperty(Atoms.Stack, out _))
        {
            target.DefineOwnProperty(Atoms.Stack, PropertyDescriptor.Data(Value.FromString(string.Empty), PropertyAttributes.Hidden));
        }

        return Value.Undefined;
    }

    private sealed class AggregateFrame(Value errors, JsError error, JsArray collected) : IterationFrame(errors)
    {
        public override void Trace(Tracer tracer)
        {
            tracer.Visit(error);
            tracer.Visit(collected);
            base.Trace(tracer);
        }

        protected override bool OnValue(Agent agent, Value value)
        {
            collected.Append(value);
            return true;
        }

        protected override Value OnDone(Agent agent)
        {
            error.Put(Atoms.Errors, collected, PropertyAttributes.Hidden);
            return error;
        }
    }
}
