using Microsoft.Extensions.AI;

namespace Rlm;

/// <summary>A language model that the code may choose by name for its sub-calls, as in <c>llm_query(prompt, { model: "fast" })</c>.</summary>
public sealed class SubModel
{
    /// <summary>Initializes a new instance of the <see cref="SubModel"/> class.</summary>
    /// <param name="name">The name by which the code asks for it.</param>
    /// <param name="chatClient">The client that answers. The module never disposes of it.</param>
    /// <param name="description">What the language model is told about it: what it is good at, what it costs.</param>
    public SubModel(string name, IChatClient chatClient, string description = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(chatClient);
        ArgumentNullException.ThrowIfNull(description);
        Name = name;
        ChatClient = chatClient;
        Description = description;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the client.</summary>
    public IChatClient ChatClient { get; }

    /// <summary>Gets what the language model is told about it.</summary>
    public string Description { get; }

    /// <summary>Gets the options of its calls.</summary>
    /// <value>The default is null: those of <see cref="RecursiveModuleOptions.SubChatOptions"/>.</value>
    public ChatOptions? ChatOptions { get; init; }
}
