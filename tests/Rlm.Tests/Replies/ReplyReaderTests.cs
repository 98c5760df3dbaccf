using Rlm.Replies;

namespace Rlm.Tests.Replies;

public class ReplyReaderTests
{
    [Theory]
    [InlineData("```js\nprint(1)\n```")]
    [InlineData("```javascript\nprint(1)\n```")]
    [InlineData("```JavaScript\nprint(1)\n```")]
    [InlineData("```repl\nprint(1)\n```")]
    [InlineData("```ts\nprint(1)\n```")]
    [InlineData("```typescript\nprint(1)\n```")]
    [InlineData("```\nprint(1)\n```")]
    [InlineData("~~~js\nprint(1)\n~~~")]
    [InlineData("````js\nprint(1)\n````")]
    [InlineData("``` js \nprint(1)\n```  ")]
    [InlineData("```js title=\"x\"\nprint(1)\n```")]
    [InlineData("   ```js\n   print(1)\n   ```")]
    [InlineData("```js\r\nprint(1)\r\n```\r\n")]
    [InlineData("Before.\n\n```js\nprint(1)\n```\n\nAfter.")]
    [InlineData("```js\nprint(1)")]
    [InlineData("```\n```js\nprint(1)\n```\n```")]
    [InlineData("```\n```\nprint(1)\n```\n```")]
    [InlineData("```\n\n```javascript\nprint(1)\n```\n```\nAfter")]
    [InlineData("The data:\n```json\n{\"a\": 1}\n```\nand\n```js\nprint(1)\n```")]
    [InlineData("The output was\n```\n42\n```\nso\n```js\nprint(1)\n```")]
    [InlineData("```js\n\n```\n```js\nprint(1)\n```")]
    [InlineData("<think>Maybe\n```js\nwrong()\n```\n</think>\n```js\nprint(1)\n```")]
    [InlineData("Maybe\n```js\nwrong()\n```\n</think>\n```js\nprint(1)\n```")]
    public void Read_Block_FindsTheCode(string reply)
    {
        var read = ReplyReader.Read(reply);

        Assert.Equal(ReplyKind.Block, read.Kind);
        Assert.Equal("print(1)", read.Code);
    }

    [Theory]
    [InlineData("print(`a ``` b`)")]
    [InlineData("const fence = \"```\";\nprint(fence)")]
    [InlineData("print(`x`) // ```js is a fence")]
    [InlineData("const s = '</think>';")]
    public void Read_BackTicksInCode_DoNotEndTheBlock(string code) =>
        Assert.Equal(code, ReplyReader.Read($"Look:\n```js\n{code}\n```\n").Code);

    [Fact]
    public void Read_LongerFence_HoldsShorterOnes() =>
        Assert.Equal("const s = `\n```\nx\n```\n`;", ReplyReader.Read("````js\nconst s = `\n```\nx\n```\n`;\n````").Code);

    [Fact]
    public void Read_SeveralBlocks_TakesTheFirstAndCounts()
    {
        var read = ReplyReader.Read("A\n```js\none()\n```\nB\n```js\ntwo()\n```\nC\n```js\nthree()\n```");

        Assert.Equal("one()", read.Code);
        Assert.Equal(3, read.BlockCount);
    }

    [Fact]
    public void Read_Text_BecomesReasoning()
    {
        var read = ReplyReader.Read("<think>Hm.</think>\nBefore.\n```js\nprint(1)\n```\nAfter.", "Model.");

        Assert.Equal("Model.\n\nHm.\n\nBefore.\n\nAfter.", read.Reasoning);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("<think>I never stop thinking")]
    [InlineData("<think>Only thought.</think>")]
    public void Read_NothingToRun_IsEmpty(string reply) => Assert.Equal(ReplyKind.Empty, ReplyReader.Read(reply).Kind);

    [Theory]
    [InlineData("```python\nprint(1)\n```", "python")]
    [InlineData("```json\n{}\n```", "json")]
    [InlineData("```c++\nint x;\n```", "c++")]
    public void Read_OtherLanguage_IsNamed(string reply, string language)
    {
        var read = ReplyReader.Read(reply);

        Assert.Equal(ReplyKind.WrongLanguage, read.Kind);
        Assert.Equal(language, read.Language);
    }

    [Theory]
    [InlineData("```js\n```")]
    [InlineData("```js\n\n  \n```")]
    [InlineData("```js")]
    public void Read_EmptyBlock_IsNoCode(string reply) => Assert.Equal(ReplyKind.EmptyBlock, ReplyReader.Read(reply).Kind);

    [Fact]
    public void Read_NoFence_OffersTheWholeReply()
    {
        var read = ReplyReader.Read("  print(1)\n");

        Assert.Equal(ReplyKind.WholeReply, read.Kind);
        Assert.Equal("print(1)", read.Code);
    }

    [Fact]
    public void Read_InlineTripleTicks_AreNoFence() =>
        Assert.Equal(ReplyKind.WholeReply, ReplyReader.Read("```print(1)```").Kind);

    [Fact]
    public void Read_MillionFences_IsQuick()
    {
        var read = ReplyReader.Read(string.Concat(Enumerable.Repeat("```\n", 200_000)));

        Assert.NotEqual(ReplyKind.Block, read.Kind);
    }
}
