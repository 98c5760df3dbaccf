using Microsoft.Extensions.AI;

namespace Rlm.Tests.Trajectories;

/// <summary>A trajectory in which everything that can be set is set, with a child in a child.</summary>
internal static class SampleTrajectory
{
    public static UsageDetails Usage(long scale) => new()
    {
        InputTokenCount = 10 * scale,
        OutputTokenCount = 5 * scale,
        TotalTokenCount = 15 * scale,
        CachedInputTokenCount = 3 * scale,
        ReasoningTokenCount = 2 * scale,
        AdditionalCounts = new() { ["audio"] = scale },
    };

    public static Trajectory Grandchild { get; } = new() { Steps = [new() { Turn = 1, Code = "SUBMIT('deep')", Duration = TimeSpan.FromMilliseconds(5) }] };

    public static Trajectory Child { get; } = new()
    {
        Steps =
        [
            new()
            {
                Turn = 1,
                Reasoning = "The child looks.",
                Code = "rlm_query('deeper')",
                Output = "deep",
                SubCalls = [new() { Function = "rlm_query", PromptLength = 6, PromptPreview = "deeper", ResponseLength = 4, ResponsePreview = "deep", Usage = Usage(1), Trajectory = Grandchild, StopReason = StopReason.Submitted }],
                Duration = TimeSpan.FromMilliseconds(70),
                Usage = Usage(2),
            },
        ],
        Extraction = new() { Reply = "{\"answer\": \"x\"}", Error = "answer is missing", Duration = TimeSpan.FromMilliseconds(20), Usage = Usage(3) },
    };

    public static Trajectory Full { get; } = new()
    {
        Steps =
        [
            new()
            {
                Turn = 1,
                Model = "big",
                Reasoning = "I look\nat “größe” 🙂.",
                Code = "const a = 1;\nprint(`\n```\n${a}`);",
                Output = "before\n````\nafter \u2028 </script>",
                Error = "TypeError: no\n    at line 1, column 3: null.x",
                SubCalls =
                [
                    new()
                    {
                        Function = "llm_query", Model = "fast", PromptLength = 120_000, PromptPreview = "Say\n```js", ResponseLength = 2, ResponsePreview = "ok",
                        Duration = TimeSpan.FromSeconds(1.25), Usage = Usage(4),
                    },
                    new() { Function = "llm_query", PromptLength = 1, PromptPreview = "x", Error = "the model failed" },
                    new()
                    {
                        Function = "rlm_query", PromptLength = 9, PromptPreview = "a subtask", Error = "it failed", Duration = TimeSpan.FromSeconds(3), Usage = Usage(5),
                        Trajectory = Child, StopReason = StopReason.MaxIterations,
                    },
                ],
                ToolCalls =
                [
                    new() { Name = "search", ArgumentsLength = 6, ArgumentsPreview = "\"cats\"", ResultPreview = "[ \"a\" ]", Duration = TimeSpan.FromMilliseconds(12) },
                    new() { Name = "search", ArgumentsLength = 1, ArgumentsPreview = "1", Error = "'query' must be text" },
                ],
                Duration = TimeSpan.FromSeconds(61.5),
                Usage = Usage(100),
            },
            new() { Turn = 2, Reasoning = "No code.", Output = "[Error] there is no code", Error = "[Error] there is no code", Duration = TimeSpan.FromTicks(1) },
        ],
        Extraction = new() { Reply = "{\"answer\": 1}", Duration = TimeSpan.FromSeconds(2), Usage = Usage(7) },
    };
}
