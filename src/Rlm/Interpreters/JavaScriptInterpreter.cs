using System.Text.Json;
using Rlm.JavaScript;
using Rlm.Json;

namespace Rlm.Interpreters;

/// <summary>The sandboxed interpreter that comes with this library. The only type that knows those of its library.</summary>
internal sealed partial class JavaScriptInterpreter(InterpreterOptions options) : ICodeInterpreter
{
    /// <summary>In characters and values: what a child is given may be a large part of an input.</summary>
    private const int MaxHostValueSize = 100_000_000;

    /// <summary>The bytes of each input; those of earlier runs stay unless they are given again.</summary>
    private readonly Dictionary<string, long> _inputSizes = new(StringComparer.Ordinal);

    private JavaScriptSession? _session;

    public ValueTask StartAsync(IReadOnlyList<InterpreterVariable> variables, IReadOnlyList<InterpreterFunction> functions, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var variable in variables)
        {
            _inputSizes[variable.Name] = SizeOf(variable.Value);
        }

        _session ??= new JavaScriptSession(new JavaScriptOptions
        {
            MaxTime = options.TimeLimit,
            MaxConcurrentHostCalls = int.MaxValue,
            MaxHostCalls = options.MaxCalls,
            OverlapIndependentCalls = options.OverlapsCalls,
            MaxHostValueSize = MaxHostValueSize,
        });
        _session.MaxMemory = options.MemoryLimit + _inputSizes.Values.Sum();
        foreach (var function in functions)
        {
            _session.SetFunction(function.Name, (call, token) => CallAsync(function, call, token), function.IsIndependent);
        }

        foreach (var variable in variables)
        {
            _session.SetVariable(variable.Name, ToGuest(variable.Value), isReadOnly: true);
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask<ExecutionResult> ExecuteAsync(string code, CancellationToken cancellationToken = default)
    {
        var session = _session ?? throw new InvalidOperationException("The interpreter was not started.");
        var result = await session.EvaluateAsync(code, cancellationToken).ConfigureAwait(false);
        return new ExecutionResult
        {
            Output = result.Output,
            Value = result.Display,
            Error = result.Outcome is EvaluationOutcome.Failed ? Describe(result.Error!) : null,
            Stop = result.Outcome switch
            {
                EvaluationOutcome.EndedByHost => ExecutionStop.Function,
                EvaluationOutcome.TimeLimit => ExecutionStop.Time,
                EvaluationOutcome.MemoryLimit => ExecutionStop.Memory,
                EvaluationOutcome.WorkLimit => ExecutionStop.Work,
                _ => ExecutionStop.None,
            },
            NewVariables = [.. result.Variables.Select(variable => new NewVariable(variable.Name, variable.Type, variable.Size))],
            Usage = new ExecutionUsage(result.Usage.Time, result.Usage.Memory, result.Usage.Work),
        };
    }

    public ValueTask DisposeAsync()
    {
        _session?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ExecutionError Describe(JavaScriptError error) => new()
    {
        Name = error.Name,
        Message = error.Message,
        Line = error.Line ?? 0,
        Column = error.Column ?? 0,
        SourceLine = error.SourceLine,
        IsParseError = error.IsParseError,
    };

    private static async ValueTask<JavaScriptValue> CallAsync(InterpreterFunction function, HostFunctionCall call, CancellationToken cancellationToken)
    {
        var arguments = new JsonElement[call.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = ToHost(function.Name, call.Arguments[i]);
        }

        var result = await function.InvokeAsync(arguments, cancellationToken).ConfigureAwait(false);
        switch (result.Outcome)
        {
            case FunctionOutcome.Threw:
                throw new JavaScriptHostException(result.Message);
            case FunctionOutcome.EndedExecution:
                call.EndEvaluation();
                return JavaScriptValue.Undefined;
            default:
                return ToGuest(result.Value);
        }
    }

    private static JsonElement ToHost(string function, JavaScriptValue value)
    {
        if (value.Kind is JavaScriptValueKind.Undefined)
        {
            return default;
        }

        try
        {
            return JsonValues.Write(writer => Write(writer, value, 0));
        }
        catch (JsonException exception)
        {
            throw new JavaScriptHostException($"{function}: a value nests deeper than {JsonValues.MaxDepth}, which is too deep to hand over.", exception);
        }
    }

    /// <summary>Writes what JSON.stringify would, except that numbers which JSON lacks become texts and are not lost, and a BigInt keeps its digits.</summary>
    private static void Write(Utf8JsonWriter writer, JavaScriptValue value, int depth)
    {
        if (depth > JsonValues.MaxDepth)
        {
            throw new JsonException();
        }

        switch (value.Kind)
        {
            case JavaScriptValueKind.Number when !double.IsFinite(value.AsNumber()):
                writer.WriteStringValue(double.IsNaN(value.AsNumber()) ? "NaN" : value.AsNumber() > 0 ? "Infinity" : "-Infinity");
                break;
            case JavaScriptValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.Items)
                {
                    Write(writer, item, depth + 1);
                }

                writer.WriteEndArray();
                break;
            case JavaScriptValueKind.Object:
                writer.WriteStartObject();
                foreach (var (name, property) in value.Properties)
                {
                    if (property.Kind is not JavaScriptValueKind.Undefined)
                    {
                        writer.WritePropertyName(name);
                        Write(writer, property, depth + 1);
                    }
                }

                writer.WriteEndObject();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
