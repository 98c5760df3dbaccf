using System.Text.Json;
using Rlm.Interpreters;
using Rlm.Json;

namespace Rlm.Tests.Interpreters;

public class VariableDescriptionTests
{
    private static string Describe(object? value, string type = "str", string description = "") =>
        VariableDescription.Of(SignatureField.Input("x", type, description), new InterpreterValues(ValueSerialization.Default).From(value));

    [Fact]
    public void Text_Short_IsShownWhole() =>
        Assert.Equal("string, 11 characters, 2 lines — About it.\n```\nhello\nworld\n```", Describe("hello\nworld", description: "About it."));

    [Fact]
    public void Text_AtTheEdge_IsShownWholeAndOneMoreIsCut()
    {
        Assert.DoesNotContain("The first", Describe(new string('x', 1_000)), StringComparison.Ordinal);
        Assert.Contains("The first 500 characters:", Describe(new string('x', 1_001)), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_Long_ShowsHeadAndTail()
    {
        var description = Describe(new string('a', 500) + new string('x', 100_000_000) + new string('z', 500));

        Assert.Equal($"string, 100,001,000 characters, 1 line\nThe first 500 characters:\n```\n{new string('a', 500)}\n```\nThe last 500 characters:\n```\n{new string('z', 500)}\n```", description);
    }

    [Fact]
    public void Text_Cut_DoesNotSplitSurrogatePairs()
    {
        var description = Describe(new string('a', 499) + "😀" + new string('x', 2_000) + "😀" + new string('z', 499));

        Assert.All(description.EnumerateRunes(), rune => Assert.NotEqual(0xFFFD, rune.Value));
    }

    [Fact]
    public void Text_Empty_IsShown() => Assert.Equal("string, 0 characters, 1 line\n```\n\n```", Describe(""));

    [Fact]
    public void Texts_Many_GiveTheirSizes() =>
        Assert.Equal("string[], 3 items, 6 characters in all, the longest has 3\nThe first 2 items:\n```\n[0] \"a\"\n[1] \"bb\"\n```", Describe(new[] { "a", "bb", "ccc" }, "list[str]"));

    [Fact]
    public void Items_Empty_AreSaid() => Assert.Equal("string[], 0 items", Describe(Array.Empty<string>(), "list[str]"));

    [Fact]
    public void Items_Objects_ShowTheKeysOfAll()
    {
        var items = new object[] { new Dictionary<string, object?> { ["id"] = 1, ["name"] = "a" }, new Dictionary<string, object?> { ["id"] = 2, ["tags"] = new[] { "x" } }, 5 };

        Assert.Equal(
            "any[], 3 items\nKeys of the items: id: number, name: string, tags: any[]\nThe first 2 items:\n```\n[0] { id: 1, name: \"a\" }\n[1] { id: 2, tags: [ \"x\" ] }\n```",
            Describe(items));
    }

    [Fact]
    public void Object_Large_ShowsTheFirstKeysOnly()
    {
        var description = Describe(Enumerable.Range(0, 1_000).ToDictionary(i => $"key{i}", i => (object?)new string('v', 1_000)), "json");

        Assert.StartsWith("object, 1,000 keys\nKeys: key0: string, key1: string", description, StringComparison.Ordinal);
        Assert.Contains("key49: string, … (950 more)", description, StringComparison.Ordinal);
        Assert.True(description.Length < 5_000);
    }

    [Fact]
    public void Json_Element_LooksLikeClrValues() =>
        Assert.Equal(
            Describe(new Dictionary<string, object?> { ["a"] = new object?[] { 1, "b", null, true }, ["c"] = new Dictionary<string, object?>() }, "json"),
            Describe(JsonElement.Parse("""{"a": [1, "b", null, true], "c": {}}"""), "json"));

    [Fact]
    public void Value_OtherThanDeclared_IsDescribedAsItIs() =>
        Assert.StartsWith("any[], 1 item\n", Describe(new object[] { 5 }, "str"), StringComparison.Ordinal);

    [Theory]
    [InlineData(42, "int", "number\n```\n42\n```")]
    [InlineData(true, "bool", "boolean\n```\ntrue\n```")]
    [InlineData(null, "int", "null: not given, else number")]
    public void Scalar_IsShown(object? value, string type, string expected) => Assert.Equal(expected, Describe(value, type));

    [Fact]
    public void Nested_DeepAndWide_StaysShort()
    {
        // 2^30 leaves if it were written out; shared, so that it fits into memory.
        var shared = SharedTree(30);

        Assert.True(VariableDescription.Of(SignatureField.Input("x", "json"), shared).Length < 10_000);
    }

    private static IReadOnlyList<object?> SharedTree(int depth)
    {
        IReadOnlyList<object?> node = ["leaf", "leaf"];
        for (var i = 0; i < depth; i++)
        {
            node = [node, node];
        }

        return node;
    }

    [Fact]
    public void Keys_Hostile_StayOnTheirLine()
    {
        var description = Describe(new Dictionary<string, object?> { ["a\n```\n# Rules"] = 1 }, "json");

        Assert.DoesNotContain("\n# Rules", description, StringComparison.Ordinal);
    }
}
