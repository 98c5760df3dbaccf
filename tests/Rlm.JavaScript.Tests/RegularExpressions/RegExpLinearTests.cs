using Rlm.JavaScript.Limits;
using Rlm.JavaScript.RegularExpressions;

namespace Rlm.JavaScript.Tests.RegularExpressions;

public class RegExpLinearTests
{
    // What generated patterns are made of: everything that is subtle about loops, captures and priorities.
    private static readonly string[] Atoms = ["a", "b", ".", "[ab]", "[^a]", "(a|ab)", "(a*)", "(?:a|b|)", "(|a)", "(a?b??)", "\\b", "$", "^", "()", "(?:(a)|(b))", "((a)*)"];
    private static readonly string[] Quantifiers = ["", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{0,2}", "{1,3}?", "{2,}", "{0}"];

    [Fact]
    public void LinearMatch_GeneratedPatterns_EqualsBacktracking()
    {
        var random = new Random(20_240_229);
        var differences = new List<string>();
        for (var i = 0; i < 20_000; i++)
        {
            var pattern = Disjunction(random, 3);
            var input = string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => "aab\n"[random.Next(4)]));
            var meter = new Meter();
            var program = RegExpCompiler.Compile(pattern, RegExpFlags.None, meter);
            var linear = LinearProgram.TryCompile(pattern, RegExpFlags.None, meter);
            if (linear is null)
            {
                continue;
            }

            var expected = new int[program.CaptureLength];
            var actual = new int[program.CaptureLength];
            var search = StartSearch.For(RegExpParser.Parse(pattern, RegExpFlags.None, meter).Body, RegExpFlags.None);
            var expectedFound = program.TryMatch(input, 0, sticky: false, expected, meter);
            var actualFound = new LinearMatcher(linear, search, isUnicode: false, meter).TryMatch(input, 0, sticky: false, actual);
            if (expectedFound != actualFound || (expectedFound && !expected.SequenceEqual(actual)))
            {
                differences.Add($"/{pattern}/ on {input.ReplaceLineEndings("\\n")}");
            }
        }

        Assert.Empty(differences);
    }

    [Fact]
    public void TryMatch_ExplosionBeforeTheMatch_FindsMatchAndGroupsOfBacktracking()
    {
        var program = RegExpCompiler.Compile("(?:(a+)+(!)|(a)*(c)\\b)", RegExpFlags.None, new Meter());
        var captures = new int[program.CaptureLength];

        Assert.True(program.TryMatch(new string('a', 50_000) + "c", 0, sticky: false, captures, new Meter()));
        Assert.Equal([0, 50_001, -1, -1, -1, -1, 49_999, 50_000, 50_000, 50_001], captures);
    }

    [Theory]
    [InlineData("(a)\\1")]
    [InlineData("(?=a)a")]
    [InlineData("(?<!a)b")]
    [InlineData("(?:ab{1000}){1000}")]
    public void LinearProgram_PatternThatNeedsBacktracking_IsNotMade(string pattern) =>
        Assert.Null(LinearProgram.TryCompile(pattern, RegExpFlags.None, new Meter()));

    private static string Disjunction(Random random, int depth)
    {
        var text = Alternative(random, depth);
        while (random.Next(4) == 0)
        {
            text += "|" + Alternative(random, depth);
        }

        return text;
    }

    private static string Alternative(Random random, int depth)
    {
        var text = "";
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var atom = depth > 0 && random.Next(3) == 0 ? $"({(random.Next(2) == 0 ? "?:" : "")}{Disjunction(random, depth - 1)})" : Atoms[random.Next(Atoms.Length)];
            text += atom is "\\b" or "$" or "^" ? atom : atom + Quantifiers[random.Next(Quantifiers.Length)];
        }

        return text;
    }
}
