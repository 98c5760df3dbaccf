using System.Diagnostics.CodeAnalysis;
using Rlm.JavaScript.BuiltIns;
using Rlm.JavaScript.BuiltIns.Inspection;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Hosting;
using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Objects;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript;

/// <summary>
/// A sandboxed JavaScript interpreter with variables that live on from one evaluation to the next. Code in it reaches nothing but what the
/// host puts in: no files, no network, no clock but the one of the options, no type of .NET.
/// </summary>
/// <remarks>
/// A session runs one evaluation at a time; different sessions are independent and may run at the same time. Code is strict-mode
/// JavaScript without modules, <c>eval</c> and timers. What a limit stops leaves the session usable: the variables keep the values they had reached.
/// </remarks>
public sealed class JavaScriptSession : IDisposable
{
    private readonly JavaScriptOptions _options;
    private ExecutionLimits _limits;
    private readonly ParserOptions _parserOptions;
    private readonly Agent _agent;
    private readonly Meter _meter;
    private readonly SemaphoreSlim _places;
    private CancellationToken _hostCancellation;
    private int _turn;
    private int _isBusy;
    private bool _isDisposed;

    /// <summary>Initializes a new instance of the <see cref="JavaScriptSession"/> class.</summary>
    /// <param name="options">The limits and liberties; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public JavaScriptSession(JavaScriptOptions? options = null)
    {
        _options = options ?? new JavaScriptOptions();
        _options.Validate();
        _limits = new ExecutionLimits { Time = _options.MaxTime, Memory = _options.MaxMemory, Work = _options.MaxWork };
        _parserOptions = new ParserOptions
        {
            AllowTopLevelAwait = _options.AllowTopLevelAwaitAndReturn,
            AllowTopLevelReturn = _options.AllowTopLevelAwaitAndReturn,
            AllowTypeAnnotations = _options.AllowTypeAnnotations,
            AllowRedeclaration = _options.AllowRedeclaration,
            ValidateRegExp = RegExpConstructor.Validate,
        };
        _meter = new Meter(TraceLive);
        _meter.Begin(_limits, _options.TimeProvider, CancellationToken.None);
        _places = new SemaphoreSlim(_options.MaxConcurrentHostCalls);
        _agent = new Agent(new Realm(_meter, BuiltInCatalog.Instance), new AgentOptions
        {
            Time = _options.TimeProvider,
            RandomSeed = _options.RandomSeed,
            AllowRedeclaration = _options.AllowRedeclaration,
            AllowUndeclaredAssignment = _options.AllowUndeclaredAssignment,
            AwaitsResult = _options.AllowTopLevelAwaitAndReturn,
            MaxOutputLength = _options.MaxOutputLength,
            MaxHostCalls = _options.MaxHostCalls,
            OverlapsCalls = _options.OverlapIndependentCalls,
        });
    }

    /// <summary>Gets the variables that exist, without built-ins and host functions, in the order in which they were made.</summary>
    public IReadOnlyList<VariableDescription> Variables =>
        Read(() => (IReadOnlyList<VariableDescription>)[.. _agent.Realm.Globals.Cells.Where(IsVariable).Select(Describe)]);

    /// <summary>Gets or sets the memory that the session may retain, in bytes; <see cref="JavaScriptOptions.MaxMemory"/> to begin with.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1 MB.</exception>
    /// <exception cref="InvalidOperationException">An evaluation is running.</exception>
    public long MaxMemory
    {
        get => _limits.Memory ?? long.MaxValue;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, JavaScriptOptions.LeastMemory);
            Exclusive(() =>
            {
                _limits = _limits with { Memory = value };
                _meter.Begin(_limits, _options.TimeProvider, CancellationToken.None);
                return true;
            });
        }
    }

    /// <summary>Sets a variable. A string is shared and not copied, whatever its length; other values are copied.</summary>
    /// <param name="name">A JavaScript identifier.</param>
    /// <param name="value">The value.</param>
    /// <param name="isReadOnly">Whether the guest may not assign to the name or declare it again. What an array or object holds it may change.</param>
    /// <exception cref="ArgumentException">The name is no identifier or is reserved, or the value nests too deeply.</exception>
    /// <exception cref="InvalidOperationException">An evaluation is running, or the value does not fit into the memory limit.</exception>
    public void SetVariable(string name, JavaScriptValue value, bool isReadOnly = true)
    {
        CheckName(name);
        Exclusive(() =>
        {
            Set(name, HostValues.ToGuest(_agent, value), isReadOnly ? GlobalKind.Host : GlobalKind.HostVariable);
            return true;
        });
    }

    /// <summary>Gets the value of a variable; reading runs no guest code.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">A copy of the value; functions come out as <c>undefined</c>.</param>
    /// <returns>False where there is no such variable.</returns>
    /// <exception cref="InvalidOperationException">An evaluation is running, or the value is cyclic, too deep or larger than <see cref="JavaScriptOptions.MaxHostValueSize"/>.</exception>
    public bool TryGetVariable(string name, out JavaScriptValue value)
    {
        ArgumentNullException.ThrowIfNull(name);
        (bool found, value) = Read(() =>
        {
            if (!_agent.Realm.Globals.TryGet(_agent.Realm.Names.Intern(name), out GlobalCell? cell) || !IsVariable(cell))
            {
                return (false, JavaScriptValue.Undefined);
            }

            return (true, new HostValues(_agent, _options.MaxHostValueSize).ToHost(cell.Value));
        });
        return found;
    }

    /// <summary>Provides a function. The guest calls it like any other; it may <c>await</c> it or not.</summary>
    /// <param name="name">A JavaScript identifier.</param>
    /// <param name="handler">The code behind it.</param>
    /// <param name="isIndependent">
    /// Whether a call neither changes nor depends on anything that other calls do. Then calls overlap by themselves: the guest goes on until it needs the
    /// result, and only then waits for it; or at once where the arguments of the calls that wait take more than a quarter of <see cref="MaxMemory"/>. Otherwise it
    /// waits where the call stands; calls overlap only where it makes them in async functions.
    /// </param>
    /// <exception cref="ArgumentException">The name is no identifier or is reserved.</exception>
    /// <exception cref="InvalidOperationException">An evaluation is running.</exception>
    public void SetFunction(string name, HostFunctionHandler handler, bool isIndependent = false)
    {
        CheckName(name);
        ArgumentNullException.ThrowIfNull(handler);
        Exclusive(() =>
        {
            HostMethod method = (agent, arguments) =>
            {
                var border = new HostValues(agent, _options.MaxHostValueSize);
                var values = new JavaScriptValue[arguments.Length];
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = arguments[i].IsCallable ? throw agent.TypeError($"{name}: argument {i + 1} is a function, which cannot be handed to the host") : border.ToHost(arguments[i]);
                }

                return new HostFunctionOperation(new HostFunctionCall(name, values), border, handler, _places, _hostCancellation);
            };
            Set(name, new HostFunction(_agent.Realm.ShapeOf(Intrinsic.FunctionPrototype), name, method, isIndependent), GlobalKind.Host);
            return true;
        });
    }

    /// <summary>Releases what the session holds. Calls of host functions that still run are not waited for.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _places.Dispose();
    }

    /// <summary>Evaluates code. Errors of the code and limits are results, not exceptions.</summary>
    /// <param name="source">The code: a script in which <c>await</c> and <c>return</c> may stand at top level.</param>
    /// <param name="cancellationToken">Cancels the evaluation within a few milliseconds, whatever it does. The session stays usable.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="InvalidOperationException">An evaluation is running in this session.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was cancelled.</exception>
    public async ValueTask<EvaluationResult> EvaluateAsync(string source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        cancellationToken.ThrowIfCancellationRequested();
        Enter();
        using var hostCancellation = new CancellationTokenSource();
        try
        {
            _hostCancellation = hostCancellation.Token;
            _meter.Begin(_limits, _options.TimeProvider, cancellationToken);
            _agent.BeginEvaluation();
            _turn++;
            var text = new SourceText(source);
            EvaluationResult result = await RunAsync(text, cancellationToken).ConfigureAwait(false);
            if (result.Outcome != EvaluationOutcome.TimeLimit)
            {
                _agent.SweepNames();
            }

            return result;
        }
        finally
        {
            await hostCancellation.CancelAsync().ConfigureAwait(false);
            Volatile.Write(ref _isBusy, 0);
        }
    }

    private async ValueTask<EvaluationResult> RunAsync(SourceText source, CancellationToken cancellationToken)
    {
        try
        {
            Segment(() => _agent.Start(Compiler.Compile(source, _parserOptions, _meter)));
            while (_agent.PauseCompletion is not null || _agent.PendingHostCalls.Count > 0)
            {
                if (_agent.PauseCompletion is { } pause)
                {
                    await pause.WaitAsync(cancellationToken).ConfigureAwait(false);
                    Segment(_agent.ContinueAfterPause);
                    continue;
                }

                await Task.WhenAny(_agent.PendingHostCalls.Select(call => call.Operation.Completion)).WaitAsync(cancellationToken).ConfigureAwait(false);
                Segment(CompleteAnswered);
            }

            if (_agent.AnswersCompletion is { } answers)
            {
                await answers.WaitAsync(cancellationToken).ConfigureAwait(false);
                Segment(_agent.SettleAnswered);
            }

            return Segment(() => Finish(source));
        }
        catch (SyntaxErrorException exception)
        {
            return Result(EvaluationOutcome.Failed, GuestErrors.From(exception, source));
        }
        catch (GuestException exception)
        {
            _agent.Abandon();
            return Result(EvaluationOutcome.Failed, GuestErrors.From(exception.Error, source, _turn));
        }
        catch (EvaluationEndedException)
        {
            _agent.Abandon();
            return Result(EvaluationOutcome.EndedByHost, error: null);
        }
        catch (ExecutionStoppedException exception) when (exception.Stop != ExecutionStop.Cancelled)
        {
            _agent.Abandon();
            return Result(OutcomeOf(exception.Stop), new JavaScriptError { Name = "LimitError", Message = exception.Message });
        }
        catch (Exception exception) when (exception is ExecutionStoppedException or OperationCanceledException)
        {
            _agent.Abandon();
            throw new OperationCanceledException("The evaluation was cancelled.", exception, cancellationToken);
        }
    }

    private void CompleteAnswered()
    {
        foreach (PendingHostCall call in _agent.PendingHostCalls.Where(call => call.Operation.Completion.IsCompleted).ToList())
        {
            if (_agent.PauseCompletion is not null)
            {
                return;
            }

            _agent.CompleteHostCall(call);
        }
    }

    private EvaluationResult Finish(SourceText source)
    {
        JsPromise main = _agent.Main;
        Value? unseen = _agent.FirstUnseenFailure;
        _agent.EndEvaluation();
        if (main.State == PromiseState.Pending)
        {
            return Result(EvaluationOutcome.Failed, new JavaScriptError { Name = "Error", Message = "The code awaits a promise that nothing will ever settle." });
        }

        if (main.State == PromiseState.Rejected)
        {
            return Result(EvaluationOutcome.Failed, GuestErrors.From(main.Result, source, _turn));
        }

        if (unseen is { } failure)
        {
            return Result(EvaluationOutcome.Failed, GuestErrors.From(failure, source, _turn));
        }

        if (_agent.FirstUnhandledRejection is { } unhandled)
        {
            JavaScriptError error = GuestErrors.From(unhandled.Result, source, _turn);
            return Result(EvaluationOutcome.Failed, new JavaScriptError
            {
                Name = error.Name,
                Message = $"{error.Message} (in a promise that nobody awaited)",
                Line = error.Line,
                Column = error.Column,
                SourceLine = error.SourceLine,
                Caret = error.Caret,
                Stack = error.Stack,
            });
        }

        return Completed(main.Result);
    }

    private EvaluationResult Completed(Value value)
    {
        JavaScriptValue result = JavaScriptValue.Undefined;
        string? display = null;
        if (!value.IsUndefined)
        {
            if (_agent.ShowsResult)
            {
                display = Inspector.Inspect(_agent, value, new InspectOptions { MaxLength = _options.MaxDisplayLength });
            }

            try
            {
                result = new HostValues(_agent, _options.MaxHostValueSize).ToHost(value);
            }
            catch (Exception exception) when (exception is GuestException or ExecutionStoppedException { Stop: ExecutionStop.Memory })
            {
                // Too large or cyclic to copy: it is shown, and can be read in parts.
            }
        }

        return Result(EvaluationOutcome.Completed, error: null, result, display);
    }

    private EvaluationResult Result(EvaluationOutcome outcome, JavaScriptError? error, JavaScriptValue value = default, string? display = null) => new()
    {
        Outcome = outcome,
        Output = _agent.Console.ToString(),
        OutputLength = _agent.Console.TotalLength,
        Value = value,
        Display = display,
        Error = error,
        Variables = [.. _agent.Declared.Where(IsVariable).Select(Describe)],
        Usage = new EvaluationUsage(_meter.WorkDone, _meter.Elapsed, _meter.Memory, _agent.HostCallCount),
    };

    private static EvaluationOutcome OutcomeOf(ExecutionStop stop) => stop switch
    {
        ExecutionStop.Work => EvaluationOutcome.WorkLimit,
        ExecutionStop.Time => EvaluationOutcome.TimeLimit,
        _ => EvaluationOutcome.MemoryLimit,
    };

    private static bool IsVariable(GlobalCell cell) =>
        cell.Role is GlobalKind.Variable or GlobalKind.Lexical or GlobalKind.HostVariable || (cell.Role == GlobalKind.Host && cell.Value.Reference is not (JsFunction or null) && !cell.Value.IsUninitialized);

    private static VariableDescription Describe(GlobalCell cell) => new(cell.Name.ToString(), TypeNames.Of(cell.Value), TypeNames.SizeOf(cell.Value));

    private long TraceLive()
    {
        var tracer = new Tracer(_meter);
        _agent.Trace(tracer);
        return tracer.Run();
    }

    private void Set(string name, Value value, GlobalKind role)
    {
        GlobalCell cell = _agent.Realm.Globals.GetOrAdd(_agent.Realm.Names.Intern(name));
        cell.Source = null;
        cell.Value = value;
        cell.Role = role;
    }

    private void Segment(Action action) => Segment(() =>
    {
        action();
        return true;
    });

    private T Segment<T>(Func<T> action)
    {
        _meter.Enter();
        try
        {
            return action();
        }
        finally
        {
            _meter.Leave();
        }
    }

    /// <summary>Looks at the session. What is copied out belongs to the host.</summary>
    private T Read<T>(Func<T> action) => Exclusive(action, _limits with { Memory = null });

    private T Exclusive<T>(Func<T> action) => Exclusive(action, _limits);

    private T Exclusive<T>(Func<T> action, ExecutionLimits limits)
    {
        Enter();
        try
        {
            // What the last evaluation used up is no concern of this.
            _meter.Begin(limits, _options.TimeProvider, CancellationToken.None);
            return Segment(action);
        }
        catch (ExecutionStoppedException exception)
        {
            throw new InvalidOperationException(exception.Message, exception);
        }
        catch (GuestException exception)
        {
            throw new InvalidOperationException(GuestErrors.From(exception.Error, source: null, _turn).Message, exception);
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }

    private void Enter()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (Interlocked.Exchange(ref _isBusy, 1) != 0)
        {
            throw new InvalidOperationException("The session is busy: an evaluation is running. A session runs one at a time; use another session for work in parallel.");
        }
    }

    private static void CheckName([NotNull] string? name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!IdentifierNames.IsUsable(name))
        {
            throw new ArgumentException($"'{name}' is not a name that JavaScript code can use for a variable.", nameof(name));
        }
    }
}
