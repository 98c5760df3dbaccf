using System.Text.Json;
using Rlm.Json;
using Rlm.Prompts;
using Rlm.SubCalls;

namespace Rlm.Running;

/// <summary>What a child takes and gives: a task and its context, and an answer.</summary>
internal static class ChildSignature
{
    public const string Answer = "answer";
    private const string Task = "task";
    private const string Context = "context";

    private static readonly JsonElement Text = JsonElement.Parse("""{"type":"string"}""");
    private static readonly JsonElement Anything = JsonElement.Parse("{}");

    /// <summary>The signature with all that a child can have.</summary>
    public static Signature WithContext { get; } = Make(hasContext: true, Text);

    public static Signature For(SubCallRequest request) => Make(request.HasContext, request.Schema ?? Text);

    public static IReadOnlyList<InterpreterVariable> Variables(SubCallRequest request) => request.HasContext
        ? [new(Task, request.Prompt), new(Context, request.Context.ValueKind is JsonValueKind.String ? request.ContextText : request.Context)]
        : [new(Task, request.Prompt)];

    private static Signature Make(bool hasContext, JsonElement answer)
    {
        var inputs = new List<SignatureField> { new(FieldKind.Input, Task, Text, isOptional: false) };
        if (hasContext)
        {
            inputs.Add(new SignatureField(FieldKind.Input, Context, Anything, isOptional: false));
        }

        return new Signature("rlm_query", PromptTexts.Notice("child-task"), inputs, [new SignatureField(FieldKind.Output, Answer, answer, isOptional: false)]);
    }
}
