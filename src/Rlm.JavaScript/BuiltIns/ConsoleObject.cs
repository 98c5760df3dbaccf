using Rlm.JavaScript.BuiltIns.Inspection;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>The <c>console</c> object and the global <c>print</c>. All methods write to the one output of the evaluation, in the format of Node.js.</summary>
internal static class ConsoleObject
{
    public static JsObject Create(Realm realm)
    {
        var console = new ConsoleInstance(Shape.CreateUnique(realm.Shapes, realm[Intrinsic.ObjectPrototype], capacity: 28));
        return ObjectBuilder.On(realm, console)
            .Method("log", 0, Log, PropertyAttributes.Data)
            .Method("info", 0, Log, PropertyAttributes.Data)
            .Method("debug", 0, Log, PropertyAttributes.Data)
            .Method("warn", 0, Log, PropertyAttributes.Data)
            .Method("error", 0, Log, PropertyAttributes.Data)
            .Method("trace", 0, Trace, PropertyAttributes.Data)
            .Method("dir", 0, Dir, PropertyAttributes.Data)
            .Method("dirxml", 0, Log, PropertyAttributes.Data)
            .Method("table", 1, Table, PropertyAttributes.Data)
            .Method("assert", 0, Assert, PropertyAttributes.Data)
            .Method("count", 0, Count, PropertyAttributes.Data)
            .Method("countReset", 0, CountReset, PropertyAttributes.Data)
            .Method("time", 0, StartTimer, PropertyAttributes.Data)
            .Method("timeLog", 0, static (in NativeCall call) => ShowTimer(call, "timeLog", isEnd: false), PropertyAttributes.Data)
            .Method("timeEnd", 0, static (in NativeCall call) => ShowTimer(call, "timeEnd", isEnd: true), PropertyAttributes.Data)
            .Method("clear", 0, static (in NativeCall _) => Value.Undefined, PropertyAttributes.Data)
            .Method("group", 0, Group, PropertyAttributes.Data)
            .Method("groupCollapsed", 0, Group, PropertyAttributes.Data)
            .Method("groupEnd", 0, GroupEnd, PropertyAttributes.Data)
            .Tag("console")
            .Object;
    }

    public static Value CreatePrint(Realm realm) => realm.NewFunction("print", 0, Log);

    private static ConsoleInstance Instance(in NativeCall call) => (ConsoleInstance)call.Realm[Intrinsic.Console];

    private static ConsolePrinter Begin(in NativeCall call) => new(call.Agent, Instance(call).Indentation);

    private static Value Log(in NativeCall call)
    {
        ConsolePrinter printer = Begin(call);
        printer.WriteFormatted(call.Arguments);
        printer.EndLine();
        return Value.Undefined;
    }

    private static Value Trace(in NativeCall call)
    {
        ConsolePrinter printer = Begin(call);
        JsError here = call.Agent.NewError(call.Realm.ShapeOf(Intrinsic.ErrorPrototype));
        printer.Write(call.Count == 0 ? "Trace" : "Trace: ");
        printer.WriteFormatted(call.Arguments);
        string stack = here.GetOwnProperty(Atoms.Stack, out Property property) ? property.Value.AsString().ToString() : string.Empty;
        int frames = stack.IndexOf('\n', StringComparison.Ordinal);
        printer.Write(frames < 0 ? string.Empty : stack.AsSpan(frames));
        printer.EndLine();
        return Value.Undefined;
    }

    private static Value Dir(in NativeCall call)
    {
        ConsolePrinter printer = Begin(call);
        printer.WriteInspected(call[0], OptionsFrom(call.Realm, call[1]));
        printer.EndLine();
        return Value.Undefined;
    }

    /// <summary>Reads the options that <c>console.dir</c> takes; data properties only. What is no number stands for no limit.</summary>
    private static InspectOptions OptionsFrom(Realm realm, Value value)
    {
        InspectOptions options = InspectOptions.Default;
        if (value.Reference is not JsObject source)
        {
            return options;
        }

        Value Option(string name) => source.GetOwnProperty(realm.Key(name), out Property property) && !property.IsAccessor ? property.Value : Value.Undefined;
        int CountOr(Value option, int usual) =>
            option.IsUndefined ? usual : !option.IsNumber ? int.MaxValue : (int)Math.Clamp(double.IsNaN(option.Number) ? 0 : option.Number, -1, int.MaxValue);

        Value breakLength = Option("breakLength");
        return options with
        {
            Depth = CountOr(Option("depth"), options.Depth),
            MaxArrayLength = Math.Max(CountOr(Option("maxArrayLength"), options.MaxArrayLength), 0),
            MaxStringLength = Math.Max(CountOr(Option("maxStringLength"), options.MaxStringLength), 0),
            BreakLength = breakLength.IsNumber ? Math.Max(CountOr(breakLength, options.BreakLength), 0) : options.BreakLength,
        };
    }

    private static Value Table(in NativeCall call)
    {
        if (!call[0].IsObject)
        {
            return Log(call);
        }

        if (!call[1].IsUndefined && call[1].Reference is not JsArray)
        {
            throw call.Agent.TypeError($"The \"properties\" argument must be an instance of Array. Received {Agent.Describe(call[1])}");
        }

        ConsolePrinter printer = Begin(call);
        new ConsoleTable(call.Agent, printer).Write(call[0].AsObject(), call[1].Reference as JsArray);
        return Value.Undefined;
    }

    private static Value Assert(in NativeCall call)
    {
        if (call[0].ToBoolean())
        {
            return Value.Undefined;
        }

        ConsolePrinter printer = Begin(call);
        printer.Write(call.Count > 1 ? "Assertion failed: " : "Assertion failed");
        printer.WriteFormatted(call.Count > 1 ? call.Arguments[1..] : []);
        printer.EndLine();
        return Value.Undefined;
    }

    private static Value Count(in NativeCall call)
    {
        string label = Label(call);
        double count = Instance(call).Next(call.Agent, label);
        ConsolePrinter printer = Begin(call);
        printer.Write(label);
        printer.Write(": ");
        printer.Write(NumberText.ToText(count));
        printer.EndLine();
        return Value.Undefined;
    }

    private static Value CountReset(in NativeCall call)
    {
        Instance(call).Reset(Label(call));
        return Value.Undefined;
    }

    private static string Label(in NativeCall call)
    {
        JsString label = call[0].IsUndefined ? Atoms.Default.Text : call.Agent.ToJsString(call[0]);
        call.Agent.Meter.Copy(label.Length);
        return label.ToString();
    }

    private static Value StartTimer(in NativeCall call)
    {
        string label = Label(call);
        if (!Instance(call).StartTimer(call.Agent, label))
        {
            Warn(call, $"Label '{label}' already exists for console.time()");
        }

        return Value.Undefined;
    }

    private static Value ShowTimer(in NativeCall call, string method, bool isEnd)
    {
        string label = Label(call);
        if (Instance(call).ReadTimer(label, isEnd) is not { } start)
        {
            Warn(call, $"No such label '{label}' for console.{method}()");
            return Value.Undefined;
        }

        double time = call.Agent.Elapsed - start;
        ConsolePrinter printer = Begin(call);
        printer.Write(label);
        printer.Write(time < 1000 ? $": {NumberText.ToText(Math.Round(time, 1))}ms" : $": {NumberText.ToText(Math.Round(time / 1000, 3))}s");
        if (!isEnd && call.Count > 1)
        {
            printer.Write(" ");
            printer.WriteFormatted(call.Arguments[1..]);
        }

        printer.EndLine();
        return Value.Undefined;
    }

    private static void Warn(in NativeCall call, string message)
    {
        ConsolePrinter printer = Begin(call);
        printer.Write("Warning: ");
        printer.Write(message);
        printer.EndLine();
    }

    private static Value Group(in NativeCall call)
    {
        if (call.Count > 0)
        {
            Log(call);
        }

        Instance(call).Indent(2);
        return Value.Undefined;
    }

    private static Value GroupEnd(in NativeCall call)
    {
        Instance(call).Indent(-2);
        return Value.Undefined;
    }

    /// <summary>The console, with the indentation of its groups, its counters and its timers.</summary>
    private sealed class ConsoleInstance(Shape shape) : JsObject(shape, new Value[28])
    {
        private const int MaxIndentation = 200;

        private readonly Dictionary<string, double> _counts = new(StringComparer.Ordinal);
        private readonly Dictionary<string, double> _timers = new(StringComparer.Ordinal);
        private long _labelBytes;

        public int Indentation { get; private set; }

        public void Indent(int columns) => Indentation = Math.Clamp(Indentation + columns, 0, MaxIndentation);

        public double Next(Agent agent, string label)
        {
            if (!_counts.TryGetValue(label, out double count))
            {
                agent.Meter.Allocate(BytesOf(label));
                _labelBytes += BytesOf(label);
            }

            return _counts[label] = count + 1;
        }

        public void Reset(string label)
        {
            if (_counts.ContainsKey(label))
            {
                _counts[label] = 0;
            }
        }

        /// <summary>Starts a timer, unless it runs already.</summary>
        public bool StartTimer(Agent agent, string label)
        {
            if (_timers.ContainsKey(label))
            {
                return false;
            }

            agent.Meter.Allocate(BytesOf(label));
            _labelBytes += BytesOf(label);
            _timers.Add(label, agent.Elapsed);
            return true;
        }

        /// <summary>When a timer was started; null where it was not.</summary>
        public double? ReadTimer(string label, bool isEnd)
        {
            if (!_timers.TryGetValue(label, out double start))
            {
                return null;
            }

            if (isEnd)
            {
                _timers.Remove(label);
                _labelBytes -= BytesOf(label);
            }

            return start;
        }

        private static long BytesOf(string label) => 80 + (2L * label.Length);

        internal override long Trace(Tracer tracer) => base.Trace(tracer) + _labelBytes;
    }
}
