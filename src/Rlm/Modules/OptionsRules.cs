using System.Globalization;
using System.Numerics;
using System.Text;
using Microsoft.Extensions.AI;
using Rlm.Running;
using Rlm.Tools;

namespace Rlm.Modules;

/// <summary>Checks the options of a module for a signature, and names everything that is wrong.</summary>
internal static class OptionsRules
{
    private const int SmallestOutputLength = 100;
    private const long SmallestMemoryLimit = 1024 * 1024;

    /// <summary>What timers can wait.</summary>
    private static readonly TimeSpan LongestDuration = TimeSpan.FromDays(49);

    public static void ThrowIfInvalid(RecursiveModuleOptions options, Signature signature)
    {
        var problems = Limits(options).OfType<string>().Concat(Tools(nameof(options.Tools), options.Tools, options, signature)).Concat(ChildTools(options)).Concat(SubModels(options)).ToList();
        if (problems.Count == 0)
        {
            return;
        }

        var message = new StringBuilder("The options are not valid:");
        foreach (var problem in problems)
        {
            message.Append("\n- ").Append(problem);
        }

        throw new ArgumentException(message.ToString(), nameof(options));
    }

    private static IEnumerable<string?> Limits(RecursiveModuleOptions options)
    {
        yield return AtLeast(nameof(options.MaxIterations), options.MaxIterations, 1);
        yield return AtLeast(nameof(options.MaxSubCalls), options.MaxSubCalls, 0);
        yield return AtLeast(nameof(options.MaxOutputLength), options.MaxOutputLength, SmallestOutputLength);
        yield return AtLeast(nameof(options.MaxConcurrency), options.MaxConcurrency, 1);
        yield return AtLeast(nameof(options.MaxSubPromptLength), options.MaxSubPromptLength, 1);
        yield return AtLeast(nameof(options.MemoryLimit), options.MemoryLimit, SmallestMemoryLimit);
        yield return options.TurnTimeLimit > TimeSpan.Zero
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{nameof(options.TurnTimeLimit)} must be more than zero, but is {options.TurnTimeLimit}");
        yield return AtLeast(nameof(options.MaxDepth), options.MaxDepth, 1);
        yield return AtLeast(nameof(options.MaxTokens), options.MaxTokens ?? 1, 1);
        yield return AtLeast(nameof(options.MaxConsecutiveErrors), options.MaxConsecutiveErrors ?? 1, 1);
        yield return options.MaxDuration is null || (options.MaxDuration > TimeSpan.Zero && options.MaxDuration <= LongestDuration)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{nameof(options.MaxDuration)} must be more than zero and at most {LongestDuration.TotalDays} days, but is {options.MaxDuration}");
        yield return options.MaxCost is null or > 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{nameof(options.MaxCost)} must be more than zero, but is {options.MaxCost}");
        yield return options.MaxCost is not null && options.Price is null
            ? $"{nameof(options.MaxCost)} needs {nameof(options.Price)}, which says what a call costs"
            : null;
        yield return options.TimeProvider is null ? $"{nameof(options.TimeProvider)} must not be null" : null;
    }

    private static string? AtLeast<T>(string name, T value, T least)
        where T : INumber<T> =>
        value >= least ? null : string.Create(CultureInfo.InvariantCulture, $"{name} must be at least {least}, but is {value}");

    private static IEnumerable<string> Tools(string option, IList<AIFunction>? tools, RecursiveModuleOptions options, Signature signature)
    {
        if (tools is null)
        {
            return [$"{option} must not be null"];
        }

        return tools.Contains(null!) ? [$"{option} must not hold null"] : ToolRules.Problems([.. tools], signature, options.ToolApproval is not null);
    }

    private static IEnumerable<string> ChildTools(RecursiveModuleOptions options) => options.ChildTools is null
        ? []
        : Tools(nameof(options.ChildTools), options.ChildTools, options, ChildSignature.WithContext).Select(problem => $"for children, {problem}");

    private static IEnumerable<string> SubModels(RecursiveModuleOptions options)
    {
        if (options.SubModels is null || options.SubModels.Contains(null!))
        {
            return [$"{nameof(options.SubModels)} must neither be null nor hold null"];
        }

        return options.SubModels
            .GroupBy(model => model.Name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Count()} models have the name '{group.Key}'; names must differ");
    }
}
