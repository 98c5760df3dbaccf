using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.AI;

namespace Rlm.Benchmarks;

/// <summary>Figures of whole runs around simulated clients, each as <c>name: value unit (target)</c>.</summary>
internal static class RunFigures
{
    private const int ConcurrentRuns = 1_000;
    private const int TurnsOfARun = 3;
    private const int Prompts = 500;
    private const int Width = 50;
    private const int LongRun = 20;

    private static readonly TimeSpan TurnLatency = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PromptLatency = TimeSpan.FromMilliseconds(20);
    private static readonly Dictionary<string, object?> Inputs = new() { ["text"] = "Some text of no great length." };

    public static async Task PrintAsync(TextWriter writer)
    {
        // A web application has the collector of servers by default, a console program that of workstations.
        foreach (var (collector, isServer) in new[] { ("servers", "1"), ("workstations", "0") })
        {
            var figures = OwnProcess.Run("concurrent", ("DOTNET_gcServer", isServer)).Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
            await PrintAsync($"1,000 concurrent runs of three turns of 200 ms after 8,000 to warm up, time by the ideal, garbage collector of {collector}", figures[0], "×", isServer == "1" ? "≤ 1.5" : "for comparison");
            await PrintAsync("the same, most threads of the pool", figures[1], "threads", "< 50");
        }

        await PrintAsync("managed memory of a waiting run", await MemoryOfAWaitingRunAsync(), "MB", "≤ 1");
        await PrintAsync("llm_query_batched of 500 prompts of 20 ms at width 50, time by the ideal", await BatchAsync(), "×", "≤ 1.3");
        var (uncached, isNew, rendered) = await UncachedAsync();
        await PrintAsync("uncached prompt characters over 20 turns", uncached, "characters", $"= {isNew:N0}, what is new");
        await PrintAsync("the same if the history were rendered anew each turn", rendered, "characters", "for comparison");

        Task PrintAsync(string name, double value, string unit, string target) =>
            writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:#,0.###} {unit} ({target})"));
    }

    /// <summary>
    /// Prints how long many runs at once take, by the time that the model alone takes, and how many threads they use: medians of five rounds. Before, the
    /// process does what an application has done that serves for some seconds: rounds without waiting for the model, until the code is the compiled one.
    /// </summary>
    public static async Task PrintConcurrentAsync(TextWriter writer)
    {
        const int WarmUps = 2;
        const int BusyRounds = 6;
        const int Rounds = 5;
        var seconds = new List<double>();
        var threads = new List<double>();
        var busy = new RecursiveModule("text -> answer", new TurnClient(TurnsOfARun, TimeSpan.Zero));
        for (var round = 0; round < BusyRounds; round++)
        {
            await RunManyAsync(busy, ConcurrentRuns);
        }

        for (var round = -WarmUps; round < Rounds; round++)
        {
            var (time, most) = await ConcurrentAsync();
            if (round >= 0)
            {
                seconds.Add(time);
                threads.Add(most);
            }
        }

        var ideal = TurnsOfARun * TurnLatency.TotalSeconds;
        await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{seconds.Order().ElementAt(Rounds / 2) / ideal} {threads.Max()}"));
    }

    private static async Task<(double Seconds, int Threads)> ConcurrentAsync()
    {
        var module = new RecursiveModule("text -> answer", new TurnClient(TurnsOfARun, TurnLatency));
        using var watching = new CancellationTokenSource();
        var watch = MostThreadsAsync(watching.Token);
        var started = Stopwatch.GetTimestamp();
        await RunManyAsync(module, ConcurrentRuns);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await watching.CancelAsync();
        return (seconds, await watch);
    }

    private static Task RunManyAsync(RecursiveModule module, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(async _ =>
    {
        var prediction = await module.RunAsync(Inputs);
        if (prediction.StopReason is not StopReason.Submitted)
        {
            throw new InvalidOperationException($"A run ended by {prediction.StopReason}.");
        }
    }));

    private static async Task<int> MostThreadsAsync(CancellationToken cancellationToken)
    {
        var most = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            most = Math.Max(most, ThreadPool.ThreadCount);
            await Task.Delay(5, CancellationToken.None);
        }

        return most;
    }

    /// <summary>All runs wait for the model after two turns of code; then the heap is measured.</summary>
    private static async Task<double> MemoryOfAWaitingRunAsync()
    {
        var client = new TurnClient(TurnsOfARun, TimeSpan.Zero) { Gate = new Gate(turn: 2, ConcurrentRuns) };
        var module = new RecursiveModule("text -> answer", client);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var runs = RunManyAsync(module, ConcurrentRuns);
        await client.Gate.AllWait;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        client.Gate.Open();
        await runs;
        return bytes / (double)ConcurrentRuns / (1024 * 1024);
    }

    private static async Task<double> BatchAsync()
    {
        var root = new TurnClient(turns: 1, TimeSpan.Zero) { Code = $"const a = await llm_query_batched(Array.from({{ length: {Prompts} }}, (_, i) => `What is ${{i}}?`)); SUBMIT(String(a.length))" };
        var module = new RecursiveModule("text -> answer", root, new RecursiveModuleOptions
        {
            SubClient = new TurnClient(turns: 1, PromptLatency) { Code = "none" },
            MaxSubCalls = Prompts,
            MaxConcurrency = Width,
        });
        var times = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var prediction = await module.RunAsync(Inputs);
            times.Add(prediction.Trajectory.Steps[0].Duration.TotalSeconds);
        }

        times.Sort();
        return times[times.Count / 2] / (Prompts / Width * PromptLatency.TotalSeconds);
    }

    private static async Task<(long Uncached, long New, long Rendered)> UncachedAsync()
    {
        var client = new TurnClient(LongRun, TimeSpan.Zero) { Keep = [] };
        await new RecursiveModule("text -> answer", client, new RecursiveModuleOptions { MaxIterations = LongRun }).RunAsync(Inputs);
        var prompts = client.Keep.ConvertAll(messages => string.Concat(messages.Select(message => $"<{message.Role}>{message.Text}")));
        long uncached = prompts[0].Length;
        long rendered = prompts[0].Length;
        for (var turn = 1; turn < prompts.Count; turn++)
        {
            uncached += prompts[turn].Length - prompts[turn - 1].AsSpan().CommonPrefixLength(prompts[turn]);
            rendered += client.Keep[turn].Skip(1).Sum(message => (long)message.Text.Length);
        }

        return (uncached, prompts[^1].Length, rendered);
    }

    /// <summary>Replies with a short program for so many turns, and submits in the last.</summary>
    private sealed class TurnClient(int turns, TimeSpan latency) : IChatClient
    {
        /// <summary>The code of every reply; null for that of the turn.</summary>
        public string? Code { get; init; }

        public Gate? Gate { get; init; }

        public List<List<ChatMessage>>? Keep { get; init; }

        public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            Keep?.Add([.. messages]);
            var turn = messages.Count(message => message.Role == ChatRole.Assistant) + 1;
            if (latency > TimeSpan.Zero)
            {
                await Task.Delay(latency, cancellationToken);
            }

            if (Gate is not null)
            {
                await Gate.PassAsync(turn);
            }

            var code = Code ?? (turn < turns ? $"const step{turn} = text.split(' ').map(word => word.length); print('turn {turn}', step{turn})" : "SUBMIT('42')");
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, $"The next step is to look at the words of the text.\n```js\n{code}\n```"));
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("The figures are taken without streaming.");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }

    /// <summary>Holds back the replies of a turn until it is opened.</summary>
    private sealed class Gate(int turn, int count)
    {
        private readonly TaskCompletionSource _allWait = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _waiting;

        public Task AllWait => _allWait.Task;

        public Task PassAsync(int turnOfRun)
        {
            if (turnOfRun != turn + 1)
            {
                return Task.CompletedTask;
            }

            if (Interlocked.Increment(ref _waiting) == count)
            {
                _allWait.SetResult();
            }

            return _open.Task;
        }

        public void Open() => _open.SetResult();
    }
}
