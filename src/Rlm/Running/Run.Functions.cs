using System.Text.Json;
using Rlm.Signatures;
using Rlm.SubCalls;
using Rlm.Tools;

namespace Rlm.Running;

/// <summary>What the code of a run can call.</summary>
internal sealed partial class Run
{
    private async Task StartInterpreterAsync()
    {
        try
        {
            _interpreter = RunInterpreter.For(_request.Session, _settings);
            await _interpreter.StartAsync(_inputs, [.. Functions()], _token).ConfigureAwait(false);
        }
        catch (Exception exception) when (!_token.IsCancellationRequested)
        {
            throw new InterpreterException($"The interpreter could not be started: {exception.Message}", TrajectorySoFar(null), exception);
        }
    }

    private IEnumerable<InterpreterFunction> Functions()
    {
        var subCalls = new SubCallFunctions(_tree.Ledger, _settings.TimeProvider, Recording);
        var completions = new Completions(_calls, _settings.SubModels);
        var prompts = new SubCallArguments(_settings.SubModels, _settings.Limits.MaxSubPromptLength);
        AnswerSubCall complete = (call, cancellationToken) => completions.AnswerAsync(call, cancellationToken);
        yield return subCalls.One(ReservedNames.LlmQuery, prompts, complete);
        yield return subCalls.Many(ReservedNames.LlmQueryBatched, prompts, complete);

        var tasks = _settings.HasChildren ? new SubCallArguments(_settings.SubModels, maxPromptLength: null) : prompts;
        AnswerSubCall delegated = _settings.HasChildren ? RunChildAsync : complete;
        yield return subCalls.One(ReservedNames.RlmQuery, tasks, delegated);
        yield return subCalls.Many(ReservedNames.RlmQueryBatched, tasks, delegated);

        foreach (var tool in _settings.Tools.Functions(_settings.SerializerOptions, _settings.Services, _settings.TimeProvider, Recording))
        {
            yield return tool;
        }

        yield return new InterpreterFunction(ReservedNames.Submit, SubmitAsync);
    }

    /// <summary>The recording of the turn that is going on. Code runs in no other time than that of a turn.</summary>
    private Trajectories.TurnRecording Recording() => _openStep!.Recording;

    /// <summary>Takes what SUBMIT was called with. The first valid submission counts.</summary>
    private async ValueTask<FunctionResult> SubmitAsync(IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken)
    {
        if (_submission is not null)
        {
            return FunctionResult.EndExecution();
        }

        _submission = Bind(arguments, out var problems);
        if (_submission is not null)
        {
            return FunctionResult.EndExecution();
        }

        await Recording().SubmissionRejectedAsync(problems).ConfigureAwait(false);
        var expected = string.Join(", ", _settings.Signature.Outputs);
        return FunctionResult.Throw($"SUBMIT refused: {string.Join("; ", problems)}. Call it as SUBMIT({{ {expected} }}).");
    }

    private BoundOutputs? Bind(IReadOnlyList<JsonElement> arguments, out IReadOnlyList<string> problems) =>
        _settings.Binder.Bind(arguments, _request.Instance, _request.Apply, out problems);
}
