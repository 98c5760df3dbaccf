namespace QuickStart;

/// <summary>What the command line asks for.</summary>
internal sealed record QuickStartOptions
{
    public required string Question { get; init; }

    public required int MaxIterations { get; init; }

    public required int MaxSubCalls { get; init; }

    public string? Folder { get; init; }

    public string? Model { get; init; }

    public string? SubModel { get; init; }

    public string? TrajectoryPath { get; init; }

    public bool IsOffline { get; init; }

    public bool IsQuiet { get; init; }
}
