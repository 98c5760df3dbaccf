namespace Rlm.JavaScript.RegularExpressions;

/// <summary>
/// A match needs more backtracking state than a program may hold. The caller turns it into an error of the guest;
/// program and input stay usable.
/// </summary>
internal sealed class RegExpBacktrackLimitException()
    : Exception("Regular expression needs too much backtracking for this input; make the repeated part unambiguous or match smaller pieces");
