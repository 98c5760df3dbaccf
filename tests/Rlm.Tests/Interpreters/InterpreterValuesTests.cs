using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Rlm.Interpreters;
using Rlm.Json;

namespace Rlm.Tests.Interpreters;

public class InterpreterValuesTests
{
    private static object? From(object? value) => new InterpreterValues(ValueSerialization.Default).From(value);

    [Fact]
    public void From_Numbers_AreDoublesWhereExactAndBigIntegersBeyond()
    {
        Assert.Equal(5.0, From((byte)5));
        Assert.Equal(-5.0, From(-5));
        Assert.Equal(9007199254740991.0, From(9007199254740991));
        Assert.Equal(new BigInteger(9007199254740993), From(9007199254740993));
        Assert.Equal(new BigInteger(ulong.MaxValue), From(ulong.MaxValue));
        Assert.Equal(0.1, From(0.1f));
        Assert.Equal(0.1, From(0.1m));
        Assert.Equal(new BigInteger(decimal.MaxValue), From(decimal.MaxValue));
        Assert.Equal(double.NaN, From(double.NaN));
    }

    [Fact]
    public void From_Text_IsTheSameReference()
    {
        var text = new string('x', 10);

        Assert.Same(text, From(text));
        Assert.Same(text, Assert.IsAssignableFrom<IReadOnlyList<object?>>(From(new List<string> { text }))[0]);
        Assert.Same(text, Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(From(new Holder(text, null, 1)))["renamed"]);
    }

    internal sealed record Holder([property: JsonPropertyName("renamed")] string Text, Holder? Next, [property: JsonIgnore] int Hidden);

    [Fact]
    public void From_Object_UsesItsJsonNames()
    {
        var value = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(From(new Holder("a", new Holder("b", null, 2), 1)));

        Assert.Equal(["renamed", "next"], value.Keys);
        Assert.Equal("b", Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(value["next"])["renamed"]);
    }


    [Fact]
    public void From_DateGuidEnumAndBytes_AreTheirJson()
    {
        Assert.Equal("2026-01-31", From(new DateOnly(2026, 1, 31)));
        Assert.Equal("2026-01-31T12:00:00Z", From(new DateTime(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc)));
        Assert.Equal("2026-01-31T12:00:00.5+02:00", From(new DateTimeOffset(2026, 1, 31, 12, 0, 0, 500, TimeSpan.FromHours(2))));
        Assert.Equal("1.02:03:04", From(new TimeSpan(1, 2, 3, 4)));
        Assert.Equal("https://example.com/a?b", From(new Uri("https://example.com/a?b")));
        Assert.Equal("Friday", From(DayOfWeek.Friday));
        Assert.Equal("AQI=", From(new byte[] { 1, 2 }));
        Assert.Equal("x", From('x'));
        Assert.Equal(Guid.Empty.ToString(), From(Guid.Empty));
    }

    [Fact]
    public void From_Null_StaysNullAtAnyDepth()
    {
        var value = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(From(new Dictionary<string, object?> { ["a"] = null, ["b"] = new object?[] { null } }));

        Assert.Null(value["a"]);
        Assert.Null(Assert.IsAssignableFrom<IReadOnlyList<object?>>(value["b"])[0]);
    }

    [Fact]
    public void From_OtherKeysAndSequences_AreConverted()
    {
        Assert.Equal(["1", "2"], Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(From(new Dictionary<int, string> { [1] = "a", [2] = "b" })).Keys);
        Assert.Equal([0.0, 1.0], Assert.IsAssignableFrom<IReadOnlyList<object?>>(From(Enumerable.Range(0, 2))));
        Assert.Equal([1.0, "x", null], Assert.IsAssignableFrom<IReadOnlyList<object?>>(From(new JsonArray(1, "x", null))));
        Assert.Equal(1.0, Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(From(new JsonObject { ["a"] = 1 }))["a"]);
    }

    [Fact]
    public void From_InputChangedLater_IsNotSeen()
    {
        var list = new List<string> { "a" };
        var converted = Assert.IsAssignableFrom<IReadOnlyList<object?>>(From(list));

        list.Add("b");

        Assert.Single(converted);
    }

    private sealed class Thrower
    {
        public string Name => throw new InvalidOperationException("not now");
    }

    [Fact]
    public void From_GetterThrows_SaysWhich() =>
        Assert.Contains("the property 'name' of", Assert.Throws<NotSupportedException>(() => From(new Thrower())).Message, StringComparison.Ordinal);

    [Fact]
    public void From_Unconvertible_SaysWhy()
    {
        Assert.Contains("could not be written as JSON", Assert.Throws<NotSupportedException>(() => From(new Func<int>(() => 1))).Message, StringComparison.Ordinal);
        Assert.Contains("has no JSON metadata", Assert.Throws<NotSupportedException>(() => new InterpreterValues(CommonTypesContext.Default.Options).From(new Holder("a", null, 1))).Message, StringComparison.Ordinal);
    }
}
