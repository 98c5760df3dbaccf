namespace Rlm.JavaScript.RegularExpressions;

/// <summary>
/// The instructions of the backtracking machine: a number and its operands in one array of integers. "Wide" reads code points,
/// the others code units; "Back" reads to the left, for look-behind.
/// </summary>
internal enum RegExpOpcode
{
    /// <summary>The pattern has matched.</summary>
    Match,

    /// <summary>unit</summary>
    Character,

    /// <summary>unit</summary>
    CharacterBack,

    /// <summary>unit, unit: one of two, above all a letter without regard to case.</summary>
    EitherCharacter,

    /// <summary>literal</summary>
    Literal,

    /// <summary>literal</summary>
    LiteralBack,

    /// <summary>class</summary>
    Set,

    /// <summary>class, direction</summary>
    SetWide,

    /// <summary>target: goes on with the next instruction and tries the target if that fails.</summary>
    Split,

    /// <summary>target: goes on with the target and tries the next instruction if that fails.</summary>
    Branch,

    /// <summary>target</summary>
    Jump,

    /// <summary>register: stores the position.</summary>
    Save,

    /// <summary>first register, end register: forgets the captures at the start of an iteration.</summary>
    Reset,

    /// <summary>register: remembers where an iteration begins.</summary>
    IterationStart,

    /// <summary>register: fails if the iteration was empty.</summary>
    IterationCheck,

    /// <summary>register</summary>
    CounterStart,

    /// <summary>register, min, max, lazy, exit: goes on with an iteration or leaves.</summary>
    Counter,

    /// <summary>register: counts an iteration, and remembers in the register after it where it begins.</summary>
    CounterIteration,

    /// <summary>register, min, target: fails if an iteration above the minimum was empty, else goes back to its counter.</summary>
    CounterEnd,

    /// <summary>class, min, max, follow: takes as many characters as it can, gives them back one by one.</summary>
    Repeat,

    /// <summary>class, min, max, follow: takes as few characters as it can.</summary>
    RepeatLazy,

    /// <summary>class, min, max, direction</summary>
    RepeatWide,

    /// <summary>class, min, max, direction</summary>
    RepeatLazyWide,

    /// <summary>register, first capture register, end capture register</summary>
    LookStart,

    /// <summary>register</summary>
    LookEnd,

    /// <summary>register, first capture register, end capture register, target to go on at if the body fails</summary>
    NegativeLookStart,

    /// <summary>register</summary>
    NegativeLookEnd,

    /// <summary>group, direction</summary>
    BackReference,

    /// <summary>group, direction</summary>
    BackReferenceIgnoreCase,

    AssertStart,
    AssertEnd,
    AssertLineStart,
    AssertLineEnd,

    /// <summary>class of word characters</summary>
    AssertWordBoundary,

    /// <summary>class of word characters</summary>
    AssertNotWordBoundary,
}

/// <summary>What an operand that says what follows a <see cref="RegExpOpcode.Repeat"/> can be, besides a code unit.</summary>
internal static class RepeatFollow
{
    /// <summary>Nothing is known about what follows.</summary>
    public const int Unknown = -1;

    /// <summary>What follows cannot match after giving characters back, so none are kept for it.</summary>
    public const int Possessive = -2;
}
