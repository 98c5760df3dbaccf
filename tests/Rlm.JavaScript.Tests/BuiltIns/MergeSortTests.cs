using Rlm.JavaScript.BuiltIns;
using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Tests.BuiltIns;

public class MergeSortTests
{
    public static TheoryData<int> Sizes => [0, 1, 2, 3, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 127, 1000, 1023, 1024, 1025, 4097, 20_000];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Sort_OfManyPatterns_IsInOrderAndStable(int count)
    {
        var random = new Random(count);
        Func<int, int>[] patterns =
        [
            i => i,
            i => -i,
            i => 0,
            i => i % 2,
            i => i % 10,
            i => i / 100,
            i => -(i / 100),
            i => i ^ 1,
            i => i < count / 2 ? i : count - i,
            i => i > count - 5 ? 0 : i,
            _ => random.Next(),
            _ => random.Next(10),
            i => i % 37 == 0 ? random.Next(count) : i,
        ];
        foreach (Func<int, int> pattern in patterns)
        {
            (int Key, int Position)[] items = [.. Enumerable.Range(0, count).Select(i => (pattern(i), i))];
            (int Key, int Position)[] expected = [.. items.OrderBy(item => item.Key)];

            Sort(items, (later, earlier) => later.Key < earlier.Key);

            Assert.Equal(expected, items);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Sort_WithAnswersThatContradictEachOther_EndsWithTheSameElements(int count)
    {
        var random = new Random(count);
        int asked = 0;
        Func<int, int, bool>[] liars =
        [
            (_, _) => true,
            (_, _) => false,
            (_, _) => random.Next(2) == 0,
            (_, _) => ++asked % 3 == 0,
            (a, b) => (a * 7919 % 31) < (b * 104_729 % 29),
        ];
        foreach (Func<int, int, bool> liar in liars)
        {
            int[] items = [.. Enumerable.Range(0, count)];

            Sort(items, liar);

            Assert.Equal(Enumerable.Range(0, count), items.Order());
        }
    }

    [Fact]
    public void Sort_OfWhatIsInOrder_AsksOncePerNeighbours()
    {
        int[] ascending = [.. Enumerable.Range(0, 10_000)];
        int[] descending = [.. Enumerable.Range(0, 10_000).Reverse()];

        Assert.Equal(9_999, Sort(ascending, (later, earlier) => later < earlier));
        Assert.Equal(9_999, Sort(descending, (later, earlier) => later < earlier));
    }

    [Fact]
    public void Sort_OfRandomNumbers_AsksHardlyMoreThanNeeded()
    {
        var random = new Random(1);
        int[] items = [.. Enumerable.Range(0, 100_000).Select(_ => random.Next())];

        int asked = Sort(items, (later, earlier) => later < earlier);

        // The logarithm of 100,000! is 1,516,704.
        Assert.InRange(asked, 1_000_000, 1_620_000);
    }

    [Fact]
    public void Sort_OfTwoOrderedHalves_IsLinear()
    {
        int[] items = [.. Enumerable.Range(0, 5_000), .. Enumerable.Range(2_500, 5_000)];

        Assert.InRange(Sort(items, (later, earlier) => later < earlier), 10_000, 20_000);
        Assert.Equal(items.Order(), items);
    }

    [Fact]
    public void Sort_ChargesTheScratchSpaceBeforeItIsMade()
    {
        var meter = new Meter();
        meter.Begin(new ExecutionLimits { Memory = 10_000 }, TimeProvider.System, CancellationToken.None);
        int[] items = [.. Enumerable.Range(0, 10_000), .. Enumerable.Range(0, 10_000)];
        var sort = new MergeSort<int>(meter, items, items.Length);

        ExecutionStoppedException stopped = Assert.Throws<ExecutionStoppedException>(() => Drive(sort, (later, earlier) => later < earlier));

        Assert.Equal(ExecutionStop.Memory, stopped.Stop);
    }

    private static int Sort<T>(T[] items, Func<T, T, bool> isLess) => Drive(new MergeSort<T>(new Meter(), items, items.Length), isLess);

    private static int Drive<T>(MergeSort<T> sort, Func<T, T, bool> isLess)
    {
        int asked = 0;
        bool answer = false;
        while (sort.Advance(answer))
        {
            asked++;
            answer = isLess(sort.Later, sort.Earlier);
        }

        return asked;
    }
}
