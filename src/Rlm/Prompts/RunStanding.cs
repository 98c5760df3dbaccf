namespace Rlm.Prompts;

/// <summary>Where a run stands before a turn.</summary>
internal sealed record RunStanding
{
    public required int Turn { get; init; }
    public int SubCallsUsed { get; init; }
    public int ErrorsInARow { get; init; }
    public long TokensLeft { get; init; } = long.MaxValue;
    public decimal CostLeft { get; init; } = decimal.MaxValue;
    public TimeSpan TimeLeft { get; init; } = TimeSpan.MaxValue;
}
