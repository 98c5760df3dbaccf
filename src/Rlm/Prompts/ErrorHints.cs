using System.Collections.Frozen;

namespace Rlm.Prompts;

/// <summary>
/// Adds to an error what to write instead, where the missing name is that of a function of the host as other libraries call it.
/// Habits from other languages are the business of the interpreter, which knows more of the error than its text.
/// </summary>
internal static class ErrorHints
{
    private const string NotDefined = " is not defined";
    private const string NotAFunction = " is not a function";

    private static readonly FrozenDictionary<string, string> Hints = PromptTexts.Hints
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": ", 2))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>Returns the error as the language model sees it, with a hint where there is one.</summary>
    public static string Extend(ExecutionError error) =>
        Missing(error) is { } name && Hints.TryGetValue(name, out var hint) ? $"{error}\nHint: {hint}" : error.ToString();

    /// <summary>The name that is missing; that of a method begins with a dot.</summary>
    private static string? Missing(ExecutionError error) => error.Name switch
    {
        "ReferenceError" when error.Message.EndsWith(NotDefined, StringComparison.Ordinal) => error.Message[..^NotDefined.Length],
        "TypeError" when error.Message.EndsWith(NotAFunction, StringComparison.Ordinal) => LastMember(error.Message[..^NotAFunction.Length]),
        _ => null,
    };

    private static string? LastMember(string callee) => callee.LastIndexOf('.') is var dot and >= 0 ? callee[dot..] : null;
}
