using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Rlm.Tests.Signatures;

public partial class SignatureFromTests
{
    [Description("Answer from the report.")]
    private sealed record Question
    {
        [Input, Description("Full text.")] public required string Report { get; init; }
        [Input] public IReadOnlyList<Item> Items { get; init; } = [];
        [Input] public string? Hint { get; init; }
        [Output, Description("One sentence."), StringLength(100)] public string Answer { get; init; } = "";
        [Output, Range(0, 1)] public double? Confidence { get; init; }
        [Output] public Mood Mood { get; init; }
        [Output] public Mood? MaybeMood { get; init; }
        [Output] public string? Note { get; set; }
        [Output, JsonPropertyName("when_it_was")] public DateOnly Day { get; init; }
        [Output] public Dictionary<string, List<Item>> Groups { get; init; } = [];
    }

    internal sealed record Item([property: Description("The\nname */ of it.")] string Name, int? Size, Item? Next);

    internal enum Mood
    {
        Good,
        Bad,
    }

    [Fact]
    public void From_Class_ReadsEverything()
    {
        var signature = Signature.From<Question>();

        Assert.Equal("Question", signature.Name);
        Assert.Equal("Answer from the report.", signature.Instructions);
        Assert.Equal(["report", "items", "hint"], signature.Inputs.Select(field => field.Name));
        Assert.Equal([false, false, true], signature.Inputs.Select(field => field.IsOptional));
        Assert.Equal("Full text.", signature.Inputs[0].Description);
        Assert.Equal(["answer", "confidence", "mood", "maybeMood", "note", "when_it_was", "groups"], signature.Outputs.Select(field => field.Name));
        Assert.Equal([false, true, false, true, true, false, false], signature.Outputs.Select(field => field.IsOptional));
        Assert.Equal(["from 0 to 1"], signature.Outputs[1].Constraints);
        Assert.Equal(["at most 100 characters"], signature.Outputs[0].Constraints);
        Assert.Equal("\"Good\" | \"Bad\"", signature.Outputs[2].TypeScript);
        Assert.Equal("string", signature.Outputs[5].TypeScript);
        Assert.StartsWith("{ name: string /* The name * / of it. */; size", signature.Inputs[1].TypeScript, StringComparison.Ordinal);
        Assert.StartsWith("Record<string, {", signature.Outputs[6].TypeScript, StringComparison.Ordinal);
    }

    private sealed class Broken
    {
        public string Neither { get; init; } = "";
        [Input, Output] public string Both { get; init; } = "";
        [Output] public string ReadOnly { get; } = "";
        [Input] public string Print { get; init; } = "";
        [Input] public string Class { get; init; } = "";
        [Input, JsonPropertyName("a-b")] public string Dashed { get; init; } = "";
        [Input] public string Same { get; init; } = "";
        [Input, JsonPropertyName("same")] public string Other { get; init; } = "";
        [Output] public string Trajectory { get; init; } = "";
        [Output] public string FinalReasoning { get; init; } = "";
    }

    [Fact]
    public void From_BrokenClass_NamesEveryOffender() =>
        Assert.Equal(
            """
            The signature 'Broken' is not valid:
            - the property 'Neither' has neither [Input] nor [Output]; it needs exactly one
            - the property 'Both' has both [Input] and [Output]; it needs exactly one
            - the output 'ReadOnly' has no setter; 'init' is enough
            - the input 'print' is the name of a built-in; choose another name
            - the input 'class' is a word that JavaScript reserves; choose another name
            - the input 'a-b' is not a JavaScript identifier; choose another name
            - the output 'trajectory' is a member of every prediction; choose another name
            - the output 'finalReasoning' is a member of every prediction; choose another name
            - the name 'same' is used 2 times; names must differ
            """.ReplaceLineEndings("\n"),
            Assert.Throws<SignatureException>(() => Signature.From<Broken>()).Message);

    private sealed class NoOutput
    {
        [Input] public string Text { get; init; } = "";
    }

    [Fact]
    public void From_NoOutput_IsRefused() =>
        Assert.EndsWith("- it has no output; the language model would have nothing to submit", Assert.Throws<SignatureException>(() => Signature.From<NoOutput>()).Message, StringComparison.Ordinal);

    private sealed class WithItems
    {
        [Input] public required Item First { get; init; }
        [Output] public required Mood Mood { get; init; }
        [Output] public string Answer { get; init; } = "";
    }

    [JsonSerializable(typeof(Mood))]
    private sealed partial class MoodOnly : JsonSerializerContext;

    [JsonSerializable(typeof(Mood))]
    [JsonSerializable(typeof(Item))]
    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    private sealed partial class ItemsContext : JsonSerializerContext;

    [Fact]
    public void From_TypeWithoutMetadata_SaysWhichAndWhatToDo() =>
        Assert.Contains(
            $"the type '{typeof(Item)}' of 'First' has no JSON metadata; add it to a JsonSerializerContext and pass its options as SerializerOptions",
            Assert.Throws<SignatureException>(() => Signature.From<WithItems>(MoodOnly.Default.Options)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void From_CallersContext_IsEnough()
    {
        var signature = Signature.From<WithItems>(ItemsContext.Default.Options);

        Assert.Equal("\"Good\" | \"Bad\"", signature.Outputs[0].TypeScript);
        Assert.Equal("string", signature.Outputs[1].TypeScript);
    }

    [Fact]
    public void From_OptionsWithoutResolver_UsesReflectionWhereItIsOn() =>
        Assert.Equal(2, Signature.From<WithItems>(new JsonSerializerOptions(JsonSerializerDefaults.Web)).Outputs.Count);
}
