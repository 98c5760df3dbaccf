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

    /// <summary>The code of the functions that collect what the promises of <c>Promise.all</c> give.</summary>
    public static readonly NativeMethod CollectingMethod = static (in NativeCall call) => SettleElement(call, isRejection: false);

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
        Combined combined = element.Combined;
        combined.Results.Items[element.Index] = Outcome(call.Agent, combined.Combination, call[0], isRejection);
        call.Agent.NoteDeferred(combined.Results, (uint)element.Index, call[0]);
        call.Agent.BequeathTo(combined.Capability.Promise);
        combined.Release(call.Agent);
        return Value.Undefined;
    }

    /// <summary>What stands for a settled element in the result.</summary>
    private static Value Outcome(Agent agent, Combination combination, Value value, bool isRejection)
    {
        if (combination != Combination.AllSettled)
        {
            return value;
        }

        JsObject report = agent.Realm.NewObject();
        report.Put(agent.Realm.Key("status"), Value.FromString(isRejection ? "rejected" : "fulfilled"));
        report.Put(isRejection ? agent.Realm.Key("reason") : Atoms.Value, value);
        return report;
    }

    /// <summary>The job of a run of elements that were no promises.</summary>
    private static Value ReleaseRun(in NativeCall call)
    {
        var run = (PlainRun)call.Function.Captured[0].Reference!;
        run.Combined.Release(call.Agent, run.Count);
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

        public void Add(Value result)
        {
            _remaining++;
            results.Append(result);
        }

        /// <summary>Settles the combined promise after the last element.</summary>
        public void Release(Agent agent, int count = 1)
        {
            _remaining -= count;
            if (_remaining > 0)
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

    /// <summary>Elements that were no promises and came one after the other, with no job queued in between: one job for all of them comes to the same as one for each.</summary>
    private sealed class PlainRun(Combined combined) : Cell(CellKind.Internal)
    {
        public Combined Combined => combined;

        public int Count { get; set; }

        public Job? Job { get; set; }

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
        private PlainRun? _run;

        public override void Trace(Tracer tracer)
        {
            tracer.Visit(constructor);
            tracer.Visit(resolve);
            tracer.Visit(combined);
            tracer.Visit(_run);
            base.Trace(tracer);
        }

        protected override bool OnValue(Agent agent, Value value)
        {
            // Only all of them can be given on before they have arrived: the other combinations depend on how each turns out.
            if (value.Reference is DeferredValue deferred && combined.Combination != Combination.All)
            {
                value = agent.PromiseOf(deferred);
            }

            bool isOriginal = resolve is NativeFunction { Method: var method } && ReferenceEquals(method, OriginalResolve);
            if (isOriginal && !value.IsObject && combined.Combination is (Combination.All or Combination.AllSettled) && IsUnmodified(agent))
            {
                AddPlain(agent, value);
                return true;
            }

            (JsFunction onFulfilled, JsFunction onRejected) = FunctionsFor(agent);
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

        /// <summary>Whether a promise for a plain value, and the call of its <c>then</c>, would be seen by nobody.</summary>
        private bool IsUnmodified(Agent agent)
        {
            JsObject promise = agent.Realm[Intrinsic.Promise];
            JsObject prototype = agent.Realm[Intrinsic.PromisePrototype];
            return ReferenceEquals(constructor, promise)
                && prototype.GetOwnProperty(Atoms.Then, out Property then)
                && then.Value.Reference is NativeFunction { Method: var thenMethod }
                && ReferenceEquals(thenMethod, PromisePrototype.OriginalThen)
                && prototype.GetOwnProperty(Atoms.Constructor, out Property own)
                && ReferenceEquals(own.Value.Reference, promise)
                && promise.GetOwnProperty(WellKnownSymbols.Species, out Property species)
                && species is { IsAccessor: true, Accessor.Getter: NativeFunction { Method: var speciesMethod } }
                && ReferenceEquals(speciesMethod, OriginalSpecies);
        }

        private void AddPlain(Agent agent, Value value)
        {
            agent.NoteDeferred(combined.Results, (uint)combined.Results.Count, value);
            combined.Add(Outcome(agent, combined.Combination, value, isRejection: false));
            if (_run is not { Job: { } job } || !agent.IsLast(job))
            {
                agent.Meter.Allocate(40);
                _run = new PlainRun(combined);
                _run.Job = agent.Enqueue(agent.Realm.NewFunction(string.Empty, 0, ReleaseRun, _run));
            }

            _run.Count++;
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
            combined.Add(Value.Undefined);
            return combined.Combination switch
            {
                Combination.All => (agent.Realm.NewFunction(string.Empty, 1, CollectingMethod, element), capability.Reject!),
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
