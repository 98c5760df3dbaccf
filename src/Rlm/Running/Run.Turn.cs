using Microsoft.Extensions.AI;
using Rlm.Budgets;
using Rlm.Prompts;
using Rlm.Replies;
using Rlm.Trajectories;

namespace Rlm.Running;

/// <summary>One turn.</summary>
internal sealed partial class Run
{
    private async Task<TurnReport> TakeTurnAsync(int turn, Conversation conversation)
    {
        var step = _openStep = new OpenStep(new TurnRecording(turn, _events.PublishAsync), _settings.TimeProvider.GetTimestamp());
        await _events.PublishAsync(new TurnStartedUpdate(turn, _settings.Limits.MaxIterations)).ConfigureAwait(false);

        var response = await AskAsync(turn, conversation).ConfigureAwait(false);
        conversation.AddReply(response.Answer);
        var reply = ReplyReader.Read(response.Answer.Text, ReasoningOf(response.Answer));
        step.HasReply = true;
        step.Model = _settings.Model.ModelOf(response.Answer);
        step.RootUsage = response.Answer.Usage;
        step.Reasoning = reply.Reasoning;
        await _events.PublishAsync(new ModelRepliedUpdate(turn, response.Answer.Text, reply.Reasoning)
        {
            Model = step.Model,
            Usage = response.Answer.Usage,
            Duration = response.Duration,
        }).ConfigureAwait(false);

        var report = await RunReplyAsync(step, reply).ConfigureAwait(false);
        step.Output = report.Error == report.Text ? report.Text : report.Body;
        _errorsInARow = report.Error is null ? 0 : _errorsInARow + 1;
        await CloseStepAsync(report.Error).ConfigureAwait(false);
        return report;
    }

    private async ValueTask CloseStepAsync(string? error)
    {
        if (_openStep is not { } open)
        {
            return;
        }

        open.Error = error;
        var closed = open.Close(_settings.TimeProvider);
        lock (_stepsLock)
        {
            _openStep = null;
            if (open.HasReply)
            {
                _steps.Add(closed);
            }
        }

        if (open.HasReply)
        {
            await _events.PublishAsync(new TurnFinishedUpdate(closed)).ConfigureAwait(false);
        }
    }

    private async Task<(ChatResponse Answer, TimeSpan Duration)> AskAsync(int turn, Conversation conversation)
    {
        var asked = _settings.TimeProvider.GetTimestamp();
        try
        {
            // Children overlap each other and the sub-calls of their siblings; the first run of a tree waits alone.
            var send = IsChild ? _calls.SendReservedAsync : (SendCall)_calls.SendAsync;
            var answer = await send(_settings.Model, conversation.Snapshot(), TextOf(turn), _token).ConfigureAwait(false);
            return (answer, _settings.TimeProvider.GetElapsedTime(asked));
        }
        catch (BudgetRefusedException exception)
        {
            throw new LimitReachedException($"Turn {turn} was not begun: {exception.Message}.", TrajectorySoFar(null), exception.Limit);
        }
        catch (Exception exception) when (!_token.IsCancellationRequested)
        {
            throw new LanguageModelException($"The language model failed in turn {turn}: {exception.Message}", TrajectorySoFar(null), exception);
        }
    }

    /// <summary>Tells of the parts of the reply as they come, if anybody listens.</summary>
    private Func<ChatResponseUpdate, ValueTask>? TextOf(int turn) => !_events.HasListener ? null : async update =>
    {
        foreach (var content in update.Contents)
        {
            var (text, isReasoning) = content switch
            {
                TextContent part => (part.Text, false),
                TextReasoningContent part => (part.Text, true),
                _ => ("", false),
            };
            if (!string.IsNullOrEmpty(text))
            {
                await _events.PublishAsync(new ModelTextUpdate(turn, text, isReasoning)).ConfigureAwait(false);
            }
        }
    };

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
        await _events.PublishAsync(new CodeStartedUpdate(step.Turn, reply.Code)).ConfigureAwait(false);
        var result = await RunCodeAsync(step.Turn, reply.Code).ConfigureAwait(false);
        await _events.PublishAsync(new CodeFinishedUpdate(step.Turn, result)).ConfigureAwait(false);
        if (reply.Kind is ReplyKind.WholeReply && result.Error is { IsParseError: true })
        {
            // It was prose.
            step.Code = null;
            step.Reasoning = step.Reasoning.Length == 0 ? reply.Code : $"{step.Reasoning}\n\n{reply.Code}";
            return PromptBuilder.NothingRan(step.Turn, "no-code");
        }

        return _settings.Prompts.Ran(step.Turn, result, reply.BlockCount, step.Recording.FailedSlots());
    }

    private async Task<ExecutionResult> RunCodeAsync(int turn, string code)
    {
        try
        {
            return await _interpreter!.ExecuteAsync(code, _token).ConfigureAwait(false);
        }
        catch (Exception exception) when (!_token.IsCancellationRequested)
        {
            throw new InterpreterException(
                $"The interpreter failed in turn {turn}: {exception.Message}", TrajectorySoFar($"The interpreter failed: {exception.Message}"), exception);
        }
    }
}
