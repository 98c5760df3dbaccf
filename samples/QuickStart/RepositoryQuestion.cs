using System.ComponentModel;
using Rlm;

namespace QuickStart;

/// <summary>The signature of the task: what goes in and what comes out.</summary>
[Description("Answer the question about the source files of a repository.")]
internal sealed class RepositoryQuestion
{
    [Input, Description("Every source and documentation file of the repository.")]
    public required IReadOnlyList<SourceFile> Files { get; init; }

    [Input]
    public required string Question { get; init; }

    [Output, Description("The answer in plain text: exact names, paths and numbers.")]
    public string Answer { get; init; } = "";
}
