using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using static Rlm.Tests.ScriptedChatClient;

namespace Rlm.Tests.Trajectories;

public class TrajectoryJsonlTests
{
    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    }

    /// <summary>Keeps what was written up to each flush.</summary>
    private sealed class FlushCounter : StringWriter
    {
        public List<string> Flushed { get; } = [];

        public bool IsClosed { get; private set; }

        public override async Task FlushAsync(CancellationToken cancellationToken)
        {
            await Task.Yield();
            Flushed.Add(ToString());
        }

        public override async Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
        {
            // In halves, with a gap in which others could write.
            var half = buffer.Length / 2;
            Write(buffer.Span[..half]);
            await Task.Yield();
            Write(buffer.Span[half..]);
        }

        public override Task FlushAsync() => FlushAsync(CancellationToken.None);

        public override ValueTask DisposeAsync()
        {
            IsClosed = true;
            return base.DisposeAsync();
        }
    }

    private static List<JsonElement> Lines(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        return [.. text.TrimEnd('\n').Split('\n').Select(line => JsonElement.Parse(line))];
    }

    private static string Type(JsonElement line) => line.GetProperty("type").GetString()!;

    private static async Task<(Prediction Prediction, string Text)> RunAsync(string signature, Dictionary<string, object?> inputs, IChatClient client, RecursiveModuleOptions? options = null)
    {
        var text = new StringWriter();
        await using var writer = new TrajectoryJsonlWriter(text, timeProvider: new FixedTime());
        Prediction? prediction = null;
        await foreach (var update in new RecursiveModule(signature, client, options).RunStreamingAsync(inputs).WriteJsonlAsync(writer))
        {
            prediction = (update as RunFinishedUpdate)?.Prediction;
        }

        return (prediction!, text.ToString());
    }

    private static ScriptedChatClient WithChildren() => new((Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<object>>)((messages, _) =>
    {
        var isChild = messages.Count > 1 && messages[1].Text.Contains("`task`", StringComparison.Ordinal);
        var turn = messages.Count / 2;
        return Task.FromResult<object>((isChild, turn) switch
        {
            (_, 0) => messages[^1].Text == "fail" ? new InvalidOperationException("503") : "an answer",
            (true, 1) => Code("print(task.length); llm_query('of the child')"),
            (true, _) => Code("if (task === 'b') null.x; SUBMIT(task + '!')"),
            (false, 1) => Code("print(await rlm_query_batched(['a', 'c'])); search('cats'); print(llm_query('x'))"),
            (false, 2) => Code("try { llm_query('fail') } catch {}; SUBMIT(1)"),
            _ => Code("SUBMIT('done')"),
        });
    }));

    [Fact]
    public async Task Jsonl_RunWithChildren_IsReadBackAsItsTrajectory()
    {
        var search = AIFunctionFactory.Create((string query) => new[] { query }, "search");
        var (prediction, text) = await RunAsync("text -> answer: 'done'", new() { ["text"] = "t" }, WithChildren(), new() { MaxDepth = 2, Tools = [search] });

        Assert.Equal(3, prediction.Trajectory.Steps.Count);
        Assert.Equal(2, prediction.Trajectory.Steps[0].SubCalls[0].Trajectory!.Steps.Count);
        RecordEquality.AssertEqual(prediction.Trajectory, Trajectory.FromJsonl(new StringReader(text)));
    }

    [Fact]
    public async Task Jsonl_LinesOfChildren_SayWhereTheyStand()
    {
        var (_, text) = await RunAsync("text -> answer: 'done'", new() { ["text"] = "t" }, WithChildren(), new() { MaxDepth = 2, Tools = [AIFunctionFactory.Create((string query) => query, "search")] });

        var lines = Lines(text);
        Assert.Equal("run_started", Type(lines[0]));
        Assert.Equal("run_finished", Type(lines[^1]));
        Assert.All(lines, line => Assert.Equal("2026-01-02T03:04:05+00:00", line.GetProperty("time").GetString()));
        Assert.DoesNotContain(lines, line => Type(line) == "run_finished" && !line.TryGetProperty("parents", out _) && line.GetRawText() != lines[^1].GetRawText());
        var ofChildren = lines.Where(line => line.TryGetProperty("parents", out _)).ToList();
        Assert.Equal(2, ofChildren.Count(line => Type(line) == "run_finished"));
        Assert.Equal(["""[{"turn":1,"subCall":0}]""", """[{"turn":1,"subCall":1}]"""], ofChildren.Select(line => line.GetProperty("parents").GetRawText()).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(lines, line => Type(line) == "submission_rejected");
        var last = lines[^1];
        Assert.Equal("done", last.GetProperty("outputs").GetProperty("answer").GetString());
        Assert.Equal("Submitted", last.GetProperty("stopReason").GetString());
        Assert.True(last.GetProperty("usage").GetProperty("totalTokenCount").GetInt64() > 0);
    }

    [Fact]
    public async Task Jsonl_Inputs_AreWrittenByHashOnly()
    {
        var report = string.Concat(Enumerable.Repeat("größe 🙂 line\n", 300_000));
        var table = Enumerable.Range(0, 20_000).Select(number => (object?)new Dictionary<string, object?> { ["id"] = number, ["name"] = "SECRET", ["big"] = long.MaxValue }).ToList();
        var (_, text) = await RunAsync(
            "report, table: json, none: str?, flag: bool -> answer",
            new() { ["report"] = report, ["table"] = table, ["none"] = null, ["flag"] = true },
            new ScriptedChatClient(Code("print('x'.repeat(5_000_000)); SUBMIT('ok')")));

        Assert.True(text.Length < 40_000);
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
        var inputs = Lines(text)[0].GetProperty("inputs").EnumerateArray().ToList();
        Assert.Equal(["report", "table", "none", "flag"], inputs.Select(input => input.GetProperty("name").GetString()));
        Assert.Equal(["string", "array", "null", "boolean"], inputs.Select(input => input.GetProperty("kind").GetString()));
        Assert.Equal(report.Length, inputs[0].GetProperty("length").GetInt32());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(report))), inputs[0].GetProperty("sha256").GetString());
        Assert.Equal(20_000, inputs[1].GetProperty("count").GetInt32());
        var json = string.Join(',', Enumerable.Range(0, 20_000).Select(number => $$"""{"id":{{number}},"name":"SECRET","big":9223372036854775807}"""));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"[{json}]"))), inputs[1].GetProperty("sha256").GetString());
        Assert.False(inputs[3].TryGetProperty("length", out _));
    }

    [Fact]
    public void Digest_LargeText_TakesNoMemoryToSpeakOf()
    {
        object?[] value = [new string('ä', 20_000_000), "x"];
        Rlm.Trajectories.InputDigest.Of(value);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var digest = Rlm.Trajectories.InputDigest.Of(value);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200_000);
        Assert.Equal(2, digest.Count);
    }

    [Fact]
    public void Digest_SameContentInAnotherForm_IsTheSame()
    {
        var text = new string('a', 8_191) + "🙂" + new string('b', 20_000);

        Assert.Equal(Rlm.Trajectories.InputDigest.Of(text), Rlm.Trajectories.InputDigest.Of(JsonSerializer.SerializeToElement(text)));
        Assert.Equal(
            Rlm.Trajectories.InputDigest.Of(new List<object?> { text, 1.0, null, false }),
            Rlm.Trajectories.InputDigest.Of(JsonElement.Parse($"[\"{text}\", 1, null, false]")));
    }

    [Fact]
    public async Task Jsonl_EachLine_IsFlushedWhenItHappens()
    {
        var text = new FlushCounter();
        await using var writer = new TrajectoryJsonlWriter(text);

        await foreach (var update in new RecursiveModule("text -> answer", new ScriptedChatClient(Code("SUBMIT('ok')"))).RunStreamingAsync(new Dictionary<string, object?> { ["text"] = "t" }).WriteJsonlAsync(writer))
        {
            if (update is not ModelTextUpdate)
            {
                Assert.Equal(text.Flushed.Count, Lines(text.Flushed[^1]).Count);
            }
        }

        Assert.Equal(7, text.Flushed.Count);
    }

    [Fact]
    public async Task Writer_ManyThreads_LinesDoNotMix()
    {
        var text = new FlushCounter();
        await using var writer = new TrajectoryJsonlWriter(text);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(() => writer.WriteAsync(new CodeStartedUpdate(number, $"code {number}")).AsTask())));

        Assert.Equal(Enumerable.Range(0, 200), Lines(text.ToString()).Select(line => line.GetProperty("turn").GetInt32()).Order());
    }

    [Fact]
    public async Task Jsonl_RunThatFails_KeepsTheTurnAndSaysWhy()
    {
        var text = new StringWriter();
        await using var writer = new TrajectoryJsonlWriter(text);
        var interpreter = new ScriptedInterpreter(ScriptedInterpreter.Print("1"), ScriptedInterpreter.Throw(new InvalidOperationException("broken")));
        var module = new RecursiveModule("text -> answer", new ScriptedChatClient(Code("print(1)"), Code("boom()", "On we go.")), interpreter.In());

        var exception = await Assert.ThrowsAsync<InterpreterException>(async () =>
        {
            await foreach (var _ in module.RunStreamingAsync(new Dictionary<string, object?> { ["text"] = "t" }).WriteJsonlAsync(writer))
            {
            }
        });

        var last = Lines(text.ToString())[^1];
        Assert.Equal("run_failed", Type(last));
        Assert.Equal("Rlm.InterpreterException", last.GetProperty("exception").GetString());
        Assert.Equal(exception.Message, last.GetProperty("error").GetString());
        Assert.Equal(2, exception.Trajectory.Steps.Count);
        RecordEquality.AssertEqual(exception.Trajectory, Trajectory.FromJsonl(new StringReader(text.ToString())));
    }

    [Fact]
    public async Task Jsonl_ChildThatFails_KeepsItsExtraction()
    {
        var client = new ScriptedChatClient((Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<object>>)((messages, _) => Task.FromResult<object>(
            !messages[1].Text.Contains("`task`", StringComparison.Ordinal) ? Code("try { rlm_query('a') } catch {}; SUBMIT('ok')")
            : messages.Count == 2 ? Code("1") : "no JSON here")));
        var (prediction, text) = await RunAsync("text -> answer", new() { ["text"] = "t" }, client, new() { MaxDepth = 2, MaxIterations = 1 });

        Assert.Equal("no JSON here", prediction.Trajectory.Steps[0].SubCalls[0].Trajectory!.Extraction!.Reply);
        RecordEquality.AssertEqual(prediction.Trajectory, Trajectory.FromJsonl(new StringReader(text)));
    }

    [Fact]
    public async Task Jsonl_RunThatWasKilled_IsReadUpToThere()
    {
        var (prediction, text) = await RunAsync("text -> answer", new() { ["text"] = "t" }, new ScriptedChatClient(Code("print(1)"), Code("SUBMIT('ok')")));
        var lines = text.Split('\n');

        var read = Trajectory.FromJsonl(new StringReader(string.Join('\n', lines.Take(8))));

        RecordEquality.AssertEqual(prediction.Trajectory.Steps[0], Assert.Single(read.Steps));
    }

    [Fact]
    public async Task Writer_TurnsWithCallsThatNeverEnded_AreReadBackWhole()
    {
        var text = new StringWriter();
        await using var writer = new TrajectoryJsonlWriter(text);

        foreach (var step in SampleTrajectory.Full.Steps)
        {
            await writer.WriteAsync(new TurnFinishedUpdate(step));
        }

        await writer.WriteAsync(new SubCallFinishedUpdate(1, 1, new() { Function = "llm_query", ResponsePreview = "too late" }));
        await writer.WriteAsync(new ChildUpdate(1, 2, new TurnFinishedUpdate(new() { Turn = 2, Output = "too late" })));
        await writer.WriteAsync(new RunFinishedUpdate(new Prediction { Trajectory = SampleTrajectory.Full }));

        RecordEquality.AssertEqual(SampleTrajectory.Full, Trajectory.FromJsonl(new StringReader(text.ToString())));
    }

    [Theory]
    [InlineData("{", 1)]
    [InlineData("{\"type\":\"turn_started\",\"turn\":1}\n[]", 2)]
    [InlineData("{\"type\":\"turn_finished\"}", 1)]
    [InlineData("{\"type\":\"turn_finished\",\"step\":null}", 1)]
    [InlineData("{\"type\":\"sub_call_finished\",\"turn\":1.5,\"index\":0,\"record\":{\"function\":\"f\"}}", 1)]
    [InlineData("{}", 1)]
    public void FromJsonl_OtherText_NamesTheLine(string text, int line) =>
        Assert.StartsWith($"Line {line} is not one of a trajectory", Assert.Throws<JsonException>(() => Trajectory.FromJsonl(new StringReader(text))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Writer_Stream_IsUtf8AndClosedUnlessLeftOpen()
    {
        var left = new MemoryStream();
        await using (var writer = new TrajectoryJsonlWriter(left, leaveOpen: true))
        {
            await writer.WriteAsync(new CodeStartedUpdate(1, "größe 🙂"));
        }

        Assert.StartsWith("{\"type\":\"code_started\"", Encoding.UTF8.GetString(left.ToArray()), StringComparison.Ordinal);
        Assert.Contains("größe 🙂", Encoding.UTF8.GetString(left.ToArray()).Replace("\\uD83D\\uDE42", "🙂", StringComparison.Ordinal), StringComparison.Ordinal);
        var closed = new MemoryStream();
        await new TrajectoryJsonlWriter(closed).DisposeAsync();
        Assert.False(closed.CanWrite);
        var kept = new FlushCounter();
        await new TrajectoryJsonlWriter(kept, leaveOpen: true).DisposeAsync();
        Assert.False(kept.IsClosed);
        Assert.Single(kept.Flushed);
    }

    [Fact]
    public async Task Writer_WrongUse_Throws()
    {
        await using var writer = new TrajectoryJsonlWriter(new StringWriter());

        Assert.Throws<ArgumentNullException>(() => new TrajectoryJsonlWriter((TextWriter)null!));
        Assert.Throws<ArgumentNullException>(() => new TrajectoryJsonlWriter((Stream)null!));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await writer.WriteAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await writer.WriteFailureAsync(null!));
        Assert.Throws<ArgumentNullException>(() => { AsyncEnumerable.Empty<RunUpdate>().WriteJsonlAsync(null!); });
        Assert.Throws<ArgumentNullException>(() => Trajectory.FromJsonl(null!));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await writer.WriteAsync(new CodeStartedUpdate(1, ""), new CancellationToken(canceled: true)));
    }
}
