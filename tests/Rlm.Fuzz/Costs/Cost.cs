namespace Rlm.Fuzz.Costs;

/// <summary>What one call of a built-in function took.</summary>
/// <param name="Path">The function.</param>
/// <param name="Receiver">The name of the value it is called on.</param>
/// <param name="Given">Its arguments.</param>
/// <param name="Nanoseconds">Its time.</param>
/// <param name="Allocated">What the runtime allocated, in bytes.</param>
/// <param name="Work">What it reported.</param>
/// <param name="Charged">The memory that it reported and did not take back.</param>
internal sealed record Cost(string Path, string Receiver, string Given, double Nanoseconds, long Allocated, long Work, long Charged)
{
    /// <summary>A look at the clock comes after 10,000 units of work: with this, each 20 ms or sooner.</summary>
    private const double MostNanosecondsPerUnit = 2000;

    /// <summary>What takes less than this may report nothing.</summary>
    private const double LeastNanoseconds = 2e6;

    /// <summary>Memory that is used only for a moment need not be charged, as long as it is in proportion to the reported work.</summary>
    private const long BytesPerUnit = 64;
    private const long BytesPerChargedByte = 2;
    private const long LeastBytes = 256 * 1024;

    public double NanosecondsPerUnit => Nanoseconds < LeastNanoseconds ? 0 : Nanoseconds / Math.Max(1, Work);

    /// <summary>Gets the bytes beyond what the reports allow for. A trace in between leaves less charged than before.</summary>
    public double Unreported => Allocated - (BytesPerChargedByte * Math.Max(0, Charged)) - (BytesPerUnit * Work);

    public bool IsSlow => NanosecondsPerUnit > MostNanosecondsPerUnit;

    public bool IsUncharged => Unreported > LeastBytes;

    public Cost Or(Cost other) => this with { Nanoseconds = Math.Min(Nanoseconds, other.Nanoseconds), Allocated = Math.Min(Allocated, other.Allocated), Charged = Math.Max(Charged, other.Charged) };

    public override string ToString() => FormattableString.Invariant(
        $"{(IsSlow || IsUncharged ? "FAILED " : string.Empty)}{Path} on {Receiver} with {Given}: {Nanoseconds / 1e6:0.0} ms, {Work} units, {NanosecondsPerUnit:0} ns a unit; {Allocated / 1024} KB allocated, {Charged / 1024} KB charged");
}
