namespace Rlm;

/// <summary>Why a run ended.</summary>
public enum StopReason
{
    /// <summary>The language model submitted valid outputs.</summary>
    Submitted,

    /// <summary>The turns ran out: <see cref="RecursiveModuleOptions.MaxIterations"/>.</summary>
    MaxIterations,

    /// <summary>The tokens ran out: <see cref="RecursiveModuleOptions.MaxTokens"/>.</summary>
    MaxTokens,

    /// <summary>The money ran out: <see cref="RecursiveModuleOptions.MaxCost"/>.</summary>
    MaxCost,

    /// <summary>The time ran out: <see cref="RecursiveModuleOptions.MaxDuration"/>.</summary>
    MaxDuration,

    /// <summary>Too many turns in a row failed: <see cref="RecursiveModuleOptions.MaxConsecutiveErrors"/>.</summary>
    MaxConsecutiveErrors,
}
