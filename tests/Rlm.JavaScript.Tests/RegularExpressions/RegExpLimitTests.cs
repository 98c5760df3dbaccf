using Rlm.JavaScript.Limits;
using Rlm.JavaScript.RegularExpressions;

namespace Rlm.JavaScript.Tests.RegularExpressions;

public class RegExpLimitTests
{
    private static readonly string Letters = new('a', 1_000_000);

    /// <summary>Its working memory may be left from another match, of whatever session.</summary>
    [Fact]
    public void TryMatch_AfterOthersOnTheThread_IsChargedTheSame()
    {
        var program = RegExpCompiler.Compile("^(([a-z])+.)+[A-Z]([a-z])+$", "", new Meter());
        long[] charged = [0, 0, 0];
        for (int i = 0; i < charged.Length; i++)
        {
            var meter = Metered.Start(work: 10_000);
            Assert.Throws<ExecutionStoppedException>(() => Match(program, Letters, meter));
            charged[i] = meter.Memory;
        }

        Assert.True(charged[0] > 8_000);
        Assert.Equal([charged[0], charged[0], charged[0]], charged);
    }

    [Theory]
    [InlineData("(?=(a+))\\1[bc]")]
    [InlineData("(?:(?:a+)+)+\\1[bc]()")]
    [InlineData("(a|a)*(?!a)[bc]")]
    [InlineData("(?<=a.*)b|(?<=c.*)d|(?=.*e)a")]
    [InlineData("(?:a?){1000000000}[bc]\\1()")]
    public void TryMatch_WorkLimit_Stops(string pattern)
    {
        var program = RegExpCompiler.Compile(pattern, "", new Meter());
        var meter = Metered.Start(work: 2_000_000);

        var stopped = Assert.Throws<ExecutionStoppedException>(() => Match(program, Letters, meter));

        Assert.Equal(ExecutionStop.Work, stopped.Stop);
        Assert.InRange(meter.WorkDone, 2_000_000, 2_100_000);
    }

    [Theory]
    [InlineData("^(a+)+$", "")]
    [InlineData("(a|a)*b", "")]
    [InlineData("(a*)*b", "")]
    [InlineData("(.*)*x", "")]
    [InlineData("(a+a+)+y", "")]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$", "")]
    [InlineData("^(a|ab)*c", "")]
    [InlineData("((((a*)*)*)*)*b", "")]
    [InlineData("(?:a*?)*?b", "")]
    [InlineData("(?:a|[^b])*(?:a|b{2,5})+Q", "i")]
    [InlineData("\\s*(a+\\s*)+$", "u")]
    public void TryMatch_ExplosivePattern_EndsInLinearWork(string pattern, string flags)
    {
        const int Length = 100_000;
        var input = new string('a', Length) + "!";
        var program = RegExpCompiler.Compile(pattern, flags, new Meter());
        var meter = Metered.Start();

        Assert.False(program.TryMatch(input, 0, sticky: false, new int[program.CaptureLength], meter));
        Assert.InRange(meter.WorkDone, 1, 60L * Length);
    }

    [Fact]
    public void TryMatch_AfterAStop_ProgramIsAsGoodAsNew()
    {
        var program = RegExpCompiler.Compile("(?:(a+)+)+(?!a)[bc]", "", new Meter());
        Assert.Throws<ExecutionStoppedException>(() => Match(program, Letters, Metered.Start(work: 100_000)));

        Assert.Equal([1, 4, 1, 3], Match(program, "caab", new Meter())!);
    }

    [Fact]
    public void TryMatch_EveryWorkLimit_StopsOrGivesTheSame()
    {
        var program = RegExpCompiler.Compile("(?<=^(x|a)+)((?:(a)|b)+?)(?!b)c", "", new Meter());
        const string Input = "xaababababababababababababbc xaababababac";
        var expected = Match(program, Input, new Meter());
        Assert.NotNull(expected);

        for (var work = 0; work < 60_000; work += 137)
        {
            try
            {
                Assert.Equal(expected, Match(program, Input, Metered.Start(work: work)));
            }
            catch (ExecutionStoppedException)
            {
                // The other outcome that is allowed.
            }
        }

        Assert.Equal(expected, Match(program, Input, new Meter()));
    }

    [Theory]
    [InlineData("^(?:a|ab)*(?!a)c")]
    [InlineData("^(?:(a)(a)?)*\\1c")]
    public void TryMatch_BacktrackingStateOverMemoryLimit_Stops(string pattern)
    {
        var program = RegExpCompiler.Compile(pattern, "", new Meter());
        var meter = Metered.Start(memory: 4 << 20);

        var stopped = Assert.Throws<ExecutionStoppedException>(() => Match(program, Letters, meter));

        Assert.Equal(ExecutionStop.Memory, stopped.Stop);
    }

    [Fact]
    public void TryMatch_BacktrackingStateOverItsCap_IsAnErrorOfItsOwn()
    {
        var program = RegExpCompiler.Compile("^(?:(a)(a)?)*\\1c", "", new Meter());

        Assert.Throws<RegExpBacktrackLimitException>(() => Match(program, new string('a', 20_000_000), new Meter()));
    }

    [Fact]
    public void TryMatch_ManyCharactersAndAlternatives_NeedsLittleMemory()
    {
        var program = RegExpCompiler.Compile("^(a|ab)*c", "", new Meter());
        var meter = Metered.Start(memory: 32 << 20);

        Assert.Null(Match(program, new string('a', 3_000_000), meter));
    }

    [Theory]
    [InlineData("needle", "")]
    [InlineData("NEEDLE", "i")]
    [InlineData("^x", "m")]
    [InlineData("\\d+", "")]
    [InlineData("^.*b", "")]
    [InlineData("^\\w*$", "")]
    [InlineData("[^,]*,", "")]
    [InlineData("^[\\s\\S]*?,", "")]
    [InlineData("^\\p{L}*$", "u")]
    public void TryMatch_LongInput_IsChargedInProportionAndInSlices(string pattern, string flags)
    {
        var input = new string('a', 5_000_000);
        var program = RegExpCompiler.Compile(pattern, flags, new Meter());
        var meter = Metered.Start();
        Match(program, input, meter);
        Assert.InRange(meter.WorkDone, input.Length / 128, input.Length);

        var limited = Metered.Start(work: 20_000);
        Assert.Throws<ExecutionStoppedException>(() => Match(program, input, limited));
        Assert.InRange(limited.WorkDone, 20_000, 40_000);
    }

    [Fact]
    public void TryMatch_ShortMatches_AreChargedToo()
    {
        var program = RegExpCompiler.Compile("a", "", new Meter());
        var meter = Metered.Start();
        var captures = new int[2];
        for (var i = 0; i < 10_000; i++)
        {
            program.TryMatch("ba", 0, sticky: false, captures, meter);
        }

        Assert.InRange(meter.WorkDone, 10_000, 100_000);
    }

    [Fact]
    public void TryMatch_Cancellation_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var program = RegExpCompiler.Compile("(a|a)*(?!a)[bc]", "", new Meter());
        var meter = Metered.Start(cancellation: source.Token);

        Assert.Equal(ExecutionStop.Cancelled, Assert.Throws<ExecutionStoppedException>(() => Match(program, Letters, meter)).Stop);
    }

    [Theory]
    [InlineData("(a{1000}){1000}", 1_000_000, true)]
    [InlineData("(a{1000}){1000}", 999_999, false)]
    [InlineData("((a{99}){99}){99}", 970_299, true)]
    [InlineData("((a{99}){99}){99}", 970_298, false)]
    [InlineData("a{2147483648}", 1_000_000, false)]
    [InlineData("(?:){1000000000}", 0, true)]
    [InlineData("(?:a?){1000}a{1000}", 1000, true)]
    [InlineData("(?:a?){1000}a{1000}", 999, false)]
    public void TryMatch_CountedBomb_NeitherUnrollsNorFails(string pattern, int length, bool matches)
    {
        var meter = Metered.Start(work: 20_000_000, memory: 32 << 20);
        var program = RegExpCompiler.Compile(pattern, "", meter);

        Assert.InRange(program.Code.Length, 1, 60);
        Assert.Equal(matches, Match(program, new string('a', length), meter) is not null);
    }

    [Theory]
    [InlineData("(?:)*")]
    [InlineData("(a?)*?b")]
    [InlineData("(?=)*")]
    [InlineData("(?:\\b)*")]
    [InlineData("(?:(?:(?:)*)*)*")]
    [InlineData("(?:a*?)*?$")]
    [InlineData("(?:()|(?:)|^)*$")]
    public void TryMatch_EmptyLoop_Ends(string pattern)
    {
        var meter = Metered.Start(work: 100_000);

        Assert.NotNull(Match(RegExpCompiler.Compile(pattern, "", meter), "aaab", meter));
    }

    [Theory]
    [InlineData("(?:)")]
    [InlineData("x*")]
    [InlineData("\\b|$")]
    public void TryMatch_GlobalLoopOfEmptyMatches_IsLinear(string pattern)
    {
        var input = new string('a', 50_000);
        var program = RegExpCompiler.Compile(pattern, "", new Meter());
        var captures = new int[program.CaptureLength];
        var meter = Metered.Start(work: 1_000_000);
        var count = 0;
        for (var start = 0; start <= input.Length && program.TryMatch(input, start, sticky: false, captures, meter); count++)
        {
            start = captures[1] + 1;
        }

        Assert.InRange(count, 2, input.Length + 1);
    }

    [Fact]
    public void Compile_PatternsInALoop_AreCharged()
    {
        var meter = Metered.Start(work: 1_000_000);

        Assert.Throws<ExecutionStoppedException>(() =>
        {
            for (var i = 0; i < 100_000; i++)
            {
                RegExpCompiler.Compile(Letters[..1000], "", meter);
            }
        });
    }

    [Theory]
    [InlineData("a|")]
    [InlineData("[a]")]
    [InlineData("(?:a)*")]
    [InlineData("\\u0061")]
    public void Compile_HugePatternOverMemoryLimit_Stops(string piece)
    {
        var meter = Metered.Start(memory: 1 << 20);

        Assert.Throws<ExecutionStoppedException>(() => RegExpCompiler.Compile(string.Concat(Enumerable.Repeat(piece, 200_000)), "", meter));
    }

    [Fact]
    public void Compile_ClassOfManyRanges_MatchesItsMembers()
    {
        var pattern = "[" + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => (char)(0x100 + (i * 7919L % 40_000 & ~1L)))) + "]";
        var program = RegExpCompiler.Compile(pattern, "", new Meter());

        Assert.Equal([2, 3], Match(program, "a\u0101\u0100", new Meter())!);
    }

    [Fact]
    public void Compile_ManyAlternatives_TriesThemInOrder()
    {
        var program = RegExpCompiler.Compile(string.Join('|', Enumerable.Range(0, 100_000).Select(i => $"k{i}!")), "", new Meter());

        Assert.Equal([3, 10], Match(program, "k0 k99999!", new Meter())!);
    }

    [Fact]
    public void TryMatch_OneProgramOnManyThreads_GivesTheSameEverywhere()
    {
        var program = RegExpCompiler.Compile("((a|b)+)+c|(?:(\\p{L})\\d?)+$", "u", new Meter());
        var inputs = Enumerable.Range(0, 64).Select(i => new string('a', i * 20) + (i % 2 == 0 ? "c" : "é1x2")).ToArray();
        var expected = inputs.Select(input => Match(program, input, new Meter())).ToArray();
        var fresh = RegExpCompiler.Compile(program.Pattern, program.Flags, new Meter());

        Parallel.For(0, 2000, i => Assert.Equal(expected[i % inputs.Length], Match(fresh, inputs[i % inputs.Length], new Meter())));
    }

    [Fact]
    public void TryMatch_OnSmallStack_NeedsNoDepth()
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    var program = RegExpCompiler.Compile("^(?:(a)|(?:b(?!c))|x)*$", "", new Meter());
                    Match(program, Letters, new Meter());
                }
                catch (Exception e)
                {
                    failure = e;
                }
            },
            256 * 1024);
        thread.Start();
        thread.Join();

        Assert.Null(failure);
    }

    [Fact]
    public void TryMatch_RepeatedUse_AllocatesNothing()
    {
        var program = RegExpCompiler.Compile("(\\w+)@(\\w+)\\.com", "i", new Meter());
        var meter = new Meter();
        var captures = new int[program.CaptureLength];
        program.TryMatch("a@b.com", 0, sticky: false, captures, meter);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            program.TryMatch("write to bob@example.com", 0, sticky: false, captures, meter);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    private static int[]? Match(RegExpProgram program, string input, Meter meter)
    {
        var captures = new int[program.CaptureLength];
        return program.TryMatch(input, 0, sticky: false, captures, meter) ? captures : null;
    }
}
