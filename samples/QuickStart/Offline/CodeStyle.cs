namespace QuickStart.Offline;

/// <summary>How code is written after an error was seen.</summary>
internal enum CodeStyle
{
    /// <summary>Nothing went wrong.</summary>
    Plain,

    /// <summary>Code failed: go on where a file fails.</summary>
    FileByFile,

    /// <summary>A limit stopped the code: look at fewer files.</summary>
    HalfOfTheFiles,
}
