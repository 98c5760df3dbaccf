using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <content>Promise operations (ECMA-262 §27.2.1, §27.2.2).</content>
internal sealed partial class Agent
{
    /// <summary>The code of the functions that resolve promises.</summary>
    public static readonly NativeMethod ResolvingMethod = ResolveOnce;

    /// <summary>An entry of the list, with its spare room.</summary>
    private const long UnhandledBytes = 16;

    private readonly List<JsPromise> _unhandled = [];

    public JsPromise NewPromise()
    {
        Meter.Allocate(ModelBytes.Object + 32);
        return new JsPromise(Realm.ShapeOf(Intrinsic.PromisePrototype));
    }

    /// <summary>Settles a promise as its resolving function does: a thenable is followed, all else fulfils it.</summary>
    public void ResolvePromise(JsPromise promise, Value resolution)
    {
        if (promise.State != PromiseState.Pending)
        {
            return;
        }

        if (ReferenceEquals(resolution.Reference, promise))
        {
            RejectPromise(promise, NewError(Intrinsic.TypeErrorPrototype, "Chaining cycle detected for promise #<Promise>"));
            return;
        }

        if (resolution.Reference is not JsObject thenable)
        {
            Settle(promise, PromiseState.Fulfilled, resolution);
            return;
        }

        Value then;
        try
        {
            then = Get(thenable, Atoms.Then);
        }
        catch (GuestException exception)
        {
            RejectPromise(promise, exception.Error);
            return;
        }

        if (then.Reference is JsFunction method)
        {
            Enqueue(new Job { Promise = promise, Thenable = thenable, Then = method });
        }
        else
        {
            Settle(promise, PromiseState.Fulfilled, resolution);
        }
    }

    public void RejectPromise(JsPromise promise, Value reason)
    {
        if (promise.State == PromiseState.Pending)
        {
            if (!promise.IsHandled)
            {
                Meter.Allocate(UnhandledBytes);
                _unhandled.Add(promise);
            }

            Settle(promise, PromiseState.Rejected, reason);
        }
    }

    /// <summary>ECMAScript PromiseResolve: the value itself if it is a promise of that constructor, else a new one resolved with it.</summary>
    public JsObject PromiseResolve(JsObject constructor, Value value)
    {
        if (value.Reference is JsPromise same && ReferenceEquals(Get(same, Atoms.Constructor).Reference, constructor))
        {
            return same;
        }

        if (ReferenceEquals(constructor, Realm[Intrinsic.Promise]))
        {
            return ResolvedPromise(value);
        }

        PromiseCapability capability = NewPromiseCapability(constructor);
        Call(capability.Resolve!, Value.Undefined, [value]);
        return capability.Promise;
    }

    /// <summary>ECMAScript PromiseResolve with the intrinsic constructor.</summary>
    public JsPromise PromiseResolve(Value value) =>
        value.Reference is JsPromise same && ReferenceEquals(Get(same, Atoms.Constructor).Reference, Realm[Intrinsic.Promise])
            ? same
            : ResolvedPromise(value);

    /// <summary>ECMAScript PerformPromiseThen.</summary>
    public void PerformThen(JsPromise promise, JsFunction? onFulfilled, JsFunction? onRejected, PromiseCapability? derived)
    {
        promise.IsHandled = true;
        React(promise, new PromiseReaction { OnFulfilled = onFulfilled, OnRejected = onRejected, Derived = derived });
    }

    /// <summary>ECMAScript NewPromiseCapability. For the intrinsic constructor no functions are made.</summary>
    public PromiseCapability NewPromiseCapability(Value constructor)
    {
        if (ReferenceEquals(constructor.Reference, Realm[Intrinsic.Promise]))
        {
            return new PromiseCapability(NewPromise(), null, null);
        }

        if (constructor.Reference is not JsFunction { IsConstructor: true } function)
        {
            throw TypeError($"{Describe(constructor)} is not a constructor");
        }

        // The executor puts the functions it is given here.
        JsArray functions = Realm.NewArray([Value.Undefined, Value.Undefined]);
        NativeFunction executor = Realm.NewFunction(string.Empty, 2, KeepFunctions, functions);
        JsObject promise = Construct(function, [executor]);
        return functions.Items[0].Reference is JsFunction resolve && functions.Items[1].Reference is JsFunction reject
            ? new PromiseCapability(promise, resolve, reject)
            : throw TypeError("Promise resolve or reject function is not callable");
    }

    private JsPromise ResolvedPromise(Value value)
    {
        JsPromise promise = NewPromise();
        ResolvePromise(promise, value);
        return promise;
    }

    /// <summary>Settles what a capability stands for.</summary>
    public void Settle(PromiseCapability capability, Value value, bool isReject)
    {
        if (capability.Resolve is null)
        {
            var promise = (JsPromise)capability.Promise;
            if (isReject)
            {
                RejectPromise(promise, value);
            }
            else
            {
                ResolvePromise(promise, value);
            }
        }
        else
        {
            Call(isReject ? capability.Reject! : capability.Resolve, Value.Undefined, [value]);
        }
    }

    /// <summary>ECMAScript CreateResolvingFunctions: only the first call of either has an effect.</summary>
    public (JsFunction Resolve, JsFunction Reject) CreateResolvingFunctions(JsPromise promise)
    {
        JsArray isDone = Realm.NewArray([false]);
        return (
            Realm.NewFunction(string.Empty, 1, ResolvingMethod, promise, isDone),
            Realm.NewFunction(string.Empty, 1, RejectOnce, promise, isDone));
    }

    private static Value KeepFunctions(in NativeCall call)
    {
        var functions = (JsArray)call.Function.Captured[0].Reference!;
        if (!functions.Items[0].IsUndefined || !functions.Items[1].IsUndefined)
        {
            throw call.Agent.TypeError("Promise executor has already been invoked with non-undefined arguments");
        }

        functions.Items[0] = call[0];
        functions.Items[1] = call[1];
        return Value.Undefined;
    }

    private static Value ResolveOnce(in NativeCall call)
    {
        if (IsFirst(call))
        {
            call.Agent.ResolvePromise((JsPromise)call.Function.Captured[0].Reference!, call[0]);
        }

        return Value.Undefined;
    }

    private static Value RejectOnce(in NativeCall call)
    {
        if (IsFirst(call))
        {
            call.Agent.RejectPromise((JsPromise)call.Function.Captured[0].Reference!, call[0]);
        }

        return Value.Undefined;
    }

    private static bool IsFirst(in NativeCall call)
    {
        ref Value isDone = ref ((JsArray)call.Function.Captured[1].Reference!).Items[0];
        bool isFirst = isDone.IsFalse;
        isDone = Value.True;
        return isFirst;
    }

    private void React(JsPromise promise, PromiseReaction reaction)
    {
        Meter.Allocate(reaction.Bytes);
        reaction.Promise = promise;
        if (promise.State == PromiseState.Pending)
        {
            promise.Add(Meter, reaction);
        }
        else
        {
            Enqueue(new Job { Reaction = reaction, Argument = promise.Result, IsReject = promise.State == PromiseState.Rejected });
        }
    }

    private void Settle(JsPromise promise, PromiseState state, Value result)
    {
        List<PromiseReaction> reactions = promise.Settle(state, result);
        if (result.Reference is DeferredValue)
        {
            _places.Add(promise);
        }

        Meter.Work(reactions.Count);
        foreach (PromiseReaction reaction in reactions)
        {
            Enqueue(new Job { Reaction = reaction, Argument = result, IsReject = state == PromiseState.Rejected });
        }
    }
}
