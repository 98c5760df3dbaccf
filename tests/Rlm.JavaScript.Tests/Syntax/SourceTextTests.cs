using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Tests.Syntax;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("", 0, 1, 1)]
    [InlineData("abc", 3, 1, 4)]
    [InlineData("a\nb", 1, 1, 2)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\r\nb", 2, 1, 3)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\rb\u2028c\u2029d", 6, 4, 1)]
    [InlineData("\n\n\n", 3, 4, 1)]
    [InlineData("abc", 99, 1, 4)]
    [InlineData("abc", -1, 1, 1)]
    public void Positions_BehindEveryKindOfLineBreak_HaveLineAndColumn(string text, int position, int line, int column)
    {
        var source = new SourceText(text);
        Assert.Equal((line, column), (source.LineAt(position), source.ColumnAt(position)));
    }

    [Fact]
    public void Lines_OverManyBlocks_AreCountedRight()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => i % 3 == 0 ? "x\r\n" : i % 3 == 1 ? "yy\n" : "\r"));
        var source = new SourceText(text);
        int line = 1;
        for (int position = 0; position <= text.Length; position++)
        {
            if (position % 101 == 0)
                Assert.Equal(line, source.LineAt(position));
            if (position < text.Length && (text[position] == '\n' || (text[position] == '\r' && (position + 1 >= text.Length || text[position + 1] != '\n'))))
                line++;
        }
    }

    [Theory]
    [InlineData("first\nconst x = ;\nlast", 16, "const x = ;", 10)]
    [InlineData("x", 1, "x", 1)]
    [InlineData("a\n\nb", 2, "", 0)]
    public void Excerpt_OfAShortLine_IsTheLine(string text, int position, string expected, int expectedCaret)
    {
        Assert.Equal(expected, new SourceText(text).Excerpt(position, out int caret));
        Assert.Equal(expectedCaret, caret);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(500)]
    [InlineData(995)]
    [InlineData(1000)]
    public void Excerpt_OfALongLine_IsAWindowAroundThePosition(int position)
    {
        string line = string.Concat(Enumerable.Range(0, 1000).Select(i => (char)('a' + i % 26)));
        string excerpt = new SourceText("before\n" + line + "\nafter").Excerpt(position + 7, out int caret, width: 40);

        Assert.InRange(excerpt.Length, 40, 42);
        Assert.Equal(position > 30, excerpt[0] == '…');
        Assert.Equal(position < 960, excerpt[^1] == '…');
        if (position < 1000)
            Assert.Equal(line[position], excerpt[caret]);
        else
            Assert.Equal(excerpt.Length, caret);
    }
}
