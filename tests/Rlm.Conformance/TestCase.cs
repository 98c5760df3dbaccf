namespace Rlm.Conformance;

/// <summary>One file of the suite.</summary>
internal sealed record TestCase(string Path, string Source, Metadata Metadata)
{
    public static TestCase Load(string testFolder, string path)
    {
        string source = File.ReadAllText(System.IO.Path.Combine(testFolder, path));
        return new TestCase(path, source, Metadata.Read(source));
    }

    /// <summary>The tests in a folder, by their path relative to it.</summary>
    public static IEnumerable<string> Find(string testFolder, IReadOnlyList<string> filters) =>
        Directory.EnumerateFiles(testFolder, "*.js", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(testFolder, file).Replace('\\', '/'))
            .Where(path => !path.EndsWith("_FIXTURE.js", StringComparison.Ordinal))
            .Where(path => filters.Count == 0 || filters.Any(filter => path.Contains(filter, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);
}
