namespace Rlm;

/// <summary>The options of a <see cref="RecursiveChatClient"/>. They are copied and checked when the client is made.</summary>
public sealed class RecursiveChatClientOptions
{
    /// <summary>The default of <see cref="MaxPromptLength"/>.</summary>
    public const int DefaultMaxPromptLength = 100_000;

    /// <summary>The default of <see cref="MaxMessageLength"/>.</summary>
    public const int DefaultMaxMessageLength = 10_000;

    /// <summary>Gets or sets how many characters a conversation may have to be passed to the inner client as it is. It is also how much of a longer one is shown to the language model.</summary>
    /// <value>The default is 100,000; at least 1,000.</value>
    public int MaxPromptLength { get; set; } = DefaultMaxPromptLength;

    /// <summary>Gets or sets how many characters a text of a longer conversation may have to be shown whole. Of a longer text the language model sees the beginning and the end.</summary>
    /// <value>The default is 10,000; at least 100.</value>
    public int MaxMessageLength { get; set; } = DefaultMaxMessageLength;

    /// <summary>Gets or sets the options of the runs that answer longer conversations.</summary>
    public RecursiveModuleOptions Module { get; set; } = new();
}
