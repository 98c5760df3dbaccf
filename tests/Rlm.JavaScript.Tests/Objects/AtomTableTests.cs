using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Tests.Objects;

public sealed class AtomTableTests
{
    [Theory]
    [InlineData("0", true, 0)]
    [InlineData("10", true, 10)]
    [InlineData("4294967294", true, 4294967294)]
    [InlineData("4294967295", false, 0)]
    [InlineData("9999999999", false, 0)]
    [InlineData("42949672950", false, 0)]
    [InlineData("01", false, 0)]
    [InlineData("-0", false, 0)]
    [InlineData("1.0", false, 0)]
    [InlineData("1e3", false, 0)]
    [InlineData("", false, 0)]
    [InlineData(" 1", false, 0)]
    [InlineData("\u0661", false, 0)]
    public void TryParseIndex_Text_OnlyCanonicalIndices(string text, bool expected, uint index)
    {
        Assert.Equal(expected, AtomTable.TryParseIndex(text, out uint actual));
        Assert.Equal(index, actual);
    }
}
