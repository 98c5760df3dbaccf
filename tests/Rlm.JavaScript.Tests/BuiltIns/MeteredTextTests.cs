using Rlm.JavaScript.BuiltIns;
using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Tests.BuiltIns;

public class MeteredTextTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    public void Search_OfRepetitiveText_FindsWhatThePlainWayFinds(int seed, int letters)
    {
        var random = new Random(seed);
        var meter = new Meter();
        for (int i = 0; i < 5_000; i++)
        {
            string text = Repetitive(random, random.Next(400), letters);
            string pattern = random.Next(2) == 0 && text.Length > 0 ? text[random.Next(text.Length)..] : Repetitive(random, random.Next(1, 120), letters);
            pattern = pattern[..Math.Min(pattern.Length, random.Next(1, 120))];
            int from = random.Next(text.Length + 1);
            Assert.Equal(text.IndexOf(pattern, from, StringComparison.Ordinal), MeteredText.IndexOf(text, pattern, from, meter));
            Assert.Equal(PlainLastIndexOf(text, pattern, from), MeteredText.LastIndexOf(text, pattern, from, meter));
        }
    }

    /// <summary>The waste that makes the search change its way needs texts of more than a slice.</summary>
    [Theory]
    [InlineData("a", "b")]
    [InlineData("ab", "aa")]
    [InlineData("aab", "aaa")]
    public void Search_AfterMuchWaste_FindsWhatThePlainWayFinds(string unit, string end)
    {
        const int Count = 10_000;
        string repeated = string.Concat(Enumerable.Repeat(unit, Count));
        string text = string.Concat(repeated, "#", repeated, repeated, end, repeated, "#", end, repeated, repeated);
        string pattern = repeated + end;
        string reversed = end + repeated;
        var meter = new Meter();
        Assert.Equal(text.IndexOf(pattern, StringComparison.Ordinal), MeteredText.IndexOf(text, pattern, 0, meter));
        Assert.Equal(text.LastIndexOf(reversed, StringComparison.Ordinal), MeteredText.LastIndexOf(text, reversed, text.Length, meter));
        Assert.Equal(-1, MeteredText.IndexOf(text, pattern + "!", 0, meter));
        Assert.Equal(-1, MeteredText.LastIndexOf(text, "!" + reversed, text.Length, meter));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(MeteredText.SliceLength - 1)]
    [InlineData(MeteredText.SliceLength)]
    [InlineData((2 * MeteredText.SliceLength) - 1)]
    public void Search_OfWhatCrossesTheEndOfASlice_FindsIt(int position)
    {
        var text = new char[3 * MeteredText.SliceLength];
        "needle".CopyTo(text.AsSpan(position));
        var meter = new Meter();
        Assert.Equal(position, MeteredText.IndexOf(text, "needle", 0, meter));
        Assert.Equal(position, MeteredText.LastIndexOf(text, "needle", text.Length, meter));
        Assert.Equal(position, MeteredText.IndexOf(text, "n", 0, meter));
        Assert.Equal(2, MeteredText.Count(text, 'e', meter) - 1);
        Assert.Equal(position, MeteredText.CommonPrefixLength(text, new char[text.Length], meter));
    }

    private static int PlainLastIndexOf(string text, string pattern, int from)
    {
        for (int i = Math.Min(from, text.Length - pattern.Length); i >= 0; i--)
        {
            if (text.AsSpan(i).StartsWith(pattern, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Repetitive(Random random, int length, int letters) =>
        string.Create(length, (random, letters), static (characters, state) =>
        {
            for (int i = 0; i < characters.Length; i++)
            {
                characters[i] = (char)('a' + (state.random.Next(20) == 0 ? state.random.Next(state.letters) : 0));
            }
        });
}
