using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>
/// Runs the code of one session: the stack of frames and registers, the dispatch loop, jobs and pending host calls (an agent of ECMA-262 §9.7).
/// At any moment at most one thread is inside.
/// </summary>
internal sealed partial class Agent
{
    /// <summary>How deep guest calls may nest before a RangeError.</summary>
    public const int MaxCallDepth = 10_000;

    /// <summary>How deep built-ins may call guest code on the CLR stack, as conversions and getters reached inside a built-in do.</summary>
    private const int MaxReentrancy = 64;

    /// <summary>How deep built-ins may call built-ins on the CLR stack, those of all runs of the dispatch loop together.</summary>
    private const int MaxNesting = 64;

    private const int MaxRegisters = 8 * 1024 * 1024;

    private const int InitialRegisters = 64;

    private Value[] _stack = new Value[InitialRegisters];
    private Frame?[] _frames = new Frame?[8];
    private int _depth;

    /// <summary>The depth at which the innermost run of the dispatch loop ends.</summary>
    private int _entryDepth;
    private int _reentrancy;
    private int _nesting;
    private int _keptNames;
    private Value _exitValue;
    private Numerics.Random _random;
    private readonly long _start;

    public Agent(Realm realm, AgentOptions options)
    {
        Realm = realm;
        Meter = realm.Meter;
        Options = options;
        _places = new DeferredPlaces(realm.Meter);
        _start = options.Time.GetTimestamp();
        _random = new Numerics.Random(options.RandomSeed ?? (ulong)System.Random.Shared.NextInt64());
    }

    /// <summary>Returned by a built-in function whose result a pushed frame will give.</summary>
    public static Value Pending => Value.Hole;

    public Realm Realm { get; }

    public Meter Meter { get; }

    public AgentOptions Options { get; }

    /// <summary>The next number of <c>Math.random</c>.</summary>
    public double NextRandom() => _random.NextDouble();

    /// <summary>
    /// Milliseconds since the session began, by its clock: in steps of a tenth, as in browsers, since finer ones serve to measure what is none of the guest's business.
    /// </summary>
    public double Elapsed => Math.Floor(Options.Time.GetElapsedTime(_start).TotalMilliseconds * 10) / 10;

    /// <summary>What the guest printed in this evaluation.</summary>
    public ConsoleOutput Console { get; } = new();

    /// <summary>Visits everything that is live from here; used by the memory limit.</summary>
    public void Trace(Tracer tracer, bool includeNames = true)
    {
        Realm.Trace(tracer, includeNames);
        for (int i = 0; i < _depth; i++)
        {
            _frames[i]!.Trace(tracer);
        }

        int top = Top;
        foreach (ref readonly Value value in _stack.AsSpan(0, Math.Min(top, _stack.Length)))
        {
            tracer.Visit(value);
        }

        tracer.Visit(_exitValue);
        tracer.Visit(_main);
        TraceJobs(tracer);
        TraceDeferred(tracer);
    }

    /// <summary>The first register above the running frame.</summary>
    private int Top
    {
        get
        {
            if (_depth == 0)
            {
                return 0;
            }

            Frame frame = _frames[_depth - 1]!;
            return frame.Native is null ? frame.Base + frame.Code.RegisterCount : frame.Base;
        }
    }

    private List<StackEntry> CaptureStack()
    {
        if (_placeOfCall is not null)
        {
            return _placeOfCall;
        }

        const int MaxEntries = 10;
        var entries = new List<StackEntry>(Math.Min(_depth, MaxEntries));
        for (int i = _depth - 1; i >= 0 && entries.Count < MaxEntries; i--)
        {
            Frame frame = _frames[i]!;
            if (frame.Native is null)
            {
                Syntax.SourceText source = frame.Function.Script.Script.Source;
                int position = frame.Code.PositionAt(frame.Pc);
                string name = frame.Code.IsScript ? string.Empty : frame.Function.DisplayName;
                entries.Add(new StackEntry(name, frame.Function.Script.Turn, source.LineAt(position), source.ColumnAt(position), position));
            }
        }

        return entries;
    }
}
