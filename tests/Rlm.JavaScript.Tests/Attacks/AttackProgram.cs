namespace Rlm.JavaScript.Tests.Attacks;

/// <summary>One hostile program: turns that are evaluated one after another in one session, each with the end it must come to.</summary>
internal sealed record AttackProgram
{
    /// <summary>The number of the attack in the corpus; an attack has one program or several.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<AttackTurn> Turns { get; init; }

    public long Work { get; init; } = 2_000_000;

    /// <summary>The memory limit in bytes.</summary>
    public long Memory { get; init; } = 16L * 1024 * 1024;

    /// <summary>Whether the code of each turn is an expression whose value is the source text to evaluate: for texts too long or too odd to write down.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>Whether the program only means what it means at top level, so that it cannot be planted in a function and fired a turn later.</summary>
    public bool IsWhole { get; init; }

    /// <summary>What identifies the program among all.</summary>
    public string Id => $"{Number} {Title}";
}

/// <summary>One evaluation of an <see cref="AttackProgram"/>.</summary>
/// <param name="Code">The code.</param>
/// <param name="End">The end it must come to, as <see cref="AttackEnd"/> writes it.</param>
internal sealed record AttackTurn(string Code, string End);
