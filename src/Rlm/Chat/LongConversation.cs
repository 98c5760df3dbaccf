using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Rlm.Interpreters;
using Rlm.Json;
using Rlm.Prompts;

namespace Rlm.Chat;

/// <summary>A conversation laid out for a run: what of it the language model is shown, and what becomes variables.</summary>
internal sealed class LongConversation
{
    public const string Reply = "reply";
    private const string All = "conversation";
    private const int ExcerptLength = 3_000;

    /// <summary>Each variable is shown with a preview; the texts of the others are in <see cref="All"/> as well.</summary>
    private const int MostVariables = 20;

    private static readonly JsonElement Text = JsonElement.Parse("""{"type":"string"}""");
    private static readonly JsonElement Messages = JsonElement.Parse("""{"type":"array","items":{"type":"object","properties":{"role":{"type":"string"},"text":{"type":"string"}}}}""");

    private readonly List<Message> _messages = [];

    public LongConversation(IEnumerable<ChatMessage> messages, string? instructions)
    {
        if (!string.IsNullOrEmpty(instructions))
        {
            _messages.Add(new Message(1, ChatRole.System.Value, [instructions]));
        }

        foreach (var message in messages)
        {
            _messages.Add(new Message(_messages.Count + 1, message.Role.Value, [.. ChatText.Of(message)]));
        }

        Length = _messages.Sum(message => message.Parts.Sum(part => (long)part.Length));
    }

    /// <summary>The number of characters of all texts.</summary>
    public long Length { get; }

    /// <summary>Lays the conversation out.</summary>
    /// <param name="maxPromptLength">How many characters are shown in all.</param>
    /// <param name="maxMessageLength">How long a text is shown whole.</param>
    /// <param name="reply">The schema of the reply, or null for text.</param>
    public (Signature Signature, IReadOnlyDictionary<string, object?> Inputs) LayOut(int maxPromptLength, int maxMessageLength, JsonElement? reply)
    {
        var variables = Variables(maxMessageLength);
        var fields = variables.Select(variable => Input(variable.Name, Text, $"A text of message {Number(variable.Message.Number)} ({variable.Message.Role}).")).ToList();
        fields.Add(Input(All, Messages, "All messages."));

        var inputs = variables.ToDictionary(variable => variable.Name, variable => (object?)variable.Message.Parts[variable.Part], StringComparer.Ordinal);
        inputs[All] = _messages.ConvertAll(message => new Dictionary<string, object?>(StringComparer.Ordinal) { ["role"] = message.Role, ["text"] = message.Text });

        var transcript = Transcript(variables, maxPromptLength, maxMessageLength);
        var output = new SignatureField(FieldKind.Output, Reply, reply ?? Text, isOptional: false, "The reply of the assistant.");
        return (new Signature(All, PromptTexts.Conversation.Fill(("transcript", transcript)), fields, [output]), inputs);
    }

    private static SignatureField Input(string name, JsonElement schema, string description) => new(FieldKind.Input, name, schema, isOptional: false, description);

    /// <summary>The last of the long texts, in their order.</summary>
    private List<Variable> Variables(int maxMessageLength)
    {
        var variables = new List<Variable>();
        foreach (var message in _messages)
        {
            var isOnly = message.Parts.Count(part => part.Length > maxMessageLength) == 1;
            for (var part = 0; part < message.Parts.Count; part++)
            {
                if (message.Parts[part].Length > maxMessageLength)
                {
                    var suffix = isOnly ? "" : $"_{Number(part + 1)}";
                    variables.Add(new Variable($"message{Number(message.Number)}{suffix}", message, part));
                }
            }
        }

        return [.. variables.TakeLast(MostVariables)];
    }

    private string Transcript(List<Variable> variables, int maxPromptLength, int maxMessageLength)
    {
        var shown = Shown(maxPromptLength, maxMessageLength);
        var text = new StringBuilder();
        var firstHidden = 0;
        foreach (var message in _messages)
        {
            if (!shown.Contains(message))
            {
                firstHidden = firstHidden == 0 ? message.Number : firstHidden;
                continue;
            }

            AppendHidden(text, firstHidden, message.Number - 1);
            firstHidden = 0;
            Append(text, message, variables, maxMessageLength);
        }

        AppendHidden(text, firstHidden, _messages.Count);
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>What the system says and then the latest messages, as far as there is room. The last message is always shown.</summary>
    private HashSet<Message> Shown(int maxPromptLength, int maxMessageLength)
    {
        var shown = new HashSet<Message>();
        long left = maxPromptLength;
        var bySystem = _messages.Where(message => message.Role == ChatRole.System.Value);
        var latest = _messages.Where(message => message.Role != ChatRole.System.Value).Reverse().ToList();
        foreach (var message in latest.Take(1).Concat(bySystem).Concat(latest.Skip(1)))
        {
            left -= message.Parts.Sum(part => (long)Math.Min(part.Length, Math.Max(maxMessageLength, ExcerptLength)));
            if (left < 0 && shown.Count > 0)
            {
                break;
            }

            shown.Add(message);
        }

        return shown;
    }

    private static void AppendHidden(StringBuilder text, int first, int last)
    {
        if (first > 0)
        {
            text.Append(first == last ? $"Message {Number(first)}" : $"Messages {Number(first)} to {Number(last)}").Append(": not shown; see `conversation`.\n\n");
        }
    }

    private static void Append(StringBuilder text, Message message, List<Variable> variables, int maxMessageLength)
    {
        text.Append(CultureInfo.InvariantCulture, $"Message {message.Number}, {SingleLine.Of(message.Role)}:\n");
        for (var part = 0; part < message.Parts.Count; part++)
        {
            var content = message.Parts[part];
            if (content.Length > maxMessageLength)
            {
                var place = variables.Find(variable => variable.Message == message && variable.Part == part) is { } variable
                    ? $"`{variable.Name}`"
                    : $"`conversation[{Number(message.Number - 1)}].text`";
                text.Append(CultureInfo.InvariantCulture, $"({Counted.Of(content.Length, "character")}, in full in {place})\n");
                content = TextCut.Middle(content, Math.Min(maxMessageLength, ExcerptLength));
            }

            text.Append(DataFence.Around(content)).Append('\n');
        }

        text.Append('\n');
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Message(int Number, string Role, IReadOnlyList<string> Parts)
    {
        /// <summary>All parts. A single one is not copied.</summary>
        public string Text => field ??= Parts.Count == 1 ? Parts[0] : string.Join("\n\n", Parts);
    }

    private sealed record Variable(string Name, Message Message, int Part);
}
