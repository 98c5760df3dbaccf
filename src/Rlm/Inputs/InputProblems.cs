namespace Rlm.Inputs;

/// <summary>Says everything that is wrong with the inputs of a run.</summary>
internal static class InputProblems
{
    public static void ThrowIfAny(IReadOnlyCollection<string> problems, string parameter)
    {
        if (problems.Count > 0)
        {
            throw new ArgumentException($"The inputs are not valid:\n- {string.Join("\n- ", problems)}", parameter);
        }
    }
}
