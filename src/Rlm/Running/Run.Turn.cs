using Microsoft.Extensions.AI;
using Rlm.Diagnostics;
using Rlm.Prompts;
using Rlm.SubCalls;

namespace Rlm.Running;

/// <summary>One turn.</summary>
internal sealed partial class Run
{
    private async Task<TurnReport> TakeTurnAsync(int turn, Conversation conversation)
    {
        var step = _openStep = new OpenStep(turn, _settings.TimeProvider.GetTimestamp());
        _recording = step.Recording;
        await EmitAsync(new TurnStartedUpdate(turn, _settings.Limits.MaxIterations)).ConfigureAwait(false);

        var response = await AskAsync(turn, conversation).ConfigureAwait(false);
        conversation.AddReply(response);
        var reply = ReplyReader.Read(response.Text, ReasoningOf(response));
        step.HasReply = true;
        step.RootUsage = response.Usage;
        step.Reasoning = reply.Reasoning;
        await EmitAsync(new ModelRepliedUpdate(turn, response.Text, reply.Reasoning)).ConfigureAwait(false);

        var report = await RunReplyAsync(step, reply).ConfigureAwait(false);
        step.Output = report.Error == report.Text ? report.Text : report.Body;
        step.Error = report.Error;
        var closed = step.Close(_settings.TimeProvider);
        _steps.Add(closed);
        _openStep = null;
        await EmitAsync(new TurnFinishedUpdate(closed)).ConfigureAwait(false);
        return report;
    }

    private async Task<ChatResponse> AskAsync(int turn, Conversation conversation)
    {
        Log.TurnStarted(_settings.Logger, turn, conversation.Count);
        var asked = _settings.TimeProvider.GetTimestamp();
        try
        {
            var response = await _settings.Client.GetResponseAsync(conversation.Snapshot(), _settings.ChatOptions?.Clone(), _cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The chat client gave no response.");
            _usage.Add(ModelNames.Of(response, _settings.Client) ?? ModelNames.Unknown, response.Usage);
            Log.ReplyReceived(_settings.Logger, turn, response.Text.Length, _settings.TimeProvider.GetElapsedTime(asked));
            Log.ReplyContent(_settings.Logger, turn, response.Text);
            return response;
        }
        catch (Exception exception) when (!_cancellationToken.IsCancellationRequested)
        {
            throw new LanguageModelException($"The language model failed in turn {turn}: {exception.Message}", TrajectorySoFar(null), exception);
        }
    }

    private static string ReasoningOf(ChatResponse response) =>
        string.Concat(response.Messages.SelectMany(message => message.Contents).OfType<TextReasoningContent>().Select(content => content.Text));

    private async Task<TurnReport> RunReplyAsync(OpenStep step, Reply reply)
    {
        switch (reply.Kind)
        {
            case ReplyKind.Empty:
                return PromptBuilder.NothingRan(step.Turn, "empty-reply");
            case ReplyKind.EmptyBlock:
                return PromptBuilder.NothingRan(step.Turn, "empty-block");
            case ReplyKind.WrongLanguage:
                return PromptBuilder.NothingRan(step.Turn, "wrong-language", reply.Language);
            default:
                break;
        }

        step.Code = reply.Code;
        await EmitAsync(new CodeStartedUpdate(step.Turn, reply.Code)).ConfigureAwait(false);
        var result = await RunCodeAsync(step.Turn, reply.Code).ConfigureAwait(false);
        if (reply.Kind is ReplyKind.WholeReply && result.Error is { IsParseError: true })
        {
            // It was prose.
            step.Code = null;
            step.Reasoning = step.Reasoning.Length == 0 ? reply.Code : $"{step.Reasoning}\n\n{reply.Code}";
            return PromptBuilder.NothingRan(step.Turn, "no-code");
        }

        foreach (var variable in result.NewVariables)
        {
            _liveVariables[variable.Name] = variable;
        }

        return _settings.Prompts.Ran(step.Turn, result, reply.BlockCount, step.Recording.FailedSlots());
    }

    private async Task<ExecutionResult> RunCodeAsync(int turn, string code)
    {
        try
        {
            var result = await _interpreter!.ExecuteAsync(code, _cancellationToken).ConfigureAwait(false);
            Log.CodeRan(_settings.Logger, turn, code.Length, result.Output.Length, result.Usage.Duration, result.Stop, result.Error?.Name);
            return result;
        }
        catch (Exception exception) when (!_cancellationToken.IsCancellationRequested)
        {
            throw new InterpreterException(
                $"The interpreter failed in turn {turn}: {exception.Message}", TrajectorySoFar($"The interpreter failed: {exception.Message}"), exception);
        }
    }
}
