namespace Rlm.JavaScript.RegularExpressions;

/// <summary>The tree of a pattern and what the compiler needs to know about it.</summary>
/// <param name="Body">The tree.</param>
/// <param name="GroupCount">The number of capturing groups, the whole match not counted.</param>
/// <param name="GroupNames">Names and indices of the named groups in the order of the pattern.</param>
/// <param name="HasBackReferences">Whether what follows may depend on what a group has captured.</param>
/// <param name="HasLookAround">Whether there is a look-ahead or look-behind.</param>
/// <param name="HasModifiers">Whether groups change flags, so that those of the pattern do not hold everywhere.</param>
internal sealed record ParsedPattern(
    RegExpNode Body,
    int GroupCount,
    IReadOnlyList<(string Name, int Index)> GroupNames,
    bool HasBackReferences,
    bool HasLookAround,
    bool HasModifiers);
