namespace Rlm.Budgets;

/// <summary>What is set aside for a call until it has ended.</summary>
internal readonly record struct Reservation(long Tokens, decimal Cost);
