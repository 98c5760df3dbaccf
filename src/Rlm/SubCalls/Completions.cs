using System.Text.Json;
using Microsoft.Extensions.AI;
using Rlm.Budgets;
using Rlm.Json;
using Rlm.Prompts;
using Rlm.Replies;

namespace Rlm.SubCalls;

/// <summary>Answers questions by one completion of a model each; with a schema, by a second one if the first does not fit it.</summary>
internal sealed class Completions(ModelCalls calls, SubModels models)
{
    /// <summary>Asks. A failure of the model and a used-up budget are answers; only cancellation is thrown.</summary>
    public async Task<SubCallAnswer> AnswerAsync(OpenSubCall call, CancellationToken cancellationToken)
    {
        var usage = new UsageDetails();
        try
        {
            return call.Request.Schema is { } schema
                ? await AnswerInShapeAsync(call, schema, usage, cancellationToken).ConfigureAwait(false)
                : await AskAsync(call, [new ChatMessage(ChatRole.User, call.Request.Text)], usage, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new SubCallAnswer { Error = OneLine(exception), Usage = usage };
        }
    }

    private async Task<SubCallAnswer> AnswerInShapeAsync(OpenSubCall call, JsonElement schema, UsageDetails usage, CancellationToken cancellationToken)
    {
        var messages = new List<ChatMessage> { new(ChatRole.User, PromptTexts.Notice("schema", ("prompt", call.Request.Text), ("schema", schema.GetRawText()))) };
        var answer = await AskAsync(call, messages, usage, cancellationToken).ConfigureAwait(false);
        if (answer.Error is not null)
        {
            return answer;
        }

        if (Fit(answer, schema, out var problems) is { } fitting)
        {
            return fitting;
        }

        messages.Add(new ChatMessage(ChatRole.Assistant, answer.Text));
        messages.Add(new ChatMessage(ChatRole.User, PromptTexts.Notice("schema-repair", ("problems", problems))));
        answer = await AskAsync(call, messages, usage, cancellationToken).ConfigureAwait(false);
        if (answer.Error is not null)
        {
            return answer;
        }

        return Fit(answer, schema, out problems) ?? answer with { Error = $"the answer does not fit the schema, and neither did the one before: {problems}" };
    }

    private static SubCallAnswer? Fit(SubCallAnswer answer, JsonElement schema, out string problems)
    {
        if (FirstJsonValue.In(answer.Text, schema) is not { } json)
        {
            problems = "there is no JSON in it";
            return null;
        }

        var coerced = SchemaCoercion.Coerce(json, schema, schema, "the answer", out var mismatches);
        problems = string.Join("; ", mismatches);
        return coerced is { } value ? answer with { Value = value } : null;
    }

    private async Task<SubCallAnswer> AskAsync(OpenSubCall call, IList<ChatMessage> messages, UsageDetails usage, CancellationToken cancellationToken)
    {
        var model = call.Request.Model ?? models.Default;
        var response = await calls.SendReservedAsync(model, [.. messages], call.HasPlace, cancellationToken).ConfigureAwait(false);
        if (response.Usage is not null)
        {
            usage.Add(response.Usage);
        }

        var text = ThinkTags.Split(response.Text).Reply.Trim();
        return new SubCallAnswer
        {
            Value = text,
            Text = text,
            Model = model.ModelOf(response),
            Usage = usage,
            Error = text.Length > 0 ? null : Textless(response),
        };
    }

    private static string Textless(ChatResponse response)
    {
        var kinds = response.Messages.SelectMany(message => message.Contents).Select(content => content.GetType().Name).Distinct(StringComparer.Ordinal).ToList();
        return kinds.Count == 0 ? "the answer is empty" : $"the answer has no text, only {string.Join(", ", kinds)}";
    }

    private static string OneLine(Exception exception) => SingleLine.Of(exception.Message) is { Length: > 0 } message ? message : exception.GetType().Name;
}
