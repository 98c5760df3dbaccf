using System.Text;

namespace Rlm.Signatures;

/// <summary>What holds for every signature, whether it was written as text or as a class.</summary>
internal static class SignatureRules
{
    public static void ThrowIfInvalid(Signature signature, IEnumerable<string> readerProblems)
    {
        var problems = readerProblems.Concat(ProblemsOf(signature)).ToList();
        if (problems.Count == 0)
        {
            return;
        }

        var message = new StringBuilder($"The signature '{signature.Name}' is not valid:");
        foreach (var problem in problems)
        {
            message.Append("\n- ").Append(problem);
        }

        throw new SignatureException(message.ToString());
    }

    private static IEnumerable<string> ProblemsOf(Signature signature)
    {
        foreach (var input in signature.Inputs)
        {
            if (ReservedNames.ProblemWithVariable(input.Name) is { } problem)
            {
                yield return $"the input '{input.Name}' {problem}; choose another name";
            }
        }

        foreach (var output in signature.Outputs)
        {
            if (ReservedNames.ProblemWithOutput(output.Name) is { } problem)
            {
                yield return $"the output '{output.Name}' {problem}; choose another name";
            }
        }

        if (signature.Outputs.Count == 0)
        {
            yield return "it has no output; the language model would have nothing to submit";
        }

        foreach (var group in signature.Inputs.Concat(signature.Outputs).GroupBy(field => field.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"the name '{group.Key}' is used {group.Count()} times; names must differ";
        }
    }
}
