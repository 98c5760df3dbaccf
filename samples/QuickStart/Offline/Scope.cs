namespace QuickStart.Offline;

/// <summary>Which of the files a question is about: those of a language, below a folder, or a single one.</summary>
internal sealed record Scope
{
    private const string PathPart = @"[\w.\-/\uE000-\uE0FF]+";
    private static readonly string[] ProseExtensions = ["md", "markdown", "txt"];

    /// <summary>The extension without its dot, or null.</summary>
    public string? Extension { get; init; }

    /// <summary>Whether only program text counts.</summary>
    public bool IsSource { get; init; }

    public string? Folder { get; init; }

    public string? File { get; init; }

    /// <summary>The scope in words, as in "the C# files below src".</summary>
    public string Words =>
        File ?? $"{(Extension is not null ? $".{Extension} " : IsSource ? "source " : "")}files{(Folder is null ? "" : $" below {Folder}")}";

    public static Scope Read(QuestionText question)
    {
        var folder = question.Find($@"\b(?:in|under|below|inside|within|of)\s+(?:the\s+)?(?:(?:folder|directory)\s+(?<f>{PathPart})|(?<f>{PathPart})\s+(?:folder|directory)|(?<f>{PathPart}/{PathPart}|{PathPart}/))", "f");
        var file = question.Find(@"(?<![\w/])(?<f>[\w.\-/]*\w\.(?:cs|md|markdown|txt))\b", "f");
        var isFile = file is not null && file.Trim('.').Contains('.', StringComparison.Ordinal) && !file.StartsWith('.');
        return new Scope
        {
            File = isFile ? file : null,
            Folder = isFile || folder is null ? null : folder.TrimStart('.', '/').TrimEnd('/'),
            Extension = question.Has(@"(?:\bC#|\bC sharp\b|\bcsharp\b|(?<!\w)\.cs\b)") ? "cs"
                : question.Has(@"\bmarkdown\b|(?<!\w)\.md\b") ? "md"
                : question.Find(@"(?<!\w)\.(?<e>\w+)\s+files?\b", "e"),
            IsSource = question.Has(@"\bsource\b|\bcode\b"),
        };
    }

    /// <summary>The scope without a part that is what the question looks for, and no place to look in.</summary>
    public Scope Without(string subject) => this with
    {
        File = File == subject ? null : File,
        Folder = Folder == subject.TrimEnd('/') ? null : Folder,
        Extension = File == subject ? null : Extension,
    };

    /// <summary>Writes the condition on <c>path</c>. Which extensions are program text is decided by those that were seen; empty where all files count.</summary>
    public string Filter(Exploration? seen)
    {
        if (File is not null)
        {
            return $"(\"/\" + path).endsWith({JavaScript.Quote("/" + File.TrimStart('.', '/'))})";
        }

        var conditions = new List<string>();
        if (Folder is not null)
        {
            conditions.Add($"(\"/\" + path).includes({JavaScript.Quote($"/{Folder}/")})");
        }

        if (Extension is not null)
        {
            conditions.Add(EndsWith(Extension));
        }
        else if (IsSource)
        {
            var source = seen?.Extensions.Keys.Except(ProseExtensions, StringComparer.OrdinalIgnoreCase).ToList();
            conditions.Add(source is [var only] ? EndsWith(only)
                : source is { Count: > 0 and <= 10 } ? $"({string.Join(" || ", source.Select(EndsWith))})"
                : string.Join(" && ", ProseExtensions.Select(extension => "!" + EndsWith(extension))));
        }

        return string.Join(" && ", conditions);
    }

    private static string EndsWith(string extension) => $"path.endsWith({JavaScript.Quote("." + extension)})";
}
