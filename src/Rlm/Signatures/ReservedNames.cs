using System.Collections.Frozen;
using Rlm.Json;

namespace Rlm.Signatures;

/// <summary>The names that an input, an output or a tool cannot have.</summary>
internal static class ReservedNames
{
    public const string LlmQuery = "llm_query";
    public const string LlmQueryBatched = "llm_query_batched";
    public const string RlmQuery = "rlm_query";
    public const string RlmQueryBatched = "rlm_query_batched";
    public const string Submit = "SUBMIT";

    private static readonly FrozenSet<string> BuiltIns =
        FrozenSet.Create(LlmQuery, LlmQueryBatched, RlmQuery, RlmQueryBatched, Submit, "print", "console");

    /// <summary>The outputs that would be mistaken for what a prediction has anyway.</summary>
    private static readonly FrozenSet<string> PredictionMembers = FrozenSet.Create("trajectory", "finalReasoning");

    /// <summary>ReservedWord and the names strict code cannot bind (ECMA-262 §12.7.2, §13.1.1), plus the global constants.</summary>
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        "arguments", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else",
        "enum", "eval", "export", "extends", "false", "finally", "for", "function", "if", "implements", "import", "in", "instanceof",
        "interface", "let", "new", "null", "package", "private", "protected", "public", "return", "static", "super", "switch", "this",
        "throw", "true", "try", "typeof", "var", "void", "while", "with", "yield", "undefined", "NaN", "Infinity", "globalThis");

    /// <summary>Says why <paramref name="name"/> cannot be a variable of the sandbox, or null when it can.</summary>
    public static string? ProblemWithVariable(string name)
    {
        if (!JavaScriptIdentifier.IsValid(name))
        {
            return "is not a JavaScript identifier";
        }

        if (Words.Contains(name))
        {
            return "is a word that JavaScript reserves";
        }

        return BuiltIns.Contains(name) ? "is the name of a built-in" : null;
    }

    /// <summary>Says why <paramref name="name"/> cannot be the key of an output, or null when it can.</summary>
    public static string? ProblemWithOutput(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return "is blank";
        }

        if (name == "__proto__")
        {
            return "is not a key in an object literal of JavaScript";
        }

        return PredictionMembers.Contains(name) ? "is a member of every prediction" : null;
    }
}
