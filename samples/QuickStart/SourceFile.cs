namespace QuickStart;

/// <summary>A file of the repository.</summary>
/// <param name="Path">The path from the root, with forward slashes.</param>
/// <param name="Text">The whole text.</param>
internal sealed record SourceFile(string Path, string Text);
