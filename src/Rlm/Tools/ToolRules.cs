using Microsoft.Extensions.AI;
using Rlm.Signatures;

namespace Rlm.Tools;

/// <summary>What has to hold for the tools of a module.</summary>
internal static class ToolRules
{
    public static IEnumerable<string> Problems(IReadOnlyList<AIFunction> tools, Signature signature, bool hasApproval)
    {
        foreach (var tool in tools)
        {
            if (ReservedNames.ProblemWithVariable(tool.Name) is { } problem)
            {
                yield return $"the tool '{tool.Name}' {problem}; give it another name";
            }

            if (signature.Inputs.Any(input => input.Name == tool.Name))
            {
                yield return $"the tool '{tool.Name}' has the name of an input; rename one of them";
            }

            if (!hasApproval && tool.GetService<ApprovalRequiredAIFunction>() is not null)
            {
                yield return $"the tool '{tool.Name}' requires approval, and nobody is there to give it; set {nameof(RecursiveModuleOptions.ToolApproval)}, or pass the function itself if it may run freely";
            }
        }

        foreach (var group in tools.GroupBy(tool => tool.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"{group.Count()} tools have the name '{group.Key}'; names must differ";
        }
    }
}
