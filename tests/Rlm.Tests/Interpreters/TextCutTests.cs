using Rlm.Interpreters;

namespace Rlm.Tests.Interpreters;

public class TextCutTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("abc", 10)]
    public void Middle_WithinTheLimit_IsTheText(string text, int limit) => Assert.Same(text, TextCut.Middle(text, limit));

    [Fact]
    public void Middle_OverTheLimit_KeepsHalfAtEachEndAndSaysHowMuchIsMissing() =>
        Assert.Equal("aaa\n… (1,994 characters omitted) …\nbbb", TextCut.Middle(new string('a', 1_000) + new string('b', 1_000), 6));

    [Fact]
    public void Cuts_WithinASurrogatePair_LeaveItOut()
    {
        Assert.Equal("a", TextCut.Head("a🙂b", 2));
        Assert.Equal("a🙂", TextCut.Head("a🙂b", 3));
        Assert.Equal("b", TextCut.Tail("a🙂b", 2));
        Assert.Equal("🙂b", TextCut.Tail("a🙂b", 3));
        Assert.Equal("", TextCut.Head("🙂", 1));
        Assert.Equal("", TextCut.Tail("🙂", 0));
    }
}
