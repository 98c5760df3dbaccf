using System.Globalization;
using System.Text.Json;
using Rlm.Budgets;
using Rlm.Signatures;
using Rlm.Trajectories;

namespace Rlm.SubCalls;

/// <summary>The functions by which the code asks the sub-model: it checks their arguments, reserves the calls and collects the answers.</summary>
internal sealed class SubCallFunctions(SubCallClient client, SubCallLedger ledger, int maxPromptLength, Func<TurnRecording> recording)
{
    private const string FailedSlotPrefix = "[ERROR] ";

    public IEnumerable<InterpreterFunction> All()
    {
        yield return new(ReservedNames.LlmQuery, (arguments, cancellationToken) => QueryAsync(ReservedNames.LlmQuery, arguments, cancellationToken));
        yield return new(ReservedNames.LlmQueryBatched, (arguments, cancellationToken) => QueryBatchedAsync(ReservedNames.LlmQueryBatched, arguments, cancellationToken));
        yield return new(ReservedNames.RlmQuery, (arguments, cancellationToken) => QueryAsync(ReservedNames.RlmQuery, arguments, cancellationToken));
        yield return new(ReservedNames.RlmQueryBatched, (arguments, cancellationToken) => QueryBatchedAsync(ReservedNames.RlmQueryBatched, arguments, cancellationToken));
    }

    private async ValueTask<FunctionResult> QueryAsync(string function, IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken)
    {
        if (arguments.Count == 0 || arguments[0].ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return FunctionResult.Throw($"{function} needs a prompt: {function}(prompt, context?).");
        }

        if (arguments[0].ValueKind is not JsonValueKind.String)
        {
            return FunctionResult.Throw(arguments[0].ValueKind is JsonValueKind.Array
                ? $"{function} takes one prompt as a string; for several prompts use {function}_batched(prompts)."
                : $"{function} takes its prompt as a string, but got {NameOf(arguments[0])}.");
        }

        if (arguments.Skip(2).Any(argument => argument.ValueKind is not JsonValueKind.Undefined))
        {
            return FunctionResult.Throw($"{function} takes a prompt and a context, and no further arguments.");
        }

        var prompt = arguments[0].GetString()!;
        if (string.IsNullOrWhiteSpace(prompt))
        {
            return FunctionResult.Throw($"{function}: the prompt is empty. Nothing was sent, and nothing was counted.");
        }

        prompt = WithContext(prompt, arguments.Count > 1 ? arguments[1] : default);
        if (prompt.Length > maxPromptLength)
        {
            return FunctionResult.Throw($"{function}: {TooLong(prompt.Length)}");
        }

        if (!ledger.TryReserve(1))
        {
            return FunctionResult.Throw($"{function}: {OverLimit(1)}");
        }

        var turn = recording();
        var answer = await client.AskAsync(function, prompt, turn, turn.BeginSubCall(), cancellationToken).ConfigureAwait(false);
        return answer.Error is null ? FunctionResult.Return(answer.Text) : FunctionResult.Throw($"{function} failed: {answer.Error}");
    }

    private async ValueTask<FunctionResult> QueryBatchedAsync(string function, IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken)
    {
        if (arguments.Count == 0 || arguments[0].ValueKind is not JsonValueKind.Array)
        {
            return FunctionResult.Throw($"{function} takes an array of strings: {function}([prompt, …]).");
        }

        if (arguments.Skip(1).Any(argument => argument.ValueKind is not JsonValueKind.Undefined))
        {
            return FunctionResult.Throw($"{function} takes an array of prompts, and no further arguments; put the context into each prompt.");
        }

        if (PromptsOf(arguments[0], out var prompts) is { } problem)
        {
            return FunctionResult.Throw($"{function}: {problem} Nothing was sent, and nothing was counted.");
        }

        if (prompts.Count == 0)
        {
            return FunctionResult.Return(Array.Empty<object?>());
        }

        if (!ledger.TryReserve(prompts.Count))
        {
            return FunctionResult.Throw($"{function}: {OverLimit(prompts.Count)}");
        }

        var turn = recording();
        var calls = prompts.Select(prompt => (Prompt: prompt, Index: turn.BeginSubCall())).ToList();
        var answers = await Task.WhenAll(calls.Select(call => client.AskAsync(function, call.Prompt, turn, call.Index, cancellationToken))).ConfigureAwait(false);
        NoteFailures(function, answers, turn);
        return FunctionResult.Return(Array.ConvertAll(answers, answer => (object?)(answer.Error is null ? answer.Text : FailedSlotPrefix + answer.Error)));
    }

    /// <summary>Reads the prompts; returns everything that is wrong with them, or null.</summary>
    private string? PromptsOf(JsonElement array, out List<string> prompts)
    {
        prompts = [];
        var problems = new List<string>();
        var index = 0;
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind is not JsonValueKind.String)
            {
                problems.Add($"Prompt {Number(index)} is {NameOf(item)}, not a string.");
            }
            else if (item.GetString() is var prompt && string.IsNullOrWhiteSpace(prompt))
            {
                problems.Add($"Prompt {Number(index)} is empty.");
            }
            else if (prompt.Length > maxPromptLength)
            {
                problems.Add($"Prompt {Number(index)}: {TooLong(prompt.Length)}");
            }
            else
            {
                prompts.Add(prompt);
            }

            index++;
        }

        const int MostThatHelp = 5;
        return problems.Count switch
        {
            0 => null,
            <= MostThatHelp => string.Join(' ', problems),
            _ => $"{string.Join(' ', problems.Take(MostThatHelp))} {Number(problems.Count - MostThatHelp)} more prompts are wrong.",
        };
    }

    private static void NoteFailures(string function, SubCallAnswer[] answers, TurnRecording turn)
    {
        const int MostThatHelp = 10;
        var failed = Enumerable.Range(0, answers.Length).Where(index => answers[index].Error is not null).ToList();
        if (failed.Count > 0)
        {
            var more = failed.Count > MostThatHelp ? $" and {Number(failed.Count - MostThatHelp)} more" : "";
            turn.AddFailedSlots($"{function} at {(failed.Count == 1 ? "index" : "indices")} {string.Join(", ", failed.Take(MostThatHelp).Select(Number))}{more} ({answers[failed[0]].Error})");
        }
    }

    private static string WithContext(string prompt, JsonElement context) => context.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => prompt,
        JsonValueKind.String => $"{prompt}\n\n{context.GetString()}",
        _ => $"{prompt}\n\n{context.GetRawText()}",
    };

    private string TooLong(int length) =>
        $"the prompt has {Number(length)} characters, but at most {Number(maxPromptLength)} are allowed. Split the text into parts and ask about each.";

    private string OverLimit(int wanted) => ledger.Left == 0
        ? $"all {Number(ledger.Limit)} sub-calls of this run are used. Nothing was sent. Go on with what you have, and with code."
        : $"this needs {Number(wanted)} sub-calls, but only {Number(ledger.Left)} of {Number(ledger.Limit)} are left. Nothing was sent, and nothing was counted. Put more text into fewer prompts.";

    private static string NameOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Null => "null",
        JsonValueKind.Undefined => "undefined",
        _ => "a string",
    };

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
