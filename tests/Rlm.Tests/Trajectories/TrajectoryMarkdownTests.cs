namespace Rlm.Tests.Trajectories;

public class TrajectoryMarkdownTests
{
    [Fact]
    public void Markdown_Full_HasEverything()
    {
        var markdown = SampleTrajectory.Full.ToMarkdown();

        foreach (var part in new[]
        {
            "# Trajectory\n", "## Turn 1\n", "61.5 s · `big` · 1,500 tokens", "I look\nat “größe” 🙂.", "### Sub-call 1.1 `llm_query`\n", "1.25 s · `fast` · 60 tokens", "Prompt (120,000 characters):",
            "the model failed", "### Sub-call 1.3 `rlm_query`\n", "#### Turn 1.3.1\n", "##### Sub-call 1.3.1.1 `rlm_query`\n", "###### Turn 1.3.1.1.1\n", "SUBMIT('deep')", "#### Extraction of 1.3\n",
            "answer is missing", "### Tool `search`\n", "'query' must be text", "## Turn 2\n", "## Extraction\n", "MaxIterations",
        })
        {
            Assert.Contains(part, markdown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Markdown_ContentWithFences_CannotCloseThem()
    {
        const string Hostile = "x\n```\n# Heading\n`````\n~~~\n";
        var markdown = new Trajectory
        {
            Steps =
            [
                new()
                {
                    Turn = 1, Reasoning = Hostile, Code = Hostile, Output = Hostile, Error = Hostile,
                    SubCalls = [new() { Function = "a`b\n# c", Model = "``m``", PromptPreview = Hostile, ResponsePreview = Hostile, Error = Hostile }],
                    ToolCalls = [new() { Name = "t", ArgumentsPreview = Hostile, ResultPreview = Hostile, Error = Hostile }],
                },
            ],
            Extraction = new() { Reply = Hostile, Error = Hostile },
        }.ToMarkdown();

        // As a reader of Markdown sees it: what is between fences is content, and what is outside is ours.
        string? fence = null;
        var content = new List<string>();
        var outside = new List<string>();
        foreach (var line in markdown.Split('\n'))
        {
            var ticks = line.Length - line.TrimStart('`').Length;
            if (fence is null && ticks >= 3)
            {
                fence = line[..ticks];
            }
            else if (fence is not null && ticks >= fence.Length && line.Trim('`').Length == 0)
            {
                fence = null;
            }
            else
            {
                (fence is null ? outside : content).Add(line);
            }
        }

        Assert.Null(fence);
        Assert.Equal(12, content.Count(line => line == "# Heading"));
        Assert.Equal(["# Trajectory", "## Turn 1", "### Sub-call 1.1 `` a`b # c ``", "### Tool `t`", "## Extraction"], outside.Where(line => line.StartsWith('#')));
    }

    [Fact]
    public void Markdown_NoTurns_SaysSo() => Assert.Equal("# Trajectory\n\nThere were no turns.\n", new Trajectory().ToMarkdown());
}
