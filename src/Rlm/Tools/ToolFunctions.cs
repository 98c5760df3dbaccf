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
    IReadOnlyList<Tool> tools, JsonSerializerOptions serializerOptions, IServiceProvider? services, TimeProvider timeProvider, ILogger logger, Func<TurnRecording> recording)
{
    private const int PreviewLength = 500;

    public IEnumerable<InterpreterFunction> All() =>
        tools.Select(tool => new InterpreterFunction(tool.Name, (arguments, cancellationToken) => CallAsync(tool, arguments, cancellationToken)));

    private async ValueTask<FunctionResult> CallAsync(Tool tool, IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        var turn = recording();
        var index = turn.BeginToolCall();
        var shown = string.Join(", ", arguments.Select(argument => argument.ValueKind is JsonValueKind.Undefined ? "undefined" : JsonValues.Show(argument)));
        var result = await InvokeAsync(tool, arguments, cancellationToken).ConfigureAwait(false);
        var duration = timeProvider.GetElapsedTime(started);
        var error = result.Outcome is FunctionOutcome.Threw ? result.Message : null;
        Log.ToolCalled(logger, tool.Name, error is null ? "succeeded" : "failed", duration);
        turn.EndToolCall(index, new ToolCallRecord
        {
            Name = tool.Name,
            ArgumentsLength = shown.Length,
            ArgumentsPreview = TextCut.Head(shown, PreviewLength),
            ResultPreview = error is null ? TextCut.Head(ValuePreview.Of(result.Value), PreviewLength) : "",
            Error = error,
            Duration = duration,
        });
        return result;
    }

    private async ValueTask<FunctionResult> InvokeAsync(Tool tool, IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken)
    {
        if (ToolArguments.Bind(tool, arguments, out var problems) is not { } bound)
        {
            return FunctionResult.Throw($"{tool.Name}: {string.Join("; ", problems)}. Call it as {tool.CallShape}.");
        }

        try
        {
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
