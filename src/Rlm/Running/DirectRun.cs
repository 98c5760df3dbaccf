using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Rlm.Budgets;
using Rlm.Diagnostics;
using Rlm.Inputs;
using Rlm.Interpreters;
using Rlm.Prompts;
using Rlm.Replies;
using Rlm.Trajectories;

namespace Rlm.Running;

/// <summary>A run without a sandbox: the inputs go into the prompt, and the reply has the outputs. A reply that does not fit may be repaired once.</summary>
internal sealed class DirectRun
{
    private const int MostTurns = 2;
    private const string ReasoningKey = "reasoning";

    private readonly DirectSettings _settings;
    private readonly RunRequest _request;
    private readonly CancellationToken _cancellationToken;
    private readonly long _started;
    private readonly RunEvents _events;
    private readonly UsageLedger _usage = new();
    private readonly List<TrajectoryStep> _steps = [];

    private DirectRun(DirectSettings settings, RunRequest request, CancellationToken cancellationToken)
    {
        _settings = settings;
        _request = request;
        _cancellationToken = cancellationToken;
        _started = settings.TimeProvider.GetTimestamp();
        var telemetry = RunTelemetry.For(settings.Model, isChild: false, settings.EnableSensitiveData, settings.TimeProvider);
        _events = new RunEvents(settings.Logger, telemetry, request.Emit, cancellationToken);
    }

    private Trajectory Trajectory => new() { Steps = [.. _steps] };

    public static async Task<Prediction> ExecuteAsync(DirectSettings settings, RunRequest request, CancellationToken cancellationToken)
    {
        var run = new DirectRun(settings, request, cancellationToken);
        try
        {
            return await run.ExecuteAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is not RunException)
        {
            // Clients answer a cancellation with exceptions of many kinds.
            var cancelled = new RunCanceledException(run.Trajectory, exception, cancellationToken);
            run.Failed(cancelled);
            throw cancelled;
        }
        catch (Exception exception)
        {
            run.Failed(exception);
            throw;
        }
    }

    private async Task<Prediction> ExecuteAsync()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var inputs = await _request.Inputs.ReadAsync(_cancellationToken).ConfigureAwait(false);
        var texts = Texts(inputs);
        await _events.PublishAsync(new RunStartedUpdate(_settings.Signature, inputs)).ConfigureAwait(false);
        var conversation = new Conversation(_settings.Prompts.System, _settings.Prompts.Inputs(texts));
        for (var turn = 1; ; turn++)
        {
            var (reply, outputs, problems) = await TakeTurnAsync(turn, conversation).ConfigureAwait(false);
            if (outputs is not null)
            {
                return await FinishAsync(outputs).ConfigureAwait(false);
            }

            if (turn == MostTurns)
            {
                throw new InvalidReplyException($"The language model gave no valid answer in {MostTurns} replies: {string.Join("; ", problems)}.", Trajectory, reply, problems);
            }

            conversation.AddUser(PredictPrompts.Repair(problems));
        }
    }

    private void Failed(Exception exception) =>
        _events.Failed(_settings.Signature, exception, _settings.TimeProvider.GetElapsedTime(_started), _usage.ByModel());

    private List<string> Texts(IReadOnlyList<InterpreterVariable> inputs)
    {
        var limit = _settings.MaxInputLength;
        var texts = new List<string>();
        var problems = new List<string>();
        foreach (var input in inputs)
        {
            var text = ValueJson.Of(input.Value, limit);
            if (text is null || text.Length > limit)
            {
                var length = text is null ? $"far more than {Number(limit)}" : Number(text.Length);
                problems.Add($"'{input.Name}' has {length} characters, but only {Number(limit)} go into the prompt: use {nameof(RecursiveModule)} for inputs of any size, or raise {nameof(PredictOptions.MaxInputLength)}");
            }
            else
            {
                texts.Add(text);
            }
        }

        InputProblems.ThrowIfAny(problems, _request.Instance is null ? "inputs" : "input");
        return texts;
    }

    private async Task<(string Reply, BoundOutputs? Outputs, IReadOnlyList<string> Problems)> TakeTurnAsync(int turn, Conversation conversation)
    {
        await _events.PublishAsync(new TurnStartedUpdate(turn, MostTurns)).ConfigureAwait(false);
        var started = _settings.TimeProvider.GetTimestamp();
        var response = await AskAsync(turn, conversation).ConfigureAwait(false);
        conversation.AddReply(response);
        var (thought, text) = ThinkTags.Split(response.Text);
        var answer = FirstJsonValue.In(text);
        var reasoning = TakeReasoning(ref answer) ?? ReasoningOf(response, thought);
        await _events.PublishAsync(new ModelRepliedUpdate(turn, response.Text, reasoning)
        {
            Model = _settings.Model.ModelOf(response),
            Usage = response.Usage,
            Duration = _settings.TimeProvider.GetElapsedTime(started),
        }).ConfigureAwait(false);

        IReadOnlyList<string> problems = [];
        var outputs = answer is { } given ? _settings.Binder.Bind([given], _request.Instance, _request.Apply, out problems) : null;
        if (answer is null)
        {
            problems = [Textless(response, text)];
        }

        var step = new TrajectoryStep
        {
            Turn = turn,
            Model = _settings.Model.ModelOf(response),
            Reasoning = reasoning,
            Output = response.Text,
            Error = outputs is null ? string.Join("; ", problems) : null,
            Duration = _settings.TimeProvider.GetElapsedTime(started),
            Usage = response.Usage ?? new UsageDetails(),
        };
        _steps.Add(step);
        await _events.PublishAsync(new TurnFinishedUpdate(step)).ConfigureAwait(false);
        return (response.Text, outputs, problems);
    }

    private async Task<ChatResponse> AskAsync(int turn, Conversation conversation)
    {
        try
        {
            var response = await _settings.Model.Client.GetResponseAsync(conversation.Snapshot(), _settings.Model.Options?.Clone(), _cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The chat client gave no response.");
            _usage.Add(_settings.Model.ModelOf(response) ?? ModelEndpoint.UnknownModel, response.Usage, cost: 0);
            return response;
        }
        catch (Exception exception) when (!_cancellationToken.IsCancellationRequested)
        {
            throw new LanguageModelException($"The language model failed in turn {turn}: {exception.Message}", Trajectory, exception);
        }
    }

    /// <summary>Takes the reasoning that was asked for out of the answer, unless the signature has an output of that name.</summary>
    private string? TakeReasoning(ref JsonElement? answer)
    {
        if (!_settings.AsksForReasoning
            || answer is not { ValueKind: JsonValueKind.Object } given
            || !given.TryGetProperty(ReasoningKey, out var reasoning)
            || reasoning.ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        if (_settings.Signature.Outputs.All(output => output.Name != ReasoningKey))
        {
            answer = Json.JsonValues.Write(writer =>
            {
                writer.WriteStartObject();
                foreach (var property in given.EnumerateObject().Where(property => property.Name != ReasoningKey))
                {
                    property.WriteTo(writer);
                }

                writer.WriteEndObject();
            });
        }

        return string.IsNullOrWhiteSpace(reasoning.GetString()) ? null : reasoning.GetString()!.Trim();
    }

    /// <summary>What the model marked as its reasoning.</summary>
    private static string ReasoningOf(ChatResponse response, string thought)
    {
        var marked = string.Concat(response.Messages.SelectMany(message => message.Contents).OfType<TextReasoningContent>().Select(content => content.Text)).Trim();
        return marked.Length == 0 ? thought : thought.Length == 0 ? marked : $"{marked}\n\n{thought}";
    }

    private static string Textless(ChatResponse response, string text)
    {
        var problem = string.IsNullOrWhiteSpace(text) ? "the reply is empty" : "there is no JSON in the reply";
        return response.FinishReason == ChatFinishReason.Length ? $"{problem}: it was cut off at its length limit; be brief"
            : response.FinishReason == ChatFinishReason.ContentFilter ? $"{problem}: it was stopped by a content filter"
            : problem;
    }

    private async Task<Prediction> FinishAsync(BoundOutputs outputs)
    {
        var prediction = _request.Finish(new RunOutcome(
            outputs.Json, outputs.Result, Trajectory, _steps[^1].Reasoning, StopReason.Submitted, _usage.Total(), _usage.ByModel(), Cost: null, _settings.TimeProvider.GetElapsedTime(_started)));
        await _events.PublishAsync(new RunFinishedUpdate(prediction)).ConfigureAwait(false);
        return prediction;
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
