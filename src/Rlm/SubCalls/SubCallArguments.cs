using System.Globalization;
using System.Text.Json;
using Rlm.Budgets;
using Rlm.Json;

namespace Rlm.SubCalls;

/// <summary>Reads the arguments of the sub-call functions. What is wrong with them becomes a <see cref="SubCallArgumentException"/>: nothing was sent, and nothing counted.</summary>
/// <param name="models">The models that the code can choose from.</param>
/// <param name="maxPromptLength">How long a prompt with its context may be; null where the context is no part of a prompt.</param>
internal sealed class SubCallArguments(SubModels models, int? maxPromptLength)
{
    private const int MostProblemsThatHelp = 5;
    private const string NothingSent = "Nothing was sent, and nothing was counted.";

    /// <summary>Reads <c>(prompt, context?, options?)</c>. An object as the second of two arguments is the options if it has no other keys than they have.</summary>
    public SubCallRequest ReadOne(string function, IReadOnlyList<JsonElement> arguments)
    {
        var given = WithoutTrailingUndefined(arguments);
        if (given.Count == 0 || given[0].ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            throw new SubCallArgumentException($"{function} needs a prompt: {function}(prompt, context?).");
        }

        if (given[0].ValueKind is not JsonValueKind.String)
        {
            throw new SubCallArgumentException(given[0].ValueKind is JsonValueKind.Array
                ? $"{function} takes one prompt as a string; for several prompts use {function}_batched(prompts)."
                : $"{function} takes its prompt as a string, but got {NameOf(given[0])}.");
        }

        if (given.Count > 3)
        {
            throw new SubCallArgumentException($"{function} takes a prompt, a context and options, and no further arguments.");
        }

        var hasOptionsOnly = given.Count == 2 && SubCallOptions.LooksLike(given[1]);
        var options = ReadOptions(function, hasOptionsOnly ? given[1] : given.Count == 3 ? given[2] : default);
        var context = hasOptionsOnly || given.Count < 2 ? options.Context : given[1];
        var request = new SubCallRequest(function, given[0].GetString()!, context, options.Model, options.Schema);
        return ProblemWith(request) is { } problem ? throw new SubCallArgumentException($"{function}: the prompt {problem} {NothingSent}") : request;
    }

    /// <summary>Reads <c>(prompts, options?)</c>. A prompt is a text, or an object with a prompt and a context of its own.</summary>
    public IReadOnlyList<SubCallRequest> ReadMany(string function, IReadOnlyList<JsonElement> arguments)
    {
        var given = WithoutTrailingUndefined(arguments);
        if (given.Count == 0 || given[0].ValueKind is not JsonValueKind.Array)
        {
            throw new SubCallArgumentException($"{function} takes an array of strings: {function}([prompt, …]).");
        }

        if (given.Count > 2 || (given.Count == 2 && !SubCallOptions.LooksLike(given[1])))
        {
            throw new SubCallArgumentException($"{function} takes an array of prompts and, as its second argument, options such as {{ context, schema }}.");
        }

        var options = ReadOptions(function, given.Count == 2 ? given[1] : default);
        var requests = new List<SubCallRequest>();
        var problems = new List<string>();
        var index = 0;
        foreach (var item in given[0].EnumerateArray())
        {
            var number = Number(index++);
            var request = ReadItem(function, item, options);
            if ((request is null ? $"is {NameOf(item)}, not a string." : ProblemWith(request)) is { } problem)
            {
                problems.Add($"Prompt {number} {problem}");
            }
            else
            {
                requests.Add(request!);
            }
        }

        return problems.Count == 0 ? requests : throw new SubCallArgumentException($"{function}: {Summary(problems)} {NothingSent}");
    }

    private static SubCallRequest? ReadItem(string function, JsonElement item, SubCallOptions options)
    {
        if (item.ValueKind is JsonValueKind.String)
        {
            return new SubCallRequest(function, item.GetString()!, options.Context, options.Model, options.Schema);
        }

        if (item.ValueKind is not JsonValueKind.Object
            || !(SchemaReading.TryGetText(item, "prompt", out var prompt) || SchemaReading.TryGetText(item, "task", out prompt)))
        {
            return null;
        }

        return new SubCallRequest(function, prompt, item.TryGetProperty("context", out var context) ? context : options.Context, options.Model, options.Schema);
    }

    /// <summary>What is wrong, as the end of a sentence about the prompt; null where nothing is.</summary>
    private string? ProblemWith(SubCallRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Prompt))
        {
            return "is empty.";
        }

        return maxPromptLength is { } most && request.Length > most
            ? $"has {Number(request.Length)} characters, but at most {Number(most)} are allowed. Split the text into parts and ask about each."
            : null;
    }

    private SubCallOptions ReadOptions(string function, JsonElement given)
    {
        if (given.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return default;
        }

        if (!SubCallOptions.LooksLike(given))
        {
            throw new SubCallArgumentException($"{function}: the options are an object with the keys {SubCallOptions.KeyList}, but got {(given.ValueKind is JsonValueKind.Object ? $"the keys {string.Join(", ", given.EnumerateObject().Select(property => property.Name))}" : NameOf(given))}.");
        }

        return SubCallOptions.Read(function, given, models);
    }

    private static IReadOnlyList<JsonElement> WithoutTrailingUndefined(IReadOnlyList<JsonElement> arguments)
    {
        var count = arguments.Count;
        while (count > 0 && arguments[count - 1].ValueKind is JsonValueKind.Undefined)
        {
            count--;
        }

        return [.. arguments.Take(count)];
    }

    private static string Summary(List<string> problems) => problems.Count <= MostProblemsThatHelp
        ? string.Join(' ', problems)
        : $"{string.Join(' ', problems.Take(MostProblemsThatHelp))} {Number(problems.Count - MostProblemsThatHelp)} more prompts are wrong.";

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
