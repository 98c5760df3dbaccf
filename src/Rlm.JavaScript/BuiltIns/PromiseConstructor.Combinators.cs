using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content><c>Promise.all</c>, <c>allSettled</c>, <c>any</c> and <c>race</c>, ECMA-262 §27.2.4.1 to 5.</content>
internal static partial class PromiseConstructor
{
    private enum Combination : byte
    {
        All,
        AllSettled,
        Any,
        Race,
    }

    private static Value Combine(in NativeCall call, Combination combination)
    {
        string name = combination switch
        {
            Combination.All => "Promise.all",
            Combination.AllSettled => "Promise.allSettled",
            Combination.Any => "Promise.any",
            _ => "Promise.race",
        };
        PromiseCapability capability = NewCapability(call.Agent, call.This, name);
        call.Agent.Meter.Allocate(ModelBytes.Object * 2);
        return call.Agent.Start(new CombinatorFrame(combination, call.This.AsObject(), call[0], capability));
    }

    /// <summary>ECMAScript Promise Resolve Functions and their kin: what the promise of one element does to the combined one.</summary>
    private static Value SettleElement(in NativeCall call, bool isRejection)
    {
        var element = (Element)call.Function.Captured[0].Reference!;
        if (element.IsSettled)
        {
            return Value.Undefined;
        }

        element.IsSettled = true;
        Agent agent = call.Agent;
        Value outcome = call[0];
        if (element.Combined.Combination == Combination.AllSettled)
        {
            JsObject report = agent.Realm.NewObject();
            report.Put(agent.Realm.Key("status"), Value.FromString(isRejection ? "rejected" : "fulfilled"));
            report.Put(isRejection ? agent.Realm.Key("reason") : Atoms.Value, outcome);
            outcome = report;
        }

        element.Combined.Results.Items[element.Index] = outcome;
        element.Combined.Release(agent);
        return Value.Undefined;
    }

    /// <summary>What the functions of all elements share.</summary>
    private sealed class Combined(Combination combination, PromiseCapability capability, JsArray results) : Cell(CellKind.Internal)
    {
        /// <summary>The elements not yet settled, and one for the iteration itself.</summary>
        private int _remaining = 1;

        public Combination Combination => combination;

        public PromiseCapability Capability => capability;

        /// <summary>The values or errors so far; the guest sees the array only when it is complete.</summary>
        public JsArray Results => results;

        public void Add()
        {
            _remaining++;
            results.Append(Value.Undefined);
        }

        /// <summary>Settles the combined promise after the last element.</summary>
        public void Release(Agent agent)
        {
            if (--_remaining > 0)
            {
                return;
            }

            if (combination != Combination.Any)
            {
                agent.Call(capability.Resolve!, Value.Undefined, [results]);
                return;
            }

            JsError error = agent.NewError(Intrinsic.AggregateErrorPrototype, "All promises were rejected");
            error.Put(Atoms.Errors, results, PropertyAttributes.Hidden);
            agent.Call(capability.Reject!, Value.Undefined, [error]);
        }

        internal override long Trace(Tracer tracer)
        {
            tracer.Visit(capability.Promise);
            tracer.Visit(capability.Resolve);
            tracer.Visit(capability.Reject);
            tracer.Visit(results);
            return 56;
        }
    }

    /// <summary>One element, shared by the function for its fulfilment and the one for its rejection.</summary>
    private sealed class Element(Combined combined, int index) : Cell(CellKind.Internal)
    {
        public Combined Combined => combined;

        public int Index => index;

        public bool IsSettled { get; set; }

        internal override long Trace(Tracer tracer)
        {
            tracer.Visit(combined);
            return 40;
        }
    }

    /// <summary>Whatever is thrown on the way rejects the combined promise (IfAbruptRejectPromise).</summary>
    private sealed class CombinatorFrame(Combination combination, JsObject constructor, Value iterable, PromiseCapability capability) : NativeFrame
    {
        private bool _isStarted;

        public override bool Resume(Agent agent, ref Value value)
        {
            if (_isStarted)
            {
                return true;
            }

            _isStarted = true;
            JsFunction resolve = agent.Get(constructor, Atoms.Resolve).Reference as JsFunction
                ?? throw agent.TypeError("Promise resolve or reject function is not callable");
            var combined = new Combined(combination, capability, agent.Realm.NewArray());
            value = agent.Start(new ElementsFrame(iterable, constructor, resolve, combined));
            return !value.IsHole;
        }

        public override bool Catch(Agent agent, Value error, out Value value)
        {
            agent.Call(capability.Reject!, Value.Undefined, [error]);
            value = capability.Promise;
            return true;
        }

        public override void Trace(Tracer tracer)
        {
            tracer.Visit(constructor);
            tracer.Visit(iterable);
            tracer.Visit(capability.Promise);
            tracer.Visit(capability.Resolve);
            tracer.Visit(capability.Reject);
        }
    }

    private sealed class ElementsFrame(Value iterable, JsObject constructor, JsFunction resolve, Combined combined) : IterationFrame(iterable)
    {
        public override void Trace(Tracer tracer)
        {
            tracer.Visit(constructor);
            tracer.Visit(resolve);
            tracer.Visit(combined);
            base.Trace(tracer);
        }

        protected override bool OnValue(Agent agent, Value value)
        {
            (JsFunction onFulfilled, JsFunction onRejected) = FunctionsFor(agent);
            bool isOriginal = resolve is NativeFunction { Method: var method } && ReferenceEquals(method, OriginalResolve);
            Value next = isOriginal ? agent.PromiseResolve(constructor, value) : agent.Call(resolve, constructor, [value]);
            Value then = agent.GetV(next, Atoms.Then);
            if (next.Reference is JsPromise promise && IsOriginalThen(agent, promise, then))
            {
                // What then would return is seen by nobody.
                agent.PerformThen(promise, onFulfilled, onRejected, null);
            }
            else
            {
                agent.Call(agent.RequireCallable(then, "then"), next, [onFulfilled, onRejected]);
            }

            return true;
        }

        protected override Value OnDone(Agent agent)
        {
            if (combined.Combination != Combination.Race)
            {
                combined.Release(agent);
            }

            return combined.Capability.Promise;
        }

        private static bool IsOriginalThen(Agent agent, JsPromise promise, Value then) =>
            then.Reference is NativeFunction function
            && ReferenceEquals(function.Method, PromisePrototype.OriginalThen)
            && ReferenceEquals(agent.SpeciesConstructor(promise, Intrinsic.Promise), agent.Realm[Intrinsic.Promise]);

        private (JsFunction OnFulfilled, JsFunction OnRejected) FunctionsFor(Agent agent)
        {
            PromiseCapability capability = combined.Capability;
            if (combined.Combination == Combination.Race)
            {
                return (capability.Resolve!, capability.Reject!);
            }

            agent.Meter.Allocate(40);
            var element = new Element(combined, combined.Results.Count);
            combined.Add();
            return combined.Combination switch
            {
                Combination.All => (OnFulfilled(agent, element), capability.Reject!),
                Combination.Any => (capability.Resolve!, OnRejected(agent, element)),
                _ => (OnFulfilled(agent, element), OnRejected(agent, element)),
            };
        }

        private static NativeFunction OnFulfilled(Agent agent, Element element) =>
            agent.Realm.NewFunction(string.Empty, 1, static (in NativeCall call) => SettleElement(call, isRejection: false), element);

        private static NativeFunction OnRejected(Agent agent, Element element) =>
            agent.Realm.NewFunction(string.Empty, 1, static (in NativeCall call) => SettleElement(call, isRejection: true), element);
    }
}
