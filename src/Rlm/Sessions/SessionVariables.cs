namespace Rlm.Sessions;

/// <summary>The variables that code made, in the order in which they were made first.</summary>
internal sealed class SessionVariables
{
    private readonly Dictionary<string, NewVariable> _byName = new(StringComparer.Ordinal);

    public IReadOnlyList<NewVariable> All => [.. _byName.Values];

    public void Add(IEnumerable<NewVariable> variables)
    {
        foreach (var variable in variables)
        {
            _byName[variable.Name] = variable;
        }
    }
}
