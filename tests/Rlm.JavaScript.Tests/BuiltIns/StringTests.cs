namespace Rlm.JavaScript.Tests.BuiltIns;

public class StringTests
{
    public static TheoryData<string, string> All => Samples.Read(StringSamples.Lines);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Expression_OnStrings_GivesWhatNodeGives(string expression, string expected) =>
        Assert.Equal(expected, await Samples.EvaluateAsync(expression));

    [Theory]
    [InlineData("'a'.repeat(5e6).indexOf('a'.repeat(2.5e6) + 'b')", "-1")]
    [InlineData("'a'.repeat(5e6).lastIndexOf('b' + 'a'.repeat(2.5e6))", "-1")]
    [InlineData("('a'.repeat(2e6) + 'b').repeat(2).indexOf('a'.repeat(2e6) + 'bb')", "-1")]
    [InlineData("('ab'.repeat(1e6) + 'aa').lastIndexOf('ba'.repeat(1e5) + 'a')", "1800001")]
    [InlineData("'a'.repeat(5e6).split('a'.repeat(1e6) + 'b').length", "1")]
    public async Task Search_ForWhatNearlyMatchesEverywhere_IsLinear(string expression, string expected)
    {
        // The plain way compares 10^12 characters here.
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxWork = 100_000_000 });
        EvaluationResult result = await session.EvaluateAsync(expression);
        Assert.Equal(EvaluationOutcome.Completed, result.Outcome);
        Assert.Equal(expected, result.Display);
    }

    [Theory]
    [InlineData("'x'.repeat(2 ** 29 - 30)")]
    [InlineData("'x'.padStart(2 ** 29 - 30)")]
    [InlineData("'x'.padEnd(2 ** 29 - 30, 'ab').length")]
    [InlineData("const s = 'x'.repeat(1e6); s.replaceAll('x', s)")]
    [InlineData("const s = 'x'.repeat(1e6); s.replace(/x/g, '$`')")]
    [InlineData("const s = 'x'.repeat(1e6); s.replace(/x/g, \"$'$'\")")]
    [InlineData("let s = 'abc'; for (let i = 0; i < 26; i++) s = s.concat(s); s.indexOf('d')")]
    [InlineData("'a'.repeat(3e7).split('')")]
    [InlineData("'a\\n'.repeat(2e7).split('\\n')")]
    [InlineData("encodeURIComponent('\\u20ac'.repeat(3e7))")]
    [InlineData("'\\uFDFA'.repeat(1e7).normalize('NFKD')")]
    [InlineData("String.raw({ raw: { length: 2 ** 53 - 1 } }, 'x')")]
    public async Task Result_TooLargeForTheMemoryLimit_StopsTheEvaluation(string code)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxMemory = 128 * 1024 * 1024 });
        EvaluationResult result = await session.EvaluateAsync(code);
        Assert.Equal(EvaluationOutcome.MemoryLimit, result.Outcome);
        Assert.Equal("\"a\"", (await session.EvaluateAsync("JSON.stringify('A'.toLowerCase())")).Value.AsString());
    }

    [Theory]
    [InlineData("for (;;) big.indexOf('b')")]
    [InlineData("for (;;) big.lastIndexOf('b')")]
    [InlineData("for (;;) big.includes('ab')")]
    [InlineData("for (;;) big.startsWith(other)")]
    [InlineData("for (;;) big.toUpperCase()")]
    [InlineData("for (;;) big.isWellFormed()")]
    [InlineData("for (;;) big.normalize('NFC')")]
    [InlineData("for (;;) big.localeCompare(other)")]
    [InlineData("for (;;) big.split('b')")]
    [InlineData("for (;;) big.replaceAll('b', '')")]
    [InlineData("for (;;) big.at(-1).concat(big).at(0)")]
    [InlineData("for (;;) encodeURI(big)")]
    [InlineData("for (;;) decodeURI(big)")]
    [InlineData("for (;;) 'ab'.padEnd(1e6)")]
    [InlineData("for (;;) parseFloat(big)")]
    [InlineData("for (;;) spaces.trim()")]
    public async Task Method_OnALongText_ReportsItsWork(string code)
    {
        // A million characters: without a report from inside the method the loop would turn a hundred thousand times.
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxWork = 10_000_000, MaxTime = Timeout.InfiniteTimeSpan });
        await session.EvaluateAsync("const big = 'a'.repeat(1e6), other = 'a'.repeat(1e6 - 1) + 'b', spaces = ' '.repeat(1e6); var turns = 0;");
        EvaluationResult result = await session.EvaluateAsync(code.Replace("for (;;) ", "for (;; turns++) ", StringComparison.Ordinal));
        Assert.Equal(EvaluationOutcome.WorkLimit, result.Outcome);
        Assert.InRange((await session.EvaluateAsync("turns")).Value.AsNumber(), 1, 2_000);
    }

    [Fact]
    public async Task Split_OfManyLines_SharesTheCharacters()
    {
        using var session = new JavaScriptSession();
        session.SetVariable("text", string.Concat(Enumerable.Repeat(new string('x', 79) + "\n", 100_000)));
        await session.EvaluateAsync("var parts;");
        long before = (await session.EvaluateAsync("1")).Usage.Memory;
        EvaluationResult result = await session.EvaluateAsync("parts = text.split('\\n'); parts.length");
        Assert.Equal(100_001, result.Value.AsNumber());

        // 16,000,000 bytes of characters are not copied: a cell and a place in the array for each line is all.
        Assert.InRange(result.Usage.Memory - before, 100_000 * 40, 100_000 * 80);
    }

    [Fact]
    public async Task Normalize_OfAThousandMarksOnOneLetter_Works() =>
        Assert.Equal("4001", await Samples.EvaluateAsync("('e' + '\\u0301\\u0323'.repeat(2000)).normalize('NFD').length"));

    [Fact]
    public async Task Normalize_OfMarksWithoutEnd_IsRefused() =>
        Assert.StartsWith("THROW RangeError: ", await Samples.EvaluateAsync("('e' + '\\u0301\\u0323'.repeat(1e5)).normalize('NFD')"), StringComparison.Ordinal);

    [Fact]
    public async Task Normalize_AcrossItsPieces_GivesWhatTheWholeGives() =>
        Assert.Equal("true", await Samples.EvaluateAsync("""
            (() => {
              const unit = 'e\u0301\uac01\u{1F600}\u0301\ud800a\u0323\u0307\u1100\u1161\u11a8 ';
              const long = unit.repeat(5000);
              return ['NFC', 'NFD', 'NFKC', 'NFKD'].every(form => long.normalize(form) === unit.normalize(form).repeat(5000));
            })()
            """));

    [Theory]
    [InlineData("'\\u00e9'.repeat(1e5) + 'a'", "'\\u00e9'.repeat(1e5) + 'b'", -1)]
    [InlineData("'e\\u0301x'.repeat(1e5) + 'b'", "'\\u00e9x'.repeat(1e5) + 'a'", 1)]
    [InlineData("'A' + '\\u00e9 '.repeat(5e5) + 'a'", "'a' + '\\u00e9 '.repeat(5e5) + 'b'", -1)]
    [InlineData("'A' + '\\u00e9 '.repeat(5e5)", "'a' + '\\u00e9 '.repeat(5e5)", 1)]
    [InlineData("'A' + '\\u00e9 '.repeat(1e5) + 'a'", "'a' + '\\u00e9 '.repeat(1e5) + 'b'", -1)]
    [InlineData("'A' + '\\u00e9 '.repeat(1e5)", "'a' + '\\u00e9 '.repeat(1e5)", 1)]
    public async Task LocaleCompare_OfLongTexts_LooksAtLettersBeforeAccentsBeforeCase(string left, string right, int order) =>
        Assert.Equal(order.ToString(System.Globalization.CultureInfo.InvariantCulture), await Samples.EvaluateAsync($"({left}).localeCompare({right})"));

    [Fact]
    public async Task Method_GivenAnObjectThatConvertsItselfForEver_ThrowsARangeError() =>
        Assert.Equal(
            "THROW RangeError: Maximum call stack size exceeded",
            await Samples.EvaluateAsync("(() => { const o = { toString() { return 'a'.concat(o); } }; return 'x'.padEnd(9, o); })()"));

    [Fact]
    public async Task CaseConversion_UnderATurkishCulture_IsTheSame()
    {
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("tr-TR");
        try
        {
            Assert.Equal(
                "[\"TITLE\", \"title\", \"TITLE\", -1, \"1,234.5\"]",
                await Samples.EvaluateAsync("['title'.toUpperCase(), 'TITLE'.toLowerCase(), 'title'.toLocaleUpperCase(), 'i'.localeCompare('I'), (1234.5).toLocaleString()]"));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
