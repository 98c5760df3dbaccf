using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using static Rlm.Tests.ScriptedChatClient;

namespace Rlm.Tests.Inputs;

/// <summary>Inputs that cannot be given to a sandbox: each is named before anything is made or asked.</summary>
public sealed class InputFailureTests
{
    private static readonly string Missing = Path.Combine(Path.GetTempPath(), "rlm-no-such-directory", "no-such-file.txt");

    private static async Task<string> ProblemAsync(params object?[] values)
    {
        var names = Enumerable.Range(0, values.Length).Select(i => $"x{i}").ToList();
        var client = new ScriptedChatClient(Code("SUBMIT('ok')"));
        var made = 0;
        var module = new RecursiveModule($"{string.Join(", ", names.Select(name => $"{name}: json"))} -> answer", client, new RecursiveModuleOptions
        {
            InterpreterFactory = _ =>
            {
                made++;
                return new ScriptedInterpreter();
            },
        });

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => module.RunAsync(names.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second)));

        Assert.Equal("inputs", exception.ParamName);
        Assert.Empty(client.Requests);
        Assert.Equal(0, made);
        return exception.Message.Replace(" (Parameter 'inputs')", "", StringComparison.Ordinal).Replace("The inputs are not valid:\n- ", "", StringComparison.Ordinal);
    }

    private sealed class Node
    {
        public string Name { get; init; } = "";
        public Node? Parent { get; set; }
        public List<Node> Children { get; } = [];
    }

    [Fact]
    public async Task Cycle_ThroughParentAndChildren_IsNamed()
    {
        var parent = new Node();
        parent.Children.AddRange(Enumerable.Range(0, 1_000).Select(_ => new Node { Parent = parent }));

        Assert.Equal($"'x0' cannot be given to the sandbox: it contains itself: a value of type '{typeof(Node)}' is found within itself", await ProblemAsync(parent));
    }

    [Fact]
    public async Task Cycle_ThroughDictionaryAndSequence_IsNamed()
    {
        var dictionary = new Dictionary<string, object?>();
        dictionary["self"] = new object[] { dictionary };

        Assert.Contains("it contains itself", await ProblemAsync(dictionary), StringComparison.Ordinal);
        Assert.Contains("it contains itself", await ProblemAsync(new object[] { new List<object> { dictionary } }), StringComparison.Ordinal);
    }

    private sealed class Endless : IEnumerable<Endless>, ISandboxValue
    {
        public IEnumerator<Endless> GetEnumerator() => new List<Endless> { new() }.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public object? ToSandboxValue() => new Endless();
    }

    [Fact]
    public async Task Depth_WithoutEnd_IsNamed()
    {
        Assert.Equal("'x0' cannot be given to the sandbox: it nests deeper than 64", await ProblemAsync(new Endless()));
        Assert.Equal("'x0' cannot be given to the sandbox: it nests deeper than 64", await ProblemAsync((object)Nested(65)));
        Assert.Equal("'x0' cannot be given to the sandbox: it nests deeper than 64", await ProblemAsync(JsonDocument.Parse(new string('[', 65) + new string(']', 65), new JsonDocumentOptions { MaxDepth = 100 })));
        Assert.Equal("'x0' cannot be given to the sandbox: it nests deeper than 64", await ProblemAsync((object)new object[] { JsonElement.Parse(new string('[', 64) + new string(']', 64)) }));
    }

    [Fact]
    public async Task Depth_OfJsonBeyondTheStack_IsNamed()
    {
        var json = JsonDocument.Parse(new string('[', 20_000) + new string(']', 20_000), new JsonDocumentOptions { MaxDepth = 20_000 });

        Assert.Contains("it nests deeper than 64", await ProblemAsync(json), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Depth_Of64_IsAllowed()
    {
        var module = new RecursiveModule("x: json, y: json -> answer: int", new ScriptedChatClient(Code("let d = 0; for (let v = x; Array.isArray(v); v = v[0]) d++; for (let v = y; Array.isArray(v); v = v[0]) d++; SUBMIT(d)")));

        var prediction = await module.RunAsync(new Dictionary<string, object?> { ["x"] = Nested(64), ["y"] = JsonElement.Parse(new string('[', 64) + new string(']', 64)) });

        Assert.Equal(128, prediction.Get<int>("answer"));
    }

    private static object?[] Nested(int depth) => depth == 1 ? [] : [Nested(depth - 1)];

    private sealed class Broken
    {
        public string Name => throw new InvalidOperationException("not now");
    }

    private static IEnumerable<int> BreakAt(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return i;
        }

        throw new IOException("the connection broke");
    }

    private sealed class BrokenValue(bool inPreview) : ISandboxValue
    {
        public object? ToSandboxValue() => inPreview ? 1 : throw new InvalidOperationException("no value");

        public string? ToPreview() => throw new InvalidOperationException("no preview");
    }

    [JsonConverter(typeof(BrokenConverter))]
    private sealed class Converted;

    private sealed class BrokenConverter : JsonConverter<Converted>
    {
        public override Converted? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("never");

        public override void Write(Utf8JsonWriter writer, Converted value, JsonSerializerOptions options) => throw new InvalidOperationException("no converter");
    }

    [Fact]
    public async Task Code_OfTheCallerThatThrows_IsNamedForAllInputs()
    {
        var disposed = JsonDocument.Parse("[1]");
        disposed.Dispose();

        var problems = (await ProblemAsync(new Broken(), BreakAt(3), new BrokenValue(false), new BrokenValue(true), new Converted(), disposed, new[] { new Broken() })).Split("\n- ");

        Assert.Equal($"'x0' cannot be given to the sandbox: the property 'name' of '{typeof(Broken)}' could not be read: not now", problems[0]);
        Assert.Matches("^'x1' cannot be given to the sandbox: the items of '.*' could not be read: the connection broke$", problems[1]);
        Assert.Equal($"'x2' cannot be given to the sandbox: '{typeof(BrokenValue)}' could not give its value for the sandbox: no value", problems[2]);
        Assert.Equal("'x3' cannot be given to the sandbox: no preview", problems[3]);
        Assert.Equal($"'x4' cannot be given to the sandbox: the type '{typeof(Converted)}' could not be written as JSON: no converter", problems[4]);
        Assert.StartsWith("'x5' cannot be given to the sandbox: ", problems[5], StringComparison.Ordinal);
        Assert.StartsWith("'x6' cannot be given to the sandbox: the property 'name'", problems[6], StringComparison.Ordinal);
        Assert.Equal(7, problems.Length);
    }

    [Fact]
    public async Task Types_WithoutAForm_AreNamedWithTheWayOut()
    {
        Assert.Equal("'x0' cannot be given to the sandbox: it is a task; await it first", await ProblemAsync(Task.FromResult(1)));
        Assert.Equal($"'x0' cannot be given to the sandbox: '{Path.GetTempPath()}' is a directory; give its files", await ProblemAsync(new DirectoryInfo(Path.GetTempPath())));
        Assert.Contains("an array of more than one dimension has no JSON form; use an array of arrays", await ProblemAsync((object)new int[2, 2]), StringComparison.Ordinal);
        Assert.Contains("could not be written as JSON", await ProblemAsync(new Func<int>(() => 1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_ThatDoNotExist_AreNamedWithTheOtherProblems() =>
        Assert.Equal(
            $"'x0' cannot be given to the sandbox: the file '{Missing}' does not exist\n- 'x1' cannot be given to the sandbox: it is a task; await it first\n- 'x2' cannot be given to the sandbox: the file '{Missing}' does not exist",
            await ProblemAsync(new FileInfo(Missing), Task.CompletedTask, new[] { new FileInfo(Missing) }));

    private sealed class BrokenReader : TextReader
    {
        public override Task<string> ReadToEndAsync(CancellationToken cancellationToken) => throw new IOException("the disk broke");
    }

    [Fact]
    public async Task Readers_ThatThrow_AreAllNamed()
    {
        var closed = new MemoryStream();
        await closed.DisposeAsync();

        var problems = (await ProblemAsync(new BrokenReader(), new[] { (object)"fine", closed })).Split("\n- ");

        Assert.Equal($"'x0' cannot be given to the sandbox: the reader '{typeof(BrokenReader)}' cannot be read: the disk broke", problems[0]);
        Assert.StartsWith($"'x1' cannot be given to the sandbox: the stream '{typeof(MemoryStream)}' cannot be read: ", problems[1], StringComparison.Ordinal);
    }

    private sealed class SlowReader(CancellationTokenSource cancellation) : TextReader
    {
        public override async Task<string> ReadToEndAsync(CancellationToken cancellationToken)
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return "";
        }
    }

    [Fact]
    public async Task Reading_Cancelled_EndsTheRun()
    {
        using var cancellation = new CancellationTokenSource();
        using var reader = new SlowReader(cancellation);
        var client = new ScriptedChatClient(Code("SUBMIT('ok')"));

        var exception = await Assert.ThrowsAsync<RunCanceledException>(() =>
            new RecursiveModule("x -> answer", client).RunAsync(new Dictionary<string, object?> { ["x"] = reader }, cancellation.Token));

        Assert.Empty(exception.Trajectory.Steps);
        Assert.Empty(client.Requests);
    }

    private sealed class ThrowingInputs
    {
        [Input] public string First => throw new InvalidOperationException("no first");
        [Input] public string Second => "fine";
        [Input] public Func<int>[] Third => [() => 1];
        [Output] public string Answer { get; init; } = "";
    }

    [Fact]
    public async Task Properties_ThatThrow_AreNamedWithTheOtherProblems()
    {
        var client = new ScriptedChatClient();

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => new RecursiveModule<ThrowingInputs>(client).RunAsync(new ThrowingInputs()));

        Assert.StartsWith("The inputs are not valid:\n- 'first' could not be read: no first\n- 'third' cannot be given to the sandbox: ", exception.Message, StringComparison.Ordinal);
    }

    private sealed class FileOutput
    {
        [Input] public string Text { get; init; } = "";
        [Output] public FileInfo? File { get; init; }
    }

    [Fact]
    public void Output_ThatOnlyAnInputCanBe_IsRefused() =>
        Assert.Equal(
            $"The signature 'FileOutput' is not valid:\n- the output 'File' has the type '{typeof(FileInfo)}', which only an input can have\n- it has no output; the language model would have nothing to submit",
            Assert.Throws<SignatureException>(() => Signature.From<FileOutput>()).Message);
}
