using System.Text;
using Rlm.Interpreters;

namespace Rlm.Prompts;

/// <summary>Makes the messages of modules that ask once.</summary>
internal sealed class PredictPrompts(Signature signature, bool asksForReasoning)
{
    /// <summary>The system message.</summary>
    public string System { get; } = PromptTexts.Predict.Fill(
        ("task", SignatureTexts.Task(signature)),
        ("reasoning", asksForReasoning ? $"{PromptTexts.Notice("reasoning")}\n" : ""),
        ("outputs", SignatureTexts.Outputs(signature)));

    /// <summary>The user message: the inputs in full.</summary>
    public string Inputs(IReadOnlyList<string> texts) => texts.Count == 0
        ? PromptTexts.Notice("no-inputs")
        : $"# Inputs\n\n{string.Join("\n\n", signature.Inputs.Zip(texts, Input))}";

    /// <summary>The user message after a reply that is not valid.</summary>
    public static string Repair(IEnumerable<string> problems) => PromptTexts.Notice("reply-repair", ("problems", string.Join('\n', problems.Select(problem => $"- {problem}"))));

    private static string Input(SignatureField field, string text)
    {
        var heading = new StringBuilder($"## `{field.Name}`\n\n{field.TypeScript}");
        if (field.Description.Length > 0)
        {
            heading.Append(" — ").Append(field.Description);
        }

        if (field.Constraints.Count > 0)
        {
            heading.Append(" (").AppendJoin("; ", field.Constraints).Append(')');
        }

        return heading.Append('\n').Append(DataFence.Around(text)).ToString();
    }
}
