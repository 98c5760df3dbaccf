using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Rlm;

/// <summary>The options of a module. They are copied and checked when the module is made; later changes have no effect on it.</summary>
public sealed class RecursiveModuleOptions
{
    /// <summary>The default of <see cref="MaxIterations"/>.</summary>
    public const int DefaultMaxIterations = 20;

    /// <summary>The default of <see cref="MaxSubCalls"/>.</summary>
    public const int DefaultMaxSubCalls = 50;

    /// <summary>The default of <see cref="MaxOutputLength"/>.</summary>
    public const int DefaultMaxOutputLength = 10_000;

    /// <summary>The default of <see cref="MaxConcurrency"/>.</summary>
    public const int DefaultMaxConcurrency = 8;

    /// <summary>The default of <see cref="MaxSubPromptLength"/>.</summary>
    public const int DefaultMaxSubPromptLength = 500_000;

    /// <summary>The default of <see cref="MaxDepth"/>.</summary>
    public const int DefaultMaxDepth = 1;

    /// <summary>The default of <see cref="TurnTimeLimit"/>, in seconds.</summary>
    public const int DefaultTurnTimeLimitSeconds = 30;

    /// <summary>The default of <see cref="MemoryLimit"/>: 256 MB.</summary>
    public const long DefaultMemoryLimit = 256L * 1024 * 1024;

    /// <summary>Gets or sets how many turns a run may have. Each child has as many.</summary>
    /// <value>The default is 20; at least 1.</value>
    public int MaxIterations { get; set; } = DefaultMaxIterations;

    /// <summary>Gets or sets how many sub-calls a run and its children may make together. Each prompt of a batch counts as one, and so does each child.</summary>
    /// <value>The default is 50. With 0 sub-calls are not offered.</value>
    public int MaxSubCalls { get; set; } = DefaultMaxSubCalls;

    /// <summary>Gets or sets how many characters of the output of a turn the language model sees. Of longer output it sees the head and the tail.</summary>
    /// <value>The default is 10,000; at least 100.</value>
    public int MaxOutputLength { get; set; } = DefaultMaxOutputLength;

    /// <summary>Gets or sets how many sub-calls of a run and its children are under way at once, and how many calls of tools. More wait for their turn, in the order of the calls.</summary>
    /// <value>The default is 8; at least 1.</value>
    public int MaxConcurrency { get; set; } = DefaultMaxConcurrency;

    /// <summary>
    /// Gets or sets whether sub-calls overlap by themselves: the code goes on after a call and waits only where it needs the answer, so a plain loop of calls
    /// runs them side by side. Without it each call is waited for where it stands; the results are the same, only later. An interpreter of your own may not do it.
    /// </summary>
    /// <value>The default is true.</value>
    public bool OverlapSubCalls { get; set; } = true;

    /// <summary>
    /// Gets or sets how deep runs may stand in each other. With 1 <c>rlm_query</c> is a plain completion, as <c>llm_query</c> is; with 2 it starts a child
    /// that has a sandbox and turns of its own; with 3 a child may start children; and so on.
    /// </summary>
    /// <value>The default is 1; at least 1.</value>
    public int MaxDepth { get; set; } = DefaultMaxDepth;

    /// <summary>
    /// Gets or sets how many tokens a run and its children may use together, as the clients report them; where one does not, four characters count as a token.
    /// Sub-calls and turns of children are made only if what they may take is left; a turn of the run itself as long as anything is.
    /// The extraction after a limit comes on top.
    /// </summary>
    /// <value>The default is null: no limit.</value>
    public long? MaxTokens { get; set; }

    /// <summary>Gets or sets what a run and its children may cost together, by <see cref="Price"/>. It is kept in the way of <see cref="MaxTokens"/>.</summary>
    /// <value>The default is null: no limit.</value>
    public decimal? MaxCost { get; set; }

    /// <summary>Gets or sets what a call costs, from the name of the model (<c>unknown</c> where the client does not say) and what it used. In any currency.</summary>
    /// <value>The default is null: costs are not counted. Needed for <see cref="MaxCost"/>.</value>
    public Func<string, UsageDetails, decimal>? Price { get; set; }

    /// <summary>
    /// Gets or sets how long a run may take. At its end whatever is going on is cancelled; the extraction that follows may take as long again, but at most a minute.
    /// </summary>
    /// <value>The default is null: no limit.</value>
    public TimeSpan? MaxDuration { get; set; }

    /// <summary>Gets or sets after how many turns in a row that failed the run ends. A turn fails if its code did, or if there was none to run.</summary>
    /// <value>The default is null: no limit.</value>
    public int? MaxConsecutiveErrors { get; set; }

    /// <summary>Gets or sets how many characters a prompt for the sub-model may have.</summary>
    /// <value>The default is 500,000; at least 1.</value>
    public int MaxSubPromptLength { get; set; } = DefaultMaxSubPromptLength;

    /// <summary>Gets or sets how long the code of one turn may compute. Waiting for sub-calls and tools is not counted.</summary>
    /// <value>The default is 30 seconds; more than zero.</value>
    public TimeSpan TurnTimeLimit { get; set; } = TimeSpan.FromSeconds(DefaultTurnTimeLimitSeconds);

    /// <summary>Gets or sets how many bytes the values that the code makes may hold.</summary>
    /// <value>The default is 256 MB; at least 1 MB.</value>
    public long MemoryLimit { get; set; } = DefaultMemoryLimit;

    /// <summary>Gets or sets whether a run that reaches a limit throws <see cref="LimitReachedException"/> instead of having the outputs extracted from the transcript.</summary>
    /// <value>The default is false.</value>
    public bool ThrowOnLimit { get; set; }

    /// <summary>Gets or sets the functions that the code can call.</summary>
    /// <value>The default is none.</value>
    public IList<AIFunction> Tools { get; set; } = [];

    /// <summary>Gets or sets the functions that the code of children can call.</summary>
    /// <value>The default is null: those of <see cref="Tools"/>. An empty list gives them none.</value>
    public IList<AIFunction>? ChildTools { get; set; }

    /// <summary>
    /// Gets or sets which tools only read: their calls overlap as sub-calls do. All others run where the code calls them, and it goes on when they
    /// have answered; they overlap only where the code itself runs them side by side, as with <c>Promise.all</c> of async functions.
    /// For tools of MCP servers: <c>tool => tool is McpClientTool { ProtocolTool.Annotations.ReadOnlyHint: true }</c>.
    /// </summary>
    /// <value>The default is null: none.</value>
    public Func<AIFunction, bool>? IsReadOnlyTool { get; set; }

    /// <summary>Gets or sets who decides about the calls of tools that are an <see cref="ApprovalRequiredAIFunction"/>. Without it such tools are refused when the module is made.</summary>
    /// <value>The default is null.</value>
    public ToolApproval? ToolApproval { get; set; }

    /// <summary>Gets or sets the client that answers <c>llm_query</c>. The module never disposes of it.</summary>
    /// <value>The default is null: the client of the module.</value>
    public IChatClient? SubClient { get; set; }

    /// <summary>Gets or sets the models that the code can choose by name for a sub-call. The language model is told their names and descriptions.</summary>
    /// <value>The default is none: all sub-calls go to <see cref="SubClient"/>.</value>
    public IList<SubModel> SubModels { get; set; } = [];

    /// <summary>Gets or sets the options of the calls that write code.</summary>
    /// <value>The default is null.</value>
    public ChatOptions? ChatOptions { get; set; }

    /// <summary>Gets or sets the options of the sub-calls.</summary>
    /// <value>The default is null.</value>
    public ChatOptions? SubChatOptions { get; set; }

    /// <summary>Gets or sets the JSON options by which inputs, outputs and results of tools are converted.</summary>
    /// <value>The default is null: the web defaults with nullable annotations respected. Where reflection-based serialization is off, types other than the common ones need a resolver here.</value>
    public JsonSerializerOptions? SerializerOptions { get; set; }

    /// <summary>Gets or sets what makes the interpreter of a run. The run disposes of it.</summary>
    /// <value>The default is null: the sandboxed interpreter that comes with this library.</value>
    public Func<InterpreterOptions, ICodeInterpreter>? InterpreterFactory { get; set; }

    /// <summary>
    /// Gets or sets whether spans hold content: previews of the inputs, the code, its output, prompts and answers of sub-calls, arguments and results of
    /// tools, outputs, and the texts of errors. Metrics never do.
    /// </summary>
    /// <remarks>Spans and metrics come from the <c>ActivitySource</c> and the <c>Meter</c> named <c>Experimental.Rlm</c>, after OpenTelemetry's conventions for generative AI.</remarks>
    /// <value>The default is false.</value>
    public bool EnableSensitiveData { get; set; }

    /// <summary>Gets or sets the clock by which durations are measured.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Returns a copy with lists and chat options of its own, which nobody else changes. Null stays null: it is for the module to refuse.</summary>
    internal RecursiveModuleOptions Clone()
    {
        var copy = (RecursiveModuleOptions)MemberwiseClone();
        copy.Tools = Tools is null ? null! : [.. Tools];
        copy.ChildTools = ChildTools is null ? null : [.. ChildTools];
        copy.SubModels = SubModels is null ? null! : [.. SubModels];
        copy.ChatOptions = ChatOptions?.Clone();
        copy.SubChatOptions = SubChatOptions?.Clone();
        return copy;
    }
}
