using Microsoft.Extensions.AI;
using Rlm.Tests.EndToEnd;
using static Rlm.Tests.ScriptedChatClient;

namespace Rlm.Tests.Tools;

/// <summary>What tools return, as the code in the real sandbox sees it.</summary>
public class ToolValueTests
{
    private sealed record Inner(int Id, DateTime At);

    private sealed record Outer(string Name, Inner Inner, IReadOnlyList<Inner> More);

    private sealed record Holder(string Name, object Gate);

    private sealed class Opaque
    {
        public override string ToString() => "opaque";
    }

    private static readonly DateTime Noon = new(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string, object?, string> Results => new()
    {
        { "int", 5, "number 5" },
        { "float", 0.1, "number 0.1" },
        { "bool", true, "boolean true" },
        { "null", null, "object null" },
        { "NaN", double.NaN, "number null" },
        { "infinity", double.PositiveInfinity, "number null" },
        { "large integer", 9007199254740993L, "bigint 9007199254740993" },
        { "list", new List<object?> { 1, "a", null }, "object [1,\"a\",null]" },
        { "dictionary", new Dictionary<string, object?> { ["a"] = 1 }, "object {\"a\":1}" },
        { "record with a date", new Inner(1, Noon), "object {\"id\":1,\"at\":\"2026-01-31T12:00:00Z\"}" },
        { "list of records", new[] { new Inner(1, Noon) }, "object [{\"id\":1,\"at\":\"2026-01-31T12:00:00Z\"}]" },
        {
            "nested records",
            new Outer("o", new Inner(1, Noon), [new Inner(2, Noon)]),
            "object {\"name\":\"o\",\"inner\":{\"id\":1,\"at\":\"2026-01-31T12:00:00Z\"},\"more\":[{\"id\":2,\"at\":\"2026-01-31T12:00:00Z\"}]}"
        },
        { "tuple", (1, "a"), "object [1,\"a\"]" },
        { "anonymous object", new { Point = new { X = 1 } }, "object {\"point\":{\"x\":1}}" },
        { "record that holds a lock", new Holder("h", new object()), "object {\"name\":\"h\",\"gate\":{}}" },
        { "object without properties", new Opaque(), "object {}" },
        { "enum", DayOfWeek.Friday, "string \"Friday\"" },
        { "guid", Guid.Empty, "string \"00000000-0000-0000-0000-000000000000\"" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public async Task Result_OfAnyType_IsAPlainValue(string what, object? result, string expected)
    {
        var run = await Scenario.RunAsync(
            new RecursiveModuleOptions { Tools = [new Returning(result)] },
            "const v = await give(); print(typeof v, typeof v === 'bigint' ? String(v) : JSON.stringify(v))");

        Assert.Equal((what, expected), (what, run.Output().TrimEnd()));
    }

    [Fact]
    public async Task Result_Infinity_IsInfinityToTheCode()
    {
        var run = await Scenario.RunAsync(new RecursiveModuleOptions { Tools = [new Returning(new[] { double.NaN, double.NegativeInfinity })] }, "print(await give())");

        Assert.Equal("[ NaN, -Infinity ]", run.Output().TrimEnd());
    }

    /// <summary>A function that returns its result as it is, as one that was not made from a method may.</summary>
    private sealed class Returning(object? result) : AIFunction
    {
        public override string Name => "give";

        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) => ValueTask.FromResult(result);
    }

    private sealed record Query(string Text, int Limit = 3);

    [Theory]
    [InlineData("await find_all({ query: { text: 'cats' } })", "cats/3/True")]
    [InlineData("await find_all({ text: 'cats', limit: 5 })", "cats/5/True")]
    [InlineData("await find_all({ text: 'cats' }, false)", "cats/3/False")]
    [InlineData("find_all({ query: { text: 'cats', limit: '7' }, exact: false })", "cats/7/False")]
    public async Task Tool_AsynchronousWithARecordAndANameOfItsOwn_IsCalledAndTold(string call, string expected)
    {
        var tool = AIFunctionFactory.Create(FindAsync, "find_all", "Finds everything.");
        var client = new ScriptedChatClient(Code($"print({call})"), Code("SUBMIT('ok')"));
        var updates = new List<RunUpdate>();

        await foreach (var update in new RecursiveModule("text -> answer", client, new() { Tools = [tool] }).RunStreamingAsync(new Dictionary<string, object?> { ["text"] = "t" }))
        {
            updates.Add(update);
        }

        Assert.Equal("find_all", Assert.Single(updates.OfType<ToolCallStartedUpdate>()).Name);
        var record = Assert.Single(updates.OfType<ToolCallFinishedUpdate>()).Record;
        Assert.Equal(("find_all", $"\"{expected}\"", null), (record.Name, record.ResultPreview, record.Error));
        Assert.Equal(expected, updates.OfType<TurnFinishedUpdate>().First().Step.Output.TrimEnd());
        Assert.Contains("`find_all(query: { text: string; limit?: number }, exact?: boolean): Promise<string>`", client.Texts(0)[0], StringComparison.Ordinal);

        static async Task<string> FindAsync(Query query, bool exact = true)
        {
            await Task.Yield();
            return $"{query.Text}/{query.Limit}/{exact}";
        }
    }
}
