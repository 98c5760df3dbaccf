using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace Rlm.Tests.EndToEnd;

/// <summary>Sub-calls and calls of read-only tools overlap by themselves.</summary>
public sealed class OverlapTests
{
    private const string Loop = "const notes = []; for (const c of ['a', 'b', 'c', 'd', 'e', 'f']) { notes.push(await llm_query(c)); } print(notes.join());";

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    public async Task Loop_OfSubCalls_OverlapsUpToTheWidth(bool overlaps, int width)
    {
        var (sub, most) = Counting(width);

        var run = await Scenario.RunAsync(new() { SubClient = sub, MaxConcurrency = 3, OverlapSubCalls = overlaps }, Loop);

        Assert.Equal("a,b,c,d,e,f", run.Output().TrimEnd());
        Assert.Equal(width, most());
        Assert.Equal(["a", "b", "c", "d", "e", "f"], run.Steps[0].SubCalls.Select(call => call.PromptPreview));
        Assert.Equal(["a", "b", "c", "d", "e", "f"], sub.Requests.Select(request => request[0].Text));
    }

    [Fact]
    public async Task Prompt_WithoutOverlap_AdvisesBatches()
    {
        var with = await Scenario.RunAsync(new(), "print(1)");
        var without = await Scenario.RunAsync(new() { OverlapSubCalls = false }, "print(1)");

        Assert.Contains("Calls overlap by themselves", with.Client.Texts(0)[0], StringComparison.Ordinal);
        Assert.DoesNotContain("overlap", without.Client.Texts(0)[0], StringComparison.Ordinal);
        Assert.Contains("much faster than one after the other", without.Client.Texts(0)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_WaitsForNothingItDoesNotUse_AndCancelsTheRest()
    {
        var cancelled = new TaskCompletionSource();
        Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<object>> answer = async (messages, cancellationToken) =>
        {
            if (messages[0].Text == "used")
            {
                return "the answer";
            }

            await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(_ => cancelled.TrySetResult(), TaskScheduler.Default);
            cancellationToken.ThrowIfCancellationRequested();
            return "";
        };

        var run = await Scenario.RunAsync(
            new() { SubClient = new ScriptedChatClient(answer), MaxConcurrency = 2 },
            "const late = llm_query('late'); const never = llm_query('never'); const used = llm_query('used'); SUBMIT({ answer: 'now' })");

        await cancelled.Task;
        Assert.Equal("now", run.Prediction.Get<string>("answer"));
        Assert.Equal(3, run.Steps[0].SubCalls.Count);
        Assert.All(run.Steps[0].SubCalls, call => Assert.Equal("it was cancelled", call.Error));
        Assert.Null(run.Steps[0].SubCalls[2].StartedAt);
    }

    [Fact]
    public async Task Submit_OfAnAnswer_WaitsForIt()
    {
        var run = await Scenario.RunAsync(new() { SubClient = Counting().Client }, "const parts = ['a', 'b'].map(p => llm_query(p)); SUBMIT({ answer: parts[1] })");

        Assert.Equal("b", run.Prediction.Get<string>("answer"));
    }

    [Fact]
    public async Task SubCalls_OverTheBudget_AreCountedWhereTheyStand()
    {
        var (sub, _) = Counting();

        var run = await Scenario.RunAsync(new() { SubClient = sub, MaxSubCalls = 4, MaxConcurrency = 2 }, Loop);

        Assert.Equal(4, sub.Requests.Count);
        Assert.Contains("all 4 sub-calls of this run are used", run.Output(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tools_ThatOnlyRead_OverlapAndOthersDoNot()
    {
        var events = new ConcurrentQueue<string>();
        var reading = new TaskCompletionSource();
        var count = 0;
        var read = AIFunctionFactory.Create(
            async (int id) =>
            {
                events.Enqueue($"read {id}");
                if (Interlocked.Increment(ref count) == 2)
                {
                    reading.SetResult();
                }

                await reading.Task;
                return id;
            },
            "read");
        var write = AIFunctionFactory.Create(
            async (int id) =>
            {
                events.Enqueue($"begin {id}");
                await Task.Yield();
                events.Enqueue($"end {id}");
            },
            "write");

        var run = await Scenario.RunAsync(
            new() { Tools = [read, write], IsReadOnlyTool = tool => tool.Name == "read" },
            "const a = await read(1); const b = await read(2); print(a + b); for (const id of [3, 4]) write(id); write(await read(5)); 0");

        Assert.StartsWith("3\n", run.Output(), StringComparison.Ordinal);
        Assert.Equal(["read 1", "read 2", "begin 3", "end 3", "begin 4", "end 4", "read 5", "begin 5", "end 5"], events);
    }

    [Fact]
    public async Task Failures_OfOverlappingCalls_LoseNoOtherAnswer()
    {
        Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<object>> answer = (messages, _) =>
            Task.FromResult(messages[0].Text == "c" ? (object)new HttpRequestException("503") : messages[0].Text);

        var run = await Scenario.RunAsync(new() { SubClient = new ScriptedChatClient(answer) }, Loop, "print(notes)");

        Assert.StartsWith("Error: llm_query failed: 503", run.Steps[0].Error, StringComparison.Ordinal);
        Assert.Equal("[ 'a', 'b', undefined, 'd', 'e', 'f' ]", run.Steps[1].Output.TrimEnd());
    }

    [Fact]
    public async Task Trajectory_TellsWhenCallsRan_AndWhatWaitingTheySaved()
    {
        var time = new ManualTimeProvider();
        var gate = new TaskCompletionSource();
        var arrived = 0;
        Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<object>> answer = async (messages, _) =>
        {
            if (Interlocked.Increment(ref arrived) == 3)
            {
                time.Advance(TimeSpan.FromSeconds(2));
                gate.SetResult();
            }

            await gate.Task;
            return messages[0].Text;
        };

        var run = await Scenario.RunAsync(
            new() { SubClient = new ScriptedChatClient(answer), TimeProvider = time, MaxConcurrency = 3 },
            "const notes = ['a', 'b', 'c'].map(c => llm_query(c)); print(notes.join())");

        var calls = run.Steps[0].SubCalls;
        Assert.All(calls, call => Assert.Equal((calls[0].StartedAt, TimeSpan.FromSeconds(2)), (call.StartedAt, call.Duration)));
        Assert.Equal(TimeSpan.FromSeconds(4), run.Prediction.Trajectory.WaitingSaved);
        Assert.Contains("3 calls of 6.0 s in 2.0 s", run.Prediction.Trajectory.ToString(), StringComparison.Ordinal);
        Assert.Contains("3 calls of 6.0 s in 2.0 s", run.Prediction.Trajectory.ToMarkdown(), StringComparison.Ordinal);
        Assert.Equal(calls[1].StartedAt, Trajectory.FromJson(run.Prediction.Trajectory.ToJson()).Steps[0].SubCalls[1].StartedAt);
    }

    /// <summary>A client that gives back what it is asked, and how many of its answers were under way at once. The first wait until there are so many.</summary>
    private static (ScriptedChatClient Client, Func<int> Most) Counting(int together = 1)
    {
        var (now, most, gate, full) = (0, 0, new Lock(), new TaskCompletionSource());
        Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<object>> answer = async (messages, _) =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++now);
                if (now == together)
                {
                    full.TrySetResult();
                }
            }

            await full.Task;

            lock (gate)
            {
                now--;
            }

            return messages[0].Text;
        };
        return (new ScriptedChatClient(answer), () => most);
    }
}
