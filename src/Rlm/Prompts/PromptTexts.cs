using System.Collections.Frozen;

namespace Rlm.Prompts;

/// <summary>The texts of the embedded Markdown files.</summary>
internal static class PromptTexts
{
    public static PromptTemplate System { get; } = new(Read("System.md"));

    public static PromptTemplate SubCalls { get; } = new(Read("SubCalls.md"));

    public static PromptTemplate Tools { get; } = new(Read("Tools.md"));

    public static PromptTemplate Task { get; } = new(Read("Task.md").TrimEnd());

    public static PromptTemplate Turn { get; } = new(Read("Turn.md").TrimEnd());

    public static PromptTemplate Extract { get; } = new(Read("Extract.md").TrimEnd());

    /// <summary>The system message of modules that ask once.</summary>
    public static PromptTemplate Predict { get; } = new(Read("Predict.md").TrimEnd());

    /// <summary>The task of answering a conversation.</summary>
    public static PromptTemplate Conversation { get; } = new(Read("Conversation.md").TrimEnd());

    /// <summary>Lines of <c>name: what to write instead</c>.</summary>
    public static string Hints { get; } = Read("Hints.md");

    private static readonly FrozenDictionary<string, PromptTemplate> Notices = Sections(Read("Notices.md"));

    /// <summary>Returns one of the short texts of <c>Notices.md</c>, filled.</summary>
    public static string Notice(string name, params ReadOnlySpan<(string Place, string Text)> values) => Notices[name].Fill(values);

    /// <summary>Reads a text with the line ends of the prompt, whatever those of the checkout were.</summary>
    private static string Read(string name)
    {
        using var stream = typeof(PromptTexts).Assembly.GetManifestResourceStream($"Rlm.Prompts.{name}")
            ?? throw new InvalidOperationException($"The embedded text '{name}' is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static FrozenDictionary<string, PromptTemplate> Sections(string text) => text
        .Split("## ", StringSplitOptions.RemoveEmptyEntries)
        .Select(section => section.Split('\n', 2))
        .ToFrozenDictionary(section => section[0].Trim(), section => new PromptTemplate(section[1].Trim()), StringComparer.Ordinal);
}
