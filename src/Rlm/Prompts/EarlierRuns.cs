namespace Rlm.Prompts;

/// <summary>What a session has seen before a run.</summary>
/// <param name="Answers">The inputs and outputs of earlier runs in short, oldest first.</param>
/// <param name="Variables">The variables that their code left.</param>
internal sealed record EarlierRuns(IReadOnlyList<string> Answers, IReadOnlyList<NewVariable> Variables);
