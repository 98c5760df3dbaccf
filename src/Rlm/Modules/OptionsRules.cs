using System.Globalization;
using System.Numerics;
using System.Text;
using Rlm.Tools;

namespace Rlm.Modules;

/// <summary>Checks the options of a module for a signature, and names everything that is wrong.</summary>
internal static class OptionsRules
{
    private const int SmallestOutputLength = 100;
    private const long SmallestMemoryLimit = 1024 * 1024;

    public static void ThrowIfInvalid(RecursiveModuleOptions options, Signature signature)
    {
        var problems = Limits(options).OfType<string>().Concat(Tools(options, signature)).ToList();
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
        yield return options.TimeProvider is null ? $"{nameof(options.TimeProvider)} must not be null" : null;
    }

    private static string? AtLeast<T>(string name, T value, T least)
        where T : INumber<T> =>
        value >= least ? null : string.Create(CultureInfo.InvariantCulture, $"{name} must be at least {least}, but is {value}");

    private static IEnumerable<string> Tools(RecursiveModuleOptions options, Signature signature)
    {
        if (options.Tools is null)
        {
            return [$"{nameof(options.Tools)} must not be null"];
        }

        return options.Tools.Contains(null!) ? [$"{nameof(options.Tools)} must not hold null"] : ToolRules.Problems([.. options.Tools], signature);
    }
}
