using System.Text.Json;
using Rlm.Json;

namespace Rlm.Tests.Json;

public class SchemaCoercionTests
{
    private static (string? Json, IReadOnlyList<string> Problems) Coerce(string value, string schema)
    {
        var root = JsonElement.Parse(schema);
        var coerced = SchemaCoercion.Coerce(JsonElement.Parse(value), root, root, "v", out var problems);
        return (coerced is { } element ? JsonSerializer.Serialize(element) : null, problems);
    }

    [Theory]
    [InlineData("\"x\"", "{}", "\"x\"")]
    [InlineData("1.50", """{"type": "string"}""", "\"1.50\"")]
    [InlineData("12345678901234567890", """{"type": "string"}""", "\"12345678901234567890\"")]
    [InlineData("false", """{"type": "string"}""", "\"false\"")]
    [InlineData("\" 12 \"", """{"type": "integer"}""", "12")]
    [InlineData("1e3", """{"type": "integer"}""", "1000")]
    [InlineData("3.0", """{"type": "integer"}""", "3")]
    [InlineData("123456789012345678901234567890", """{"type": "integer"}""", "123456789012345678901234567890")]
    [InlineData("\"0.1\"", """{"type": "number"}""", "0.1")]
    [InlineData("\"1e400\"", """{"type": "string"}""", "\"1e400\"")]
    [InlineData("\"True\"", """{"type": "boolean"}""", "true")]
    [InlineData("null", """{"type": ["string", "null"]}""", "null")]
    [InlineData("5", """{"type": ["string", "number"]}""", "5")]
    [InlineData("\"5\"", """{"type": ["string", "number"]}""", "\"5\"")]
    [InlineData("\"5\"", """{"anyOf": [{"type": "null"}, {"type": "integer"}]}""", "5")]
    [InlineData("\" GOOD \"", """{"enum": ["good", "bad"]}""", "\"good\"")]
    [InlineData("\"B\"", """{"enum": ["b", "B"]}""", "\"B\"")]
    [InlineData("[\"1\", 2]", """{"type": "array", "items": {"type": "integer"}}""", "[1,2]")]
    [InlineData("{\"a\": 1, \"b\": {\"c\": \"2\"}}", """{"type": "object", "additionalProperties": {"anyOf": [{"type": "integer"}, {"type": "object", "properties": {"c": {"type": "integer"}}}]}}""", "{\"a\":1,\"b\":{\"c\":2}}")]
    [InlineData("{\"next\": {\"next\": {\"n\": \"1\"}}}", """{"type": "object", "properties": {"n": {"type": "integer"}, "next": {"$ref": "#"}}}""", "{\"next\":{\"next\":{\"n\":1}}}")]
    public void Coerce_PlainMeaning_IsTaken(string value, string schema, string expected) => Assert.Equal(expected, Coerce(value, schema).Json);

    [Theory]
    [InlineData("null", """{"type": "string"}""", "v must not be null; expected string")]
    [InlineData("[]", """{"type": "string"}""", "v expected string, but got an array of 0")]
    [InlineData("\"\"", """{"type": "integer"}""", "v expected an integer, but got \"\"")]
    [InlineData("\"12px\"", """{"type": "number"}""", "v expected a number, but got \"12px\"")]
    [InlineData("\"NaN\"", """{"type": "number"}""", "v expected a number, but got \"NaN\"")]
    [InlineData("\"Infinity\"", """{"type": "number"}""", "v expected a number, but got \"Infinity\"")]
    [InlineData("1e999999999", """{"type": "integer"}""", "v expected an integer, but got 1e999999999")]
    [InlineData("0", """{"type": "boolean"}""", "v expected true or false, but got 0")]
    [InlineData("{}", """{"type": "array"}""", "v expected any[], but got an object")]
    [InlineData("\"x\"", """{"type": "object"}""", "v expected Record<string, any>, but got \"x\"")]
    [InlineData("5", """{"enum": ["a"]}""", "v must be one of \"a\", but is 5")]
    [InlineData("true", """{"anyOf": [{"type": "null"}, {"type": "integer"}]}""", "v expected number | null, but got true")]
    [InlineData("{\"b\": 1}", """{"type": "object", "properties": {"a": {}}, "required": ["a"], "additionalProperties": false}""", "v.b is not a property here|v.a is missing")]
    [InlineData("[1, null, \"x\"]", """{"type": "array", "items": {"type": "integer"}}""", "v[1] must not be null; expected number|v[2] expected an integer, but got \"x\"")]
    [InlineData("\"2026-02-30\"", """{"type": "string", "format": "date"}""", "v expected a date such as \"2026-01-31\", but got \"2026-02-30\"")]
    public void Coerce_WrongShape_IsSaid(string value, string schema, string problems)
    {
        var (json, noted) = Coerce(value, schema);

        Assert.Null(json);
        Assert.Equal(problems, string.Join('|', noted));
    }

    [Fact]
    public void Coerce_ManyProblems_AreCapped()
    {
        var (_, problems) = Coerce($"[{string.Join(',', Enumerable.Repeat("null", 10_000))}]", """{"type": "array", "items": {"type": "integer"}}""");

        Assert.Equal(20, problems.Count);
    }

    [Fact]
    public void Coerce_SchemaOfAlternativesThatReferToItself_Ends()
    {
        var (json, _) = Coerce("5", """{"anyOf": [{"$ref": "#"}, {"$ref": "#"}, {"$ref": "#"}]}""");

        Assert.Equal("5", json);
    }

    [Fact]
    public void Coerce_AlternativesThatFailLate_EndWithAProblem()
    {
        // Each level has two alternatives that both fail in the depth: 2^30 walks.
        var value = "\"x\"";
        for (var i = 0; i < 30; i++)
        {
            value = $"[{value}]";
        }

        var (json, problems) = Coerce(value, """{"anyOf": [{"type": "integer"}, {"type": "array", "items": {"$ref": "#"}}, {"type": "array", "items": {"$ref": "#"}, "title": "again"}]}""");

        Assert.Null(json);
        Assert.NotEmpty(problems);
    }
}
