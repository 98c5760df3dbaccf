using System.Collections.Frozen;

namespace Rlm.Prompts;

/// <summary>Adds to an error what to write instead, where the name in it is a habit from another language or environment.</summary>
internal static class ErrorHints
{
    private const string NotDefined = " is not defined";
    private const string NotAFunction = " is not a function";

    private static readonly FrozenDictionary<string, string> Hints = PromptTexts.Hints
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": ", 2))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>Returns the error as the language model sees it, with a hint where there is one.</summary>
    public static string Extend(ExecutionError error) => HintFor(error) is { } hint ? $"{error}\nHint: {hint}" : error.ToString();

    private static string? HintFor(ExecutionError error)
    {
        var name = error.Name switch
        {
            "ReferenceError" when error.Message.EndsWith(NotDefined, StringComparison.Ordinal) => error.Message[..^NotDefined.Length],
            "TypeError" when error.Message.EndsWith(NotAFunction, StringComparison.Ordinal) => LastMember(error.Message[..^NotAFunction.Length]),
            _ => null,
        };
        return name is not null && Hints.TryGetValue(name, out var hint) ? hint : null;
    }

    private static string? LastMember(string expression) =>
        expression.LastIndexOf('.') is var dot and >= 0 ? expression[dot..] : null;
}
