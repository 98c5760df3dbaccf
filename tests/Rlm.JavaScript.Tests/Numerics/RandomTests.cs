using Random = Rlm.JavaScript.Numerics.Random;

namespace Rlm.JavaScript.Tests.Numerics;

public sealed class RandomTests
{
    [Fact]
    public void NextUInt64_KnownState_GivesTheReferenceSequence()
    {
        // The state 1, 2, 3, 4 of the authors' reference program.
        var random = new Random { State0 = 1, State1 = 2, State2 = 3, State3 = 4 };
        Assert.Equal(11520UL, random.NextUInt64());
        Assert.Equal(0UL, random.NextUInt64());
        Assert.Equal(1509978240UL, random.NextUInt64());
        Assert.Equal(1215971899390074240UL, random.NextUInt64());
    }

    [Fact]
    public void NextDouble_ManyDraws_FillTheUnitIntervalEvenly()
    {
        var random = new Random(0);
        var counts = new int[16];
        for (var i = 0; i < 160_000; i++)
        {
            var x = random.NextDouble();
            Assert.True(x is >= 0 and < 1);
            counts[(int)(x * counts.Length)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_500, 10_500));
    }

    [Fact]
    public void NextDouble_CopyOfTheState_GoesOnTheSame()
    {
        var random = new Random(7);
        random.NextDouble();
        var copy = random;
        Assert.Equal(random.NextDouble(), copy.NextDouble());
        Assert.Equal(random.NextDouble(), copy.NextDouble());
        Assert.NotEqual(new Random(7).NextUInt64(), new Random(8).NextUInt64());
    }
}
