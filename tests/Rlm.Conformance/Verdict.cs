namespace Rlm.Conformance;

/// <summary>What came of a test: passed where there is no failure.</summary>
/// <param name="Test">The path of the test.</param>
/// <param name="Failure">Why it failed; null where it passed.</param>
/// <param name="Output">What it printed.</param>
internal sealed record Verdict(string Test, string? Failure, string Output = "")
{
    public bool IsPassed => Failure is null;
}
