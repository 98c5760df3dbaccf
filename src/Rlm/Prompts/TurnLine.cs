using Rlm.Budgets;
using static Rlm.Budgets.LimitDescription;

namespace Rlm.Prompts;

/// <summary>The line at the end of each message that tells what is left. Turns and sub-calls always; other limits once less than half is left.</summary>
internal static class TurnLine
{
    public static string Of(RunStanding standing, RunLimits limits) => string.Join(' ', Parts(standing, limits));

    private static IEnumerable<string> Parts(RunStanding standing, RunLimits limits)
    {
        yield return PromptTexts.Notice("turn-line", ("turn", Number(standing.Turn)), ("turns", Number(limits.MaxIterations)));
        if (limits.Tree.MaxSubCalls is > 0 and var subCalls)
        {
            yield return Left("sub-calls-left", Number(subCalls - standing.SubCallsUsed), Number(subCalls));
        }

        if (limits.Tree.MaxTokens is { } tokens && standing.TokensLeft < tokens / 2.0)
        {
            yield return Left("tokens-left", Number(standing.TokensLeft), Number(tokens));
        }

        if (limits.Tree.MaxCost is { } cost && standing.CostLeft < cost / 2)
        {
            yield return Left("cost-left", Cost(standing.CostLeft), Cost(cost));
        }

        if (limits.MaxDuration is { } duration && standing.TimeLeft < duration / 2)
        {
            yield return Left("time-left", Time(standing.TimeLeft), Time(duration));
        }

        if (limits.MaxConsecutiveErrors is { } errors && standing.ErrorsInARow > errors / 2.0)
        {
            yield return PromptTexts.Notice("errors-in-a-row", ("count", Number(standing.ErrorsInARow)), ("limit", Number(errors)));
        }

        if (standing.Turn == limits.MaxIterations)
        {
            yield return PromptTexts.Notice("last-turn");
        }
        else if (standing.Turn == limits.MaxIterations - 1)
        {
            yield return PromptTexts.Notice("last-but-one-turn");
        }
    }

    private static string Left(string notice, string left, string limit) => PromptTexts.Notice(notice, ("left", left), ("limit", limit));
}
