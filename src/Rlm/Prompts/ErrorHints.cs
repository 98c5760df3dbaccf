using System.Collections.Frozen;

namespace Rlm.Prompts;

/// <summary>
/// Adds to an error what to write instead, where the missing name is that of a function of the host as other libraries call it.
/// Habits from other languages are the business of the interpreter, which knows more of the error than its text.
/// </summary>
internal static class ErrorHints
{
    private const string NotDefined = " is not defined";

    private static readonly FrozenDictionary<string, string> Hints = PromptTexts.Hints
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": ", 2))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>Returns the error as the language model sees it, with a hint where there is one.</summary>
    public static string Extend(ExecutionError error) =>
        error.Name == "ReferenceError"
        && error.Message.EndsWith(NotDefined, StringComparison.Ordinal)
        && Hints.TryGetValue(error.Message[..^NotDefined.Length], out var hint)
            ? $"{error}\nHint: {hint}"
            : error.ToString();
}
