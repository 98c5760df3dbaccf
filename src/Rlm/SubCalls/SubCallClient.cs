using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Rlm.Budgets;
using Rlm.Diagnostics;
using Rlm.Interpreters;
using Rlm.Json;
using Rlm.Trajectories;

namespace Rlm.SubCalls;

/// <summary>What came of one prompt: a text, or why there is none.</summary>
internal readonly record struct SubCallAnswer(string Text, string? Error);

/// <summary>Sends prompts to the sub-model, so many at a time, and records what they cost.</summary>
internal sealed class SubCallClient(
    IChatClient client, ChatOptions? options, int maxConcurrency, UsageLedger usage, TimeProvider timeProvider, ILogger logger) : IDisposable
{
    private const int PreviewLength = 200;

    private readonly SemaphoreSlim _places = new(maxConcurrency, maxConcurrency);

    public void Dispose() => _places.Dispose();

    /// <summary>Asks. A failure of the model is an answer; only cancellation is thrown.</summary>
    public async Task<SubCallAnswer> AskAsync(string function, string prompt, TurnRecording turn, int index, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        ChatResponse? response = null;
        SubCallAnswer answer;
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            response = await client.GetResponseAsync([new ChatMessage(ChatRole.User, prompt)], options?.Clone(), cancellationToken).ConfigureAwait(false);
            answer = Read(response);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.SubCallFailed(logger, function, exception);
            answer = new SubCallAnswer("", OneLine(exception));
        }
        finally
        {
            _places.Release();
        }

        var model = response is null ? null : ModelNames.Of(response, client);
        usage.Add(model ?? ModelNames.Unknown, response?.Usage);
        var duration = timeProvider.GetElapsedTime(started);
        Log.SubCallEnded(logger, function, prompt.Length, answer.Text.Length, duration);
        turn.EndSubCall(index, new SubCallRecord
        {
            Function = function,
            Model = model,
            PromptLength = prompt.Length,
            PromptPreview = TextCut.Head(prompt, PreviewLength),
            ResponseLength = answer.Text.Length,
            ResponsePreview = TextCut.Head(answer.Text, PreviewLength),
            Error = answer.Error,
            Duration = duration,
            Usage = response?.Usage,
        });
        return answer;
    }

    private static SubCallAnswer Read(ChatResponse? response)
    {
        if (response is null)
        {
            return new SubCallAnswer("", "the client gave no response");
        }

        var text = ThinkTags.Split(response.Text).Reply.Trim();
        if (text.Length > 0)
        {
            return new SubCallAnswer(text, null);
        }

        var kinds = response.Messages.SelectMany(message => message.Contents).Select(content => content.GetType().Name).Distinct(StringComparer.Ordinal).ToList();
        return new SubCallAnswer("", kinds.Count == 0 ? "the answer is empty" : $"the answer has no text, only {string.Join(", ", kinds)}");
    }

    private static string OneLine(Exception exception) => SingleLine.Of(exception.Message) is { Length: > 0 } message ? message : exception.GetType().Name;
}
