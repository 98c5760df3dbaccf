namespace QuickStart;

/// <summary>Finds and reads the files that the question is about.</summary>
internal static class RepositoryFiles
{
    private const string RootMarker = "Rlm.sln";
    private static readonly string[] Extensions = [".cs", ".md"];
    private static readonly string[] SkippedFolders = ["bin", "obj", ".git", "artifacts"];

    /// <summary>Walks up from the current directory, then from the program, to the folder with the solution.</summary>
    public static string FindRoot()
    {
        string[] starts = [Directory.GetCurrentDirectory(), AppContext.BaseDirectory];
        foreach (var start in starts)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, RootMarker)))
                {
                    return folder.FullName;
                }
            }
        }

        throw new UserErrorException($"There is no {RootMarker} in this directory or above it. Name the folder to ask about: --folder <path>.");
    }

    /// <summary>Reads every file that counts below a folder, ordered by path.</summary>
    public static IReadOnlyList<SourceFile> Read(string root)
    {
        if (!Directory.Exists(root))
        {
            throw new UserErrorException($"The folder '{root}' does not exist.");
        }

        try
        {
            var files = Below(new DirectoryInfo(root))
                .Select(file => new SourceFile(Path.GetRelativePath(root, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName)))
                .OrderBy(file => file.Path, StringComparer.Ordinal)
                .ToList();
            return files.Count > 0 ? files : throw new UserErrorException($"The folder '{root}' has no files that end in {string.Join(" or ", Extensions)}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The folder '{root}' cannot be read: {exception.Message}", exception);
        }
    }

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder)
    {
        var files = folder.EnumerateFiles().Where(file => Extensions.Contains(file.Extension, StringComparer.Ordinal));

        // A link could lead in a circle.
        var folders = folder.EnumerateDirectories().Where(child => child.LinkTarget is null && !SkippedFolders.Contains(child.Name, StringComparer.Ordinal));
        return files.Concat(folders.SelectMany(Below));
    }
}
