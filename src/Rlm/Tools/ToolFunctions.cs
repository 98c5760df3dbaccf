using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Rlm.Diagnostics;
using Rlm.Interpreters;
using Rlm.Json;
using Rlm.Trajectories;

namespace Rlm.Tools;

/// <summary>Makes the tools callable by the code.</summary>
internal sealed class ToolFunctions(
    IReadOnlyList<Tool> tools,
    ToolApproval? approval,
    JsonSerializerOptions serializerOptions,
    IServiceProvider? services,
    TimeProvider timeProvider,
    ILogger logger,
    Func<TurnRecording> recording,
    SemaphoreSlim places)
{
    private const int PreviewLength = 500;
    private static readonly FunctionResult Cancelled = FunctionResult.Throw("it was cancelled");

    public IEnumerable<InterpreterFunction> All() =>
        tools.Select(tool => new InterpreterFunction(tool.Name, (arguments, cancellationToken) => CallAsync(tool, arguments, cancellationToken)) { IsIndependent = tool.IsReadOnly });

    private async ValueTask<FunctionResult> CallAsync(Tool tool, IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken)
    {
        var span = new CallSpan(timeProvider);
        var turn = recording();
        var shown = string.Join(", ", arguments.Select(argument => argument.ValueKind is JsonValueKind.Undefined ? "undefined" : JsonValues.Show(argument)));
        var index = turn.BeginToolCall(() => Record(tool, shown, Cancelled, span));
        await turn.ToolCallStartedAsync(index, tool.Name, TextCut.Head(shown, PreviewLength)).ConfigureAwait(false);
        try
        {
            var result = await InPlaceAsync(tool, arguments, span, cancellationToken).ConfigureAwait(false);
            await turn.ToolCallFinishedAsync(index, Record(tool, shown, result, span)).ConfigureAwait(false);
            return result;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            await turn.ToolCallFinishedAsync(index, Record(tool, shown, Cancelled, span)).ConfigureAwait(false);
            throw;
        }
    }

    private ToolCallRecord Record(Tool tool, string arguments, FunctionResult result, CallSpan span)
    {
        var error = result.Outcome is FunctionOutcome.Threw ? result.Message : null;
        return new ToolCallRecord
        {
            Name = tool.Name,
            ArgumentsLength = arguments.Length,
            ArgumentsPreview = TextCut.Head(arguments, PreviewLength),
            ResultPreview = error is null ? TextCut.Head(ValuePreview.Of(result.Value), PreviewLength) : "",
            Error = error,
            StartedAt = span.StartedAt,
            Duration = span.Duration,
        };
    }

    private async ValueTask<FunctionResult> InPlaceAsync(Tool tool, IReadOnlyList<JsonElement> arguments, CallSpan span, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            span.Start();
            return await InvokeAsync(tool, arguments, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            places.Release();
        }
    }

    private async ValueTask<FunctionResult> InvokeAsync(Tool tool, IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken)
    {
        if (ToolArguments.Bind(tool, arguments, out var problems) is not { } bound)
        {
            return FunctionResult.Throw($"{tool.Name}: {string.Join("; ", problems)}. Call it as {tool.CallShape}.");
        }

        try
        {
            if (tool.RequiresApproval && !await approval!(tool.Function, bound, cancellationToken).ConfigureAwait(false))
            {
                return FunctionResult.Throw($"{tool.Name}: the call was not approved. Do not repeat it; go on without.");
            }

            var given = new AIFunctionArguments(bound.ToDictionary(StringComparer.Ordinal)) { Services = services };
            var result = await tool.Function.InvokeAsync(given, cancellationToken).ConfigureAwait(false);
            return FunctionResult.Return(ToolResults.Convert(result, serializerOptions));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.ToolFailed(logger, tool.Name, exception);
            return FunctionResult.Throw($"{tool.Name} failed: {exception.Message}");
        }
    }
}
