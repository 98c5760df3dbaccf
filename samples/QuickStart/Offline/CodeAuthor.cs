using System.Text.Json;
using QuickStart.Offline.Questions;

namespace QuickStart.Offline;

/// <summary>Decides what to do next from what the conversation shows: look, compute and check, try again, or submit.</summary>
internal static class CodeAuthor
{
    private const int MostErrors = 2;

    public static string Reply(Conversation conversation)
    {
        var question = new QuestionText(conversation.Question);
        var seen = Exploration.Read(conversation.Turns);
        var plan = QuestionKinds.Read(question, ignoreCase: seen?.OnlyInAnotherCase ?? false);
        if (conversation.AsksForJson)
        {
            var answer = conversation.Turns.Select(turn => turn.Answer).LastOrDefault(text => text is not null);
            return JsonSerializer.Serialize(new Dictionary<string, string> { [conversation.AnswerName] = answer ?? "The turns ran out before the code had computed an answer." });
        }

        if (conversation.Items is null)
        {
            return Submit(conversation, "No variable looks like a list of files.", "I can only work on a list of items that have a path and a text, and I see none among the variables.");
        }

        return plan is null
            ? Submit(conversation, "These words fit none of the kinds of questions that I know.", QuestionKinds.NotUnderstood(conversation.Question))
            : Next(conversation, conversation.Items, plan, seen);
    }

    private static string Next(Conversation conversation, ItemsVariable items, Plan plan, Exploration? seen)
    {
        var last = conversation.Turns.Count > 0 ? conversation.Turns[^1] : null;
        var errors = conversation.Turns.Count(turn => turn.Error is not null);
        if (last?.Answer is not null)
        {
            return last.Value("check") == "agrees"
                ? SubmitComputed(conversation, "Both ways of computing it agree. I submit what the code computed.", "answer")
                : SubmitComputed(conversation, "The two ways of computing it do not agree. I submit the first and say so.", "`${answer} (A second way of computing this gave something else.)`");
        }

        if (errors >= MostErrors && last?.Error is { } lastError)
        {
            return Submit(conversation, "My rules have no further way to try.", $"I could not compute this: {lastError}");
        }

        if (last is { Error: not null, Submits: true } && conversation.Turns.Any(turn => turn.Answer is not null))
        {
            const int ShortLength = 200;
            return SubmitComputed(conversation, $"The answer was refused: {last.Error} I submit its beginning.", $"String(answer).slice(0, {ShortLength})");
        }

        if (last?.Error is { } error)
        {
            var isLimit = error.StartsWith("Stopped:", StringComparison.Ordinal);
            return Compute(
                conversation,
                items,
                plan,
                seen,
                isLimit ? $"The code was stopped by a limit ({error}). I look at fewer files." : $"That failed: {error} I try again, and go on where a single file fails.",
                isLimit ? CodeStyle.HalfOfTheFiles : CodeStyle.FileByFile);
        }

        if (seen is null && !conversation.IsLastTurn)
        {
            return Write($"{plan.Approach} First I look at what there is.", Exploration.Code(items, plan.Subject));
        }

        var found = seen is null ? "" : $"There are {seen.Describe()}. {SubjectNote(plan, seen)}";
        return Compute(conversation, items, plan, seen, $"{found}{plan.Approach} Then I compute it a second way, to check.", CodeStyle.Plain);
    }

    private static string SubjectNote(Plan plan, Exploration seen) =>
        seen.OnlyInAnotherCase ? $"\"{plan.Subject}\" is nowhere written like this, but in {Plural.Of(seen.InAnyCase!.Value, "file")} in another case, so I ignore case. " : "";

    private static string Compute(Conversation conversation, ItemsVariable items, Plan plan, Exploration? seen, string reasoning, CodeStyle style)
    {
        var code = plan.Code(items, seen, style);
        return conversation.IsLastTurn
            ? Write($"{reasoning} It is the last turn, so I submit at once.", $"{code}\n{SubmitCall(conversation, "answer")}")
            : Write(reasoning, code);
    }

    private static string SubmitComputed(Conversation conversation, string reasoning, string expression) => Write(reasoning, SubmitCall(conversation, expression));

    private static string Submit(Conversation conversation, string reasoning, string answer) => Write(reasoning, SubmitCall(conversation, JavaScript.Quote(answer)));

    private static string SubmitCall(Conversation conversation, string expression) =>
        conversation.AnswerName == expression ? $"SUBMIT({{ {expression} }});" : $"SUBMIT({{ {conversation.AnswerName}: {expression} }});";

    private static string Write(string reasoning, string code) => $"{reasoning}\n\n```js\n{code}\n```";
}
