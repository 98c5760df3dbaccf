using System.Collections.Frozen;

namespace Rlm.Diagnostics;

/// <summary>Low-cardinality names of errors, which hold no content.</summary>
internal static class ErrorTypes
{
    /// <summary>The conventions' word for errors that have no name of their own.</summary>
    public const string Other = "_OTHER";

    /// <summary>The code can give its errors any name, one with content of the inputs too. Only those of the language pass.</summary>
    private static readonly FrozenSet<string> LanguageErrors = FrozenSet.Create(
        StringComparer.Ordinal, "Error", "AggregateError", "EvalError", "InternalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError");

    public static string Of(Exception exception) => exception.GetType().FullName ?? Other;

    public static string Of(ExecutionError error) => LanguageErrors.Contains(error.Name) ? error.Name : Other;

    /// <summary>What ended the code, or null where it came to its end.</summary>
    public static string? Of(ExecutionResult result) => result.Stop switch
    {
        ExecutionStop.Function => null,
        ExecutionStop.Time => "time_limit",
        ExecutionStop.Memory => "memory_limit",
        ExecutionStop.Work => "work_limit",
        _ => result.Error is { } error ? Of(error) : null,
    };
}
