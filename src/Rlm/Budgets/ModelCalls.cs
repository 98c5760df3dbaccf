using Microsoft.Extensions.AI;

namespace Rlm.Budgets;

/// <summary>Sends a call of a model and accounts for it.</summary>
internal delegate Task<ChatResponse> SendCall(
    ModelEndpoint model, IList<ChatMessage> messages, Func<ChatResponseUpdate, ValueTask>? onText, CancellationToken cancellationToken);

/// <summary>Sends what a run sends to language models, and accounts for it.</summary>
internal sealed class ModelCalls(RunTree tree, UsageLedger usage)
{
    /// <summary>Sends a call that nothing else overlaps, as each turn of the first run of a tree is one.</summary>
    /// <remarks>With <paramref name="onText"/> the answer is streamed, and its parts go there.</remarks>
    public async Task<ChatResponse> SendAsync(
        ModelEndpoint model, IList<ChatMessage> messages, Func<ChatResponseUpdate, ValueTask>? onText, CancellationToken cancellationToken)
    {
        var response = await AnswerAsync(model, messages, onText, cancellationToken).ConfigureAwait(false);
        Account(model, messages, response);
        return response;
    }

    /// <summary>Sends a call that others may overlap: it waits for a place and reserves what it may use.</summary>
    /// <exception cref="BudgetRefusedException">What is left of a budget is not enough. Nothing was sent.</exception>
    public Task<ChatResponse> SendReservedAsync(
        ModelEndpoint model, IList<ChatMessage> messages, Func<ChatResponseUpdate, ValueTask>? onText, CancellationToken cancellationToken) =>
        SendReservedAsync(model, messages, onText, sending: null, cancellationToken);

    /// <summary>As the other, with an action that is run when the call has its place and is about to be sent.</summary>
    public Task<ChatResponse> SendReservedAsync(ModelEndpoint model, IList<ChatMessage> messages, Action sending, CancellationToken cancellationToken) =>
        SendReservedAsync(model, messages, onText: null, sending, cancellationToken);

    private async Task<ChatResponse> SendReservedAsync(
        ModelEndpoint model, IList<ChatMessage> messages, Func<ChatResponseUpdate, ValueTask>? onText, Action? sending, CancellationToken cancellationToken)
    {
        await tree.Places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var reservation = await tree.Ledger.ReserveAsync(CallEstimate.Before(model.Model, messages, model.Options), cancellationToken).ConfigureAwait(false);
            try
            {
                sending?.Invoke();
                return await SendAsync(model, messages, onText, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                tree.Ledger.Release(reservation);
            }
        }
        finally
        {
            tree.Places.Release();
        }
    }

    private void Account(ModelEndpoint model, IList<ChatMessage> messages, ChatResponse response)
    {
        var name = model.ModelOf(response) ?? ModelEndpoint.UnknownModel;
        var cost = tree.Ledger.Charge(name, response.Usage ?? CallEstimate.After(messages, response.Text));
        usage.Add(name, response.Usage, cost);
    }

    private static async Task<ChatResponse> AnswerAsync(
        ModelEndpoint model, IList<ChatMessage> messages, Func<ChatResponseUpdate, ValueTask>? onText, CancellationToken cancellationToken)
    {
        if (onText is not null)
        {
            var received = new List<ChatResponseUpdate>();
            try
            {
                await ReceiveAsync(model, messages, received, onText, cancellationToken).ConfigureAwait(false);
            }
            catch (NotSupportedException) when (received.Count == 0)
            {
                // A client that cannot stream is asked for the whole.
            }

            if (received.Count > 0)
            {
                return received.ToChatResponse();
            }
        }

        return await model.Client.GetResponseAsync(messages, model.Options?.Clone(), cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException("the chat client gave no response");
    }

    private static async Task ReceiveAsync(
        ModelEndpoint model, IList<ChatMessage> messages, List<ChatResponseUpdate> received, Func<ChatResponseUpdate, ValueTask> onText, CancellationToken cancellationToken)
    {
        // A mocked client gives null where nobody told it what to stream.
        if (model.Client.GetStreamingResponseAsync(messages, model.Options?.Clone(), cancellationToken) is not { } updates)
        {
            return;
        }

        await foreach (var update in updates.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            received.Add(update);
            await onText(update).ConfigureAwait(false);
        }
    }
}
