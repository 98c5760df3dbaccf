using System.Text.Json;
using Rlm.Json;

namespace Rlm.Tests.Json;

public class TypeScriptTypeTests
{
    [Theory]
    [InlineData("true", "any")]
    [InlineData("{}", "any")]
    [InlineData("""{"type": "integer"}""", "number")]
    [InlineData("""{"type": ["string", "null"]}""", "string | null")]
    [InlineData("""{"type": ["null", "string"]}""", "string | null")]
    [InlineData("""{"type": "array"}""", "any[]")]
    [InlineData("""{"type": "array", "items": {"type": ["string", "number"]}}""", "(string | number)[]")]
    [InlineData("""{"type": "object"}""", "Record<string, any>")]
    [InlineData("""{"type": "object", "additionalProperties": {"type": "boolean"}}""", "Record<string, boolean>")]
    [InlineData("""{"properties": {"a": {"type": "string"}}}""", "{ a?: string }")]
    [InlineData("""{"type": "object", "properties": {"a-b": {"type": "string"}, "c": {}}, "required": ["c"]}""", "{ \"a-b\"?: string; c: any }")]
    [InlineData("""{"enum": ["a", "b", null, 3]}""", "\"a\" | \"b\" | 3 | null")]
    [InlineData("""{"const": "x"}""", "\"x\"")]
    [InlineData("""{"anyOf": [{"type": "null"}, {"type": "number"}]}""", "number | null")]
    [InlineData("""{"oneOf": [{"type": "string"}, {"type": "object", "properties": {"k": {"const": 1}}, "required": ["k"]}]}""", "string | { k: 1 }")]
    [InlineData("""{"anyOf": [{"type": "string"}, {}]}""", "any")]
    [InlineData("""{"$ref": "#/$defs/a", "$defs": {"a": {"type": "string"}}}""", "string")]
    [InlineData("""{"$ref": "#/nowhere"}""", "any")]
    [InlineData("""{"$ref": "https://example.com/x"}""", "any")]
    [InlineData("""{"$ref": "#"}""", "any")]
    [InlineData("""{"type": "strange"}""", "any")]
    [InlineData("""{"enum": ["größe"]}""", "\"größe\"")]
    public void Of_Schema_IsTypeScript(string schema, string expected) => Assert.Equal(expected, TypeScriptType.Of(JsonElement.Parse(schema)));

    [Fact]
    public void Of_RecursiveSchema_Ends()
    {
        var properties = string.Join(", ", Enumerable.Range(0, 20).Select(i => $"\"p{i}\": {{\"$ref\": \"#\"}}"));
        var schema = JsonElement.Parse("""{"type": "object", "properties": {""" + properties + "}}");

        Assert.InRange(TypeScriptType.Of(schema).Length, 10, 10_000);
    }
}
