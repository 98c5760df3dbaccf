using System.Text.Json;

namespace Rlm.Tests;

/// <summary>An interpreter that does not interpret: each execution runs the next step of its script.</summary>
internal sealed class ScriptedInterpreter(params ScriptedInterpreter.Step[] steps) : ICodeInterpreter
{
    private readonly Queue<Step> _steps = new(steps);

    public delegate ValueTask<ExecutionResult> Step(ScriptedInterpreter interpreter, string code, CancellationToken cancellationToken);

    public List<string> Codes { get; } = [];

    public IReadOnlyList<InterpreterVariable> Variables { get; private set; } = [];

    public IReadOnlyList<InterpreterFunction> Functions { get; private set; } = [];

    public InterpreterOptions? Options { get; private set; }

    public int DisposeCount { get; private set; }

    public Exception? StartFailure { get; init; }

    public Exception? DisposeFailure { get; init; }

    public ValueTask StartAsync(IReadOnlyList<InterpreterVariable> variables, IReadOnlyList<InterpreterFunction> functions, CancellationToken cancellationToken = default)
    {
        Variables = variables;
        Functions = functions;
        return StartFailure is null ? ValueTask.CompletedTask : throw StartFailure;
    }

    public ValueTask<ExecutionResult> ExecuteAsync(string code, CancellationToken cancellationToken = default)
    {
        Codes.Add(code);
        return _steps.Count == 0 ? ValueTask.FromResult(new ExecutionResult()) : _steps.Dequeue()(this, code, cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        DisposeCount++;
        return DisposeFailure is null ? ValueTask.CompletedTask : throw DisposeFailure;
    }

    public ValueTask<FunctionResult> CallAsync(string function, string argumentsJson, CancellationToken cancellationToken = default)
    {
        var arguments = JsonElement.Parse(argumentsJson);
        return Functions.Single(candidate => candidate.Name == function).InvokeAsync([.. arguments.EnumerateArray()], cancellationToken);
    }

    public RecursiveModuleOptions In(RecursiveModuleOptions? options = null)
    {
        options ??= new RecursiveModuleOptions();
        options.InterpreterFactory = limits =>
        {
            Options = limits;
            return this;
        };
        return options;
    }

    public static Step Print(string output) => Give(new ExecutionResult { Output = output });

    public static Step Give(ExecutionResult result) => (_, _, _) => ValueTask.FromResult(result);

    public static Step Fail(string name, string message, string output = "") => Give(new ExecutionResult
    {
        Output = output,
        Error = new ExecutionError { Name = name, Message = message, Line = 1, Column = 3, SourceLine = "  boom()" },
    });

    public static Step Throw(Exception exception) => (_, _, _) => throw exception;

    /// <summary>Calls a function and ends as the code <c>print(await f(...arguments))</c> would.</summary>
    public static Step Call(string function, string argumentsJson) => async (interpreter, _, cancellationToken) =>
    {
        var result = await interpreter.CallAsync(function, argumentsJson, cancellationToken);
        return result.Outcome switch
        {
            FunctionOutcome.EndedExecution => new ExecutionResult { Stop = ExecutionStop.Function },
            FunctionOutcome.Threw => new ExecutionResult { Error = new ExecutionError { Name = "Error", Message = result.Message } },
            _ => new ExecutionResult { Output = result.Value is IEnumerable<object?> items ? string.Join("|", items) : $"{result.Value}" },
        };
    };

    public static Step Submit(string argumentsJson) => Call("SUBMIT", argumentsJson);
}
