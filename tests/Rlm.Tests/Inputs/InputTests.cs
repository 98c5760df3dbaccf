using System.Data;
using System.Dynamic;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using static Rlm.Tests.ScriptedChatClient;

namespace Rlm.Tests.Inputs;

/// <summary>Inputs of every shape, as the code in the real sandbox sees them.</summary>
public sealed class InputTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("rlm-inputs");

    public void Dispose() => _directory.Delete(recursive: true);

    private FileInfo Write(string name, byte[] content)
    {
        var path = Path.Combine(_directory.FullName, name);
        File.WriteAllBytes(path, content);
        return new FileInfo(path);
    }

    private FileInfo Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Gives what <c>JSON.stringify</c> makes of the input.</summary>
    private static async Task<string> SeenAsync(object? value, string expression = "JSON.stringify(x)")
    {
        var module = new RecursiveModule("x: json -> answer", new ScriptedChatClient(Code($"SUBMIT({expression})")), new RecursiveModuleOptions { MaxIterations = 1, ThrowOnLimit = true });
        return (await module.RunAsync(new Dictionary<string, object?> { ["x"] = value })).Get<string>("answer")!;
    }

    private static async Task<string> PromptAsync(object? value, string type = "json")
    {
        var client = new ScriptedChatClient(Code("SUBMIT('ok')"));
        await new RecursiveModule($"x: {type} -> answer", client).RunAsync(new Dictionary<string, object?> { ["x"] = value });
        return client.Texts(0)[1];
    }

    internal sealed record Order(int Id, string Name, decimal Price, DateTime At, Line[] Lines, Order? Previous, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note);

    internal readonly record struct Line(string Product, int Count);

    [Fact]
    public async Task Input_Records_AreObjectsInTheirOrder()
    {
        var first = new Order(1, "a", 1.5m, new DateTime(2026, 1, 31), [new("pen", 2), new("ink", 1)], null, null);
        var second = new Order(2, "b", 2m, new DateTime(2026, 2, 1), [], first, "late");

        Assert.Equal(
            """[{"id":1,"name":"a","price":1.5,"at":"2026-01-31T00:00:00","lines":[{"product":"pen","count":2},{"product":"ink","count":1}],"previous":null},"""
            + """{"id":2,"name":"b","price":2,"at":"2026-02-01T00:00:00","lines":[],"previous":{"id":1,"name":"a","price":1.5,"at":"2026-01-31T00:00:00","lines":[{"product":"pen","count":2},{"product":"ink","count":1}],"previous":null},"note":"late"}]""",
            await SeenAsync(new[] { first, second }));
    }

    [Fact]
    public async Task Input_Records_AreWhatTheSerializerMakesOfThem()
    {
        var random = new Random(1);
        var orders = Enumerable.Range(0, 200).Select(i => new Order(
            i, new string('x', random.Next(5)), random.Next(1_000) / 4m, new DateTime(2026, 1, 1).AddMinutes(i),
            [.. Enumerable.Range(0, random.Next(3)).Select(n => new Line($"p{n}", n))], i % 3 == 0 ? new Order(-i, "", 0, default, [], null, "n") : null, i % 2 == 0 ? null : "note")).ToList();

        Assert.Equal(JsonSerializer.Serialize(orders, JsonSerializerOptions.Web), await SeenAsync(orders));
    }

    [Fact]
    public async Task Input_MixedItems_KeepTheirOrder()
    {
        object?[] items = [1, new Line("a", 1), null, "text", 2.5, new Line("b", 2), new Dictionary<string, object?> { ["k"] = 1 }, true, new Dictionary<string, object?> { ["k"] = 2 }, new object[] { 1 }];

        Assert.Equal("""[1,{"product":"a","count":1},null,"text",2.5,{"product":"b","count":2},{"k":1},true,{"k":2},[1]]""", await SeenAsync(items));
    }

    [Fact]
    public async Task Input_DictionariesOfManyShapes_KeepTheirKeys()
    {
        var rows = Enumerable.Range(0, 30).Select(i => Enumerable.Range(0, i % 15).ToDictionary(key => $"k{key}", key => (object?)(key == 3 ? null : key))).ToList();

        Assert.Equal(JsonSerializer.Serialize(rows), await SeenAsync(rows));
    }

    [Fact]
    public async Task Input_OtherDictionaries_AreObjects()
    {
        dynamic expando = new ExpandoObject();
        expando.a = 1;
        expando.b = "x";

        Assert.Equal("""{"a":1,"b":"x"}""", await SeenAsync((object)expando));
        Assert.Equal("""[{"a":1,"b":"x"}]""", await SeenAsync(new object[] { expando }));
        Assert.Equal("""{"2026-01-31":1}""", await SeenAsync(new Dictionary<DateOnly, int> { [new DateOnly(2026, 1, 31)] = 1 }));
        Assert.Equal("""{"Friday":[1]}""", await SeenAsync(new SortedList<DayOfWeek, int[]> { [DayOfWeek.Friday] = [1] }));
    }

    [Fact]
    public async Task Input_NestedJson_IsTheSame()
    {
        const string Json = """{"a":[1,"b",null,true,{"c":[]}],"d":{},"e":1.5,"f":9007199254740993}""";

        Assert.Equal("""[1,"b",null,true,{"c":[]}]|1.5|9007199254740993""", await SeenAsync(JsonNode.Parse(Json), "JSON.stringify(x.a) + '|' + x.e + '|' + x.f"));
        Assert.Equal("""[1,"b",null,true,{"c":[]}]|1.5|9007199254740993""", await SeenAsync(JsonElement.Parse(Json), "JSON.stringify(x.a) + '|' + x.e + '|' + x.f"));
        Assert.Equal("""[[1,"b",null,true,{"c":[]}]]""", await SeenAsync(new[] { JsonNode.Parse(Json)!["a"] }));
    }

    [Fact]
    public async Task Input_DataTable_IsRowsByColumn()
    {
        using var table = new DataTable("orders");
        table.Columns.Add("id", typeof(int));
        table.Columns.Add("Name of it", typeof(string));
        table.Columns.Add("at", typeof(DateTime));
        table.Columns.Add("raw", typeof(byte[]));
        table.Rows.Add(1, "a", new DateTime(2026, 1, 31, 1, 2, 3), new byte[] { 1, 2 });
        table.Rows.Add(2, DBNull.Value, DBNull.Value, DBNull.Value);
        table.Rows.Add(3, "gone", DBNull.Value, DBNull.Value);
        table.AcceptChanges();
        table.Rows[2].Delete();

        const string Rows = """[{"id":1,"Name of it":"a","at":"2026-01-31T01:02:03","raw":"AQI="},{"id":2,"Name of it":null,"at":null,"raw":null}]""";
        Assert.Equal(Rows, await SeenAsync(table));
        using var view = new DataView(table) { Sort = "id DESC" };
        Assert.StartsWith("""[{"id":2,""", await SeenAsync(view), StringComparison.Ordinal);
        using var set = new DataSet();
        set.Tables.Add(table);
        Assert.Equal($$"""{"orders":{{Rows}}}""", await SeenAsync(set));
        Assert.Contains("any[], 2 items\nKeys of the items: id: number, \"Name of it\": string, at: string, raw: string", await PromptAsync(table), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_Characters_AreText()
    {
        var text = "0123456789";

        Assert.Equal("0123456789", await SeenAsync(text.AsMemory(), "x"));
        Assert.Equal("345", await SeenAsync(text.AsMemory(3, 3), "x"));
        Assert.Equal("ab", await SeenAsync(new Memory<char>(['a', 'b']), "x"));
        Assert.Equal("built", await SeenAsync(new StringBuilder("built"), "x"));
    }

    [Fact]
    public async Task Input_Bytes_AreBase64() => Assert.Equal("/wD+", await SeenAsync(new byte[] { 255, 0, 254 }, "x"));

    [Fact]
    public async Task Input_ValueTuples_AreArrays() => Assert.Equal("""[[1,"a"],[2,"b"]]""", await SeenAsync(new[] { (1, "a"), (2, "b") }));

    [Fact]
    public async Task Input_File_IsItsText()
    {
        Assert.Equal("größe\n", await SeenAsync(Write("a.txt", "größe\n"), "x"));
        Assert.Equal("größe", await SeenAsync(Write("b.txt", [.. Encoding.UTF8.GetPreamble(), .. "größe"u8]), "x"));
        Assert.Equal("größe", await SeenAsync(Write("c.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("größe")]), "x"));
        Assert.Equal("", await SeenAsync(Write("d.txt", ""), "x"));
    }

    [Fact]
    public async Task Input_PathAsText_StaysText()
    {
        var path = Write("a.txt", "content").FullName;

        Assert.Equal(path, await SeenAsync(path, "x"));
    }

    private sealed record Document(string Name, FileInfo Content);

    [Fact]
    public async Task Input_FilesWithinValues_AreTheirTexts()
    {
        var a = Write("a.txt", "A");
        var b = Write("b.txt", "B");

        Assert.Equal("""["A","B","A"]""", await SeenAsync(new[] { a, b, a }));
        Assert.Equal("""[{"name":"a","content":"A"},{"name":"b","content":"B"}]""", await SeenAsync(new[] { new Document("a", a), new Document("b", b) }));
        Assert.Equal("""{"a":"A","n":1,"b":[["B"]]}""", await SeenAsync(new Dictionary<string, object?> { ["a"] = a, ["n"] = 1, ["b"] = new object[] { new[] { b } } }));
        Assert.Equal("""[1,"A"]""", await SeenAsync(new object[] { 1, a }));
    }

    [Fact]
    public async Task Input_ReaderAndStream_AreReadToTheirEndAndStayOpen()
    {
        using var reader = new StringReader("of a reader");
        using var stream = new MemoryStream([.. Encoding.UTF8.GetPreamble(), .. "of a stream"u8]);

        Assert.Equal("of a reader", await SeenAsync(reader, "x"));
        Assert.Equal("of a stream", await SeenAsync(stream, "x"));
        Assert.Equal(-1, reader.Read());
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task Input_SameReaderTwice_IsReadOnce()
    {
        using var reader = new StringReader("once");
        var module = new RecursiveModule("a, b -> answer", new ScriptedChatClient(Code("SUBMIT(a + ' ' + b)")));

        Assert.Equal("once once", (await module.RunAsync(new Dictionary<string, object?> { ["a"] = reader, ["b"] = reader })).Get<string>("answer"));
    }

    [Fact]
    public async Task Input_StreamedRunTwice_ReadsTheReaderOnce()
    {
        using var reader = new StringReader("text");
        var module = new RecursiveModule("x -> answer", new ScriptedChatClient(Code("SUBMIT(x)"), Code("SUBMIT(x)")));
        var run = module.RunStreamingAsync(new Dictionary<string, object?> { ["x"] = reader });

        for (var i = 0; i < 2; i++)
        {
            var last = await run.LastAsync();
            Assert.Equal("text", Assert.IsType<RunFinishedUpdate>(last).Prediction.Get<string>("answer"));
        }
    }

    [Fact]
    public async Task Input_Sequence_IsEvaluatedOnce()
    {
        var evaluations = 0;
        IEnumerable<int> Items()
        {
            evaluations++;
            yield return 1;
            yield return 2;
        }

        Assert.Equal("[1,2]", await SeenAsync(Items()));
        Assert.Equal(1, evaluations);
    }

    [Fact]
    public async Task Input_LargeText_ArrivesIntact()
    {
        var text = string.Concat(Enumerable.Range(0, 120_000).Select(i => $"{i:D9}\n"));

        Assert.Equal("1200000 000119999", await SeenAsync(text, "x.length + ' ' + x.trimEnd().split('\\n').at(-1)"));
    }

    [Fact]
    public async Task Input_LargeThanTheMemoryLimit_IsNotCountedAgainstIt()
    {
        var module = new RecursiveModule("x: json -> answer: int", new ScriptedChatClient(Code("SUBMIT(x.length)")), new RecursiveModuleOptions { MemoryLimit = 1024 * 1024, MaxIterations = 1 });
        var lines = Enumerable.Range(0, 100_000).Select(i => new Line($"product {i}", i)).ToList();

        Assert.Equal(100_000, (await module.RunAsync(new Dictionary<string, object?> { ["x"] = lines })).Get<int>("answer"));
    }

    private sealed class Dataset(int count) : ISandboxValue
    {
        public int Asked { get; private set; }

        public object? ToSandboxValue()
        {
            Asked++;
            return Enumerable.Range(0, count).Select(i => new Line($"p{i}", i));
        }

        public string? ToPreview() => $"A data set of {count} lines, ordered by count.\n```\nnot a fence";
    }

    [Fact]
    public async Task Input_SandboxValue_ShowsItself()
    {
        var data = new Dataset(1_000);
        var client = new ScriptedChatClient(Code("SUBMIT(x[999].product)"));

        var prediction = await new RecursiveModule("x: json -> answer", client).RunAsync(new Dictionary<string, object?> { ["x"] = data });

        Assert.Equal("p999", prediction.Get<string>("answer"));
        Assert.Contains("## `x`\n\nany[], 1,000 items\n````\nA data set of 1000 lines, ordered by count.\n```\nnot a fence\n````\n", client.Texts(0)[1], StringComparison.Ordinal);
        Assert.DoesNotContain("product", client.Texts(0)[1], StringComparison.Ordinal);
        Assert.Equal(1, data.Asked);
    }

    private sealed class Wrapper(object? value, string? preview = null) : ISandboxValue
    {
        public object? ToSandboxValue() => value;

        public string? ToPreview() => preview;
    }

    [Fact]
    public async Task Input_SandboxValueWithoutPreview_HasTheUsualOne() =>
        Assert.Equal(await PromptAsync(new[] { 1, 2 }), await PromptAsync(new Wrapper(new[] { 1, 2 })));

    [Fact]
    public async Task Input_SandboxValueWithLongPreview_IsCut() =>
        Assert.Contains("\n… (6,000 characters omitted) …\n", await PromptAsync(new Wrapper(1, new string('x', 10_000))), StringComparison.Ordinal);

    [Fact]
    public async Task Input_SandboxValuesWithinValues_AreAsked()
    {
        Assert.Equal("""[1,"A",{"w":[2]}]""", await SeenAsync(new object[] { new Wrapper(1), new Wrapper(Write("a.txt", "A")), new Dictionary<string, object?> { ["w"] = new Wrapper(new Wrapper(new[] { 2 })) } }));
        Assert.Equal("null", await SeenAsync(new Wrapper(null)));
        Assert.Equal("A", await SeenAsync(new Wrapper(Write("a.txt", "A")), "x"));
    }

    [Fact]
    public async Task Input_SandboxValue_MayHoldMoreThanCodeCould()
    {
        var payload = new string('y', 1_200_000);

        Assert.Equal("1200000", await SeenAsync(new Wrapper(payload), "`${x.length}`"));
    }

    private sealed class TypedInputs
    {
        [Input] public required FileInfo Report { get; init; }
        [Input] public required TextReader Log { get; init; }
        [Input] public required ReadOnlyMemory<char> Part { get; init; }
        [Input] public required DataTable Rows { get; init; }
        [Input] public required Dataset Data { get; init; }
        [Output] public string Answer { get; init; } = "";
    }

    [Fact]
    public async Task Input_TypedProperties_AreReadAndShown()
    {
        using var table = new DataTable();
        table.Columns.Add("n", typeof(int));
        table.Rows.Add(4);
        using var log = new StringReader("log");
        var client = new ScriptedChatClient(Code("SUBMIT([report, log, part, rows[0].n, data.length].join())"));

        var prediction = await new RecursiveModule<TypedInputs>(client).RunAsync(new()
        {
            Report = Write("report.txt", "report"),
            Log = log,
            Part = "xpartx".AsMemory(1, 4),
            Rows = table,
            Data = new Dataset(3),
        });

        Assert.Equal("report,log,part,4,3", prediction.Result.Answer);
        Assert.Equal(
            ["string, 6 characters, 1 line", "string, 3 characters, 1 line", "string, 4 characters, 1 line", "Record<string, any>[], 1 item", "any[], 3 items"],
            client.Texts(0)[1].Split("## `").Skip(1).Select(part => part.Split('\n')[2]));
    }
}
