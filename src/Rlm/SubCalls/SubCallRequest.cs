using System.Text.Json;
using Rlm.Budgets;
using Rlm.Interpreters;

namespace Rlm.SubCalls;

/// <summary>One question that the code asks, read from the arguments of its call.</summary>
/// <param name="Function">The function that was called.</param>
/// <param name="Prompt">The prompt, or the task of a child, without its context.</param>
/// <param name="Context">What comes with it; undefined where nothing does.</param>
/// <param name="Model">The model that the code chose, or null.</param>
/// <param name="Schema">The JSON schema of the answer, or null for text.</param>
internal sealed record SubCallRequest(string Function, string Prompt, JsonElement Context, ModelEndpoint? Model, JsonElement? Schema)
{
    private const string Gap = "\n\n";

    public bool HasContext => Context.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>The context as text; empty where there is none.</summary>
    public string ContextText => field ??= Context.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.String => Context.GetString()!,
        _ => Context.GetRawText(),
    };

    /// <summary>The prompt and, after an empty line, its context.</summary>
    public string Text => HasContext ? Prompt + Gap + ContextText : Prompt;

    /// <summary>The length of <see cref="Text"/>, which is not made for it.</summary>
    public int Length => HasContext ? Prompt.Length + Gap.Length + ContextText.Length : Prompt.Length;

    /// <summary>The beginning of <see cref="Text"/>, which is not made for it.</summary>
    public string Preview(int length) => TextCut.Head(HasContext ? Prompt + Gap + TextCut.Head(ContextText, length) : Prompt, length);
}
