using System.Text.Json;
using Rlm.JavaScript.Limits;
using Rlm.JavaScript.RegularExpressions;

namespace Rlm.JavaScript.Tests.RegularExpressions;

public class RegExpSyntaxTests
{
    // Pattern, flags, and how the message begins; a hint in brackets may follow.
    private const string Errors =
        """
        ["(","","Invalid regular expression: /(/: Unterminated group"]
        ["a)","","Invalid regular expression: /a)/: Unmatched ')'"]
        ["(?:","","Invalid regular expression: /(?:/: Unterminated group"]
        ["(?=a","","Invalid regular expression: /(?=a/: Unterminated group"]
        ["(?<a>","","Invalid regular expression: /(?<a>/: Unterminated group"]
        ["[","","Invalid regular expression: /[/: Unterminated character class"]
        ["[a\\]","","Invalid regular expression: /[a\\]/: Unterminated character class"]
        ["[b-a]","","Invalid regular expression: /[b-a]/: Range out of order in character class"]
        ["a**","","Invalid regular expression: /a**/: Nothing to repeat"]
        ["*","","Invalid regular expression: /*/: Nothing to repeat"]
        ["a|+","","Invalid regular expression: /a|+/: Nothing to repeat"]
        ["a++","","Invalid regular expression: /a++/: Nothing to repeat"]
        ["a*+","","Invalid regular expression: /a*+/: Nothing to repeat"]
        ["a{1}{2}","","Invalid regular expression: /a{1}{2}/: Nothing to repeat"]
        ["{1}","","Invalid regular expression: /{1}/: Nothing to repeat"]
        ["^*","","Invalid regular expression: /^*/: Nothing to repeat"]
        ["\\b+","","Invalid regular expression: /\\b+/: Nothing to repeat"]
        ["$?","u","Invalid regular expression: /$?/u: Nothing to repeat"]
        ["a{2,1}","","Invalid regular expression: /a{2,1}/: numbers out of order in {} quantifier"]
        ["a{99999999999999999999,1}","","Invalid regular expression: /a{99999999999999999999,1}/: numbers out of order in {} quantifier"]
        ["{","u","Invalid regular expression: /{/u: Lone quantifier brackets"]
        ["}","u","Invalid regular expression: /}/u: Lone quantifier brackets"]
        ["]","u","Invalid regular expression: /]/u: Lone quantifier brackets"]
        ["a{","u","Invalid regular expression: /a{/u: Incomplete quantifier"]
        ["a{1","u","Invalid regular expression: /a{1/u: Incomplete quantifier"]
        ["a{,5}","u","Invalid regular expression: /a{,5}/u: Incomplete quantifier"]
        ["\\","","Invalid regular expression: /\\/: \\ at end of pattern"]
        ["\\","u","Invalid regular expression: /\\/u: \\ at end of pattern"]
        ["[\\","","Invalid regular expression: /[\\/: \\ at end of pattern"]
        ["(?","","Invalid regular expression: /(?/: Invalid group"]
        ["(?P<a>x)","","Invalid regular expression: /(?P<a>x)/: Invalid group"]
        ["(?P=a)","","Invalid regular expression: /(?P=a)/: Invalid group"]
        ["(?i)a","","Invalid regular expression: /(?i)a/: Invalid group"]
        ["(?>a)","","Invalid regular expression: /(?>a)/: Invalid group"]
        ["(?#x)","","Invalid regular expression: /(?#x)/: Invalid group"]
        ["(?(1)a)","","Invalid regular expression: /(?(1)a)/: Invalid group"]
        ["(?|a)","","Invalid regular expression: /(?|a)/: Invalid group"]
        ["(?'a'x)","","Invalid regular expression: /(?'a'x)/: Invalid group"]
        ["(?R)","","Invalid regular expression: /(?R)/: Invalid group"]
        ["(?1)","","Invalid regular expression: /(?1)/: Invalid group"]
        ["(?<a","","Invalid regular expression: /(?<a/: Invalid capture group name"]
        ["(?<>a)","","Invalid regular expression: /(?<>a)/: Invalid capture group name"]
        ["(?<1a>a)","","Invalid regular expression: /(?<1a>a)/: Invalid capture group name"]
        ["(?<a-b>a)","","Invalid regular expression: /(?<a-b>a)/: Invalid capture group name"]
        ["(?<a\\u{}>x)","u","Invalid regular expression: /(?<a\\u{}>x)/u: Invalid Unicode escape"]
        ["(?<a\\x41>x)","","Invalid regular expression: /(?<a\\x41>x)/: Invalid capture group name"]
        ["(?<a>x)(?<a>y)","","Invalid regular expression: /(?<a>x)(?<a>y)/: Duplicate capture group name"]
        ["\\k<a>","u","Invalid regular expression: /\\k<a>/u: Invalid named capture referenced"]
        ["(?<a>x)\\k<b>","","Invalid regular expression: /(?<a>x)\\k<b>/: Invalid named capture referenced"]
        ["(?<a>x)\\k","","Invalid regular expression: /(?<a>x)\\k/: Invalid named reference"]
        ["(?<a>x)\\k<","","Invalid regular expression: /(?<a>x)\\k</: Invalid capture group name"]
        ["\\k","u","Invalid regular expression: /\\k/u: Invalid named reference"]
        ["\\A","u","Invalid regular expression: /\\A/u: Invalid escape"]
        ["\\Z","u","Invalid regular expression: /\\Z/u: Invalid escape"]
        ["\\z","u","Invalid regular expression: /\\z/u: Invalid escape"]
        ["\\h","u","Invalid regular expression: /\\h/u: Invalid escape"]
        ["\\R","u","Invalid regular expression: /\\R/u: Invalid escape"]
        ["\\Q","u","Invalid regular expression: /\\Q/u: Invalid escape"]
        ["\\G","u","Invalid regular expression: /\\G/u: Invalid escape"]
        ["\\_","u","Invalid regular expression: /\\_/u: Invalid escape"]
        ["\\-","u","Invalid regular expression: /\\-/u: Invalid escape"]
        ["[\\_]","u","Invalid regular expression: /[\\_]/u: Invalid escape"]
        ["[\\B]","u","Invalid regular expression: /[\\B]/u: Invalid escape"]
        ["\\1","u","Invalid regular expression: /\\1/u: Invalid escape"]
        ["\\8","u","Invalid regular expression: /\\8/u: Invalid escape"]
        ["(a)\\2","u","Invalid regular expression: /(a)\\2/u: Invalid escape"]
        ["\\01","u","Invalid regular expression: /\\01/u: Invalid decimal escape"]
        ["\\07","u","Invalid regular expression: /\\07/u: Invalid decimal escape"]
        ["[\\1]","u","Invalid regular expression: /[\\1]/u: Invalid class escape"]
        ["[\\01]","u","Invalid regular expression: /[\\01]/u: Invalid class escape"]
        ["\\c","u","Invalid regular expression: /\\c/u: Invalid Unicode escape"]
        ["\\c1","u","Invalid regular expression: /\\c1/u: Invalid Unicode escape"]
        ["[\\c]","u","Invalid regular expression: /[\\c]/u: Invalid Unicode escape"]
        ["\\x1","u","Invalid regular expression: /\\x1/u: Invalid escape"]
        ["\\u1","u","Invalid regular expression: /\\u1/u: Invalid Unicode escape"]
        ["\\u{110000}","u","Invalid regular expression: /\\u{110000}/u: Invalid Unicode escape"]
        ["\\u{}","u","Invalid regular expression: /\\u{}/u: Invalid Unicode escape"]
        ["\\u{1","u","Invalid regular expression: /\\u{1/u: Invalid Unicode escape"]
        ["\\p","u","Invalid regular expression: /\\p/u: Invalid property name"]
        ["\\p{","u","Invalid regular expression: /\\p{/u: Invalid property name"]
        ["\\p{}","u","Invalid regular expression: /\\p{}/u: Invalid property name"]
        ["\\p{Foo}","u","Invalid regular expression: /\\p{Foo}/u: Invalid property name"]
        ["\\p{lu}","u","Invalid regular expression: /\\p{lu}/u: Invalid property name"]
        ["\\p{L","u","Invalid regular expression: /\\p{L/u: Invalid property name"]
        ["\\p{Script}","u","Invalid regular expression: /\\p{Script}/u: Invalid property name"]
        ["\\p{Script=Foo}","u","Invalid regular expression: /\\p{Script=Foo}/u: Invalid property name"]
        ["\\p{gc=}","u","Invalid regular expression: /\\p{gc=}/u: Invalid property name"]
        ["\\p{Any=1}","u","Invalid regular expression: /\\p{Any=1}/u: Invalid property name"]
        ["\\p{IsGreek}","u","Invalid regular expression: /\\p{IsGreek}/u: Invalid property name"]
        ["[\\p{Foo}]","u","Invalid regular expression: /[\\p{Foo}]/u: Invalid property name in character class"]
        ["[a-\\d]","u","Invalid regular expression: /[a-\\d]/u: Invalid character class"]
        ["[\\d-a]","u","Invalid regular expression: /[\\d-a]/u: Invalid character class"]
        ["[\\d-\\w]","u","Invalid regular expression: /[\\d-\\w]/u: Invalid character class"]
        ["(?<=a)*","","Invalid regular expression: /(?<=a)*/: Invalid quantifier"]
        ["(?<!a)+","","Invalid regular expression: /(?<!a)+/: Invalid quantifier"]
        ["(?=a)*","u","Invalid regular expression: /(?=a)*/u: Invalid quantifier"]
        ["(?!a){2}","u","Invalid regular expression: /(?!a){2}/u: Invalid quantifier"]
        ["x","gg","Invalid flags supplied to RegExp constructor 'gg'"]
        ["x","q","Invalid flags supplied to RegExp constructor 'q'"]
        ["x","G","Invalid flags supplied to RegExp constructor 'G'"]
        ["x"," ","Invalid flags supplied to RegExp constructor ' '"]
        """;

    [Fact]
    public void Compile_MalformedPattern_SaysWhatIsWrong()
    {
        var failures = new List<string>();
        foreach (var line in Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = JsonSerializer.Deserialize<string[]>(line)!;
            var message = Message(parts[0], parts[1]);
            if (message != parts[2] && !message.StartsWith(parts[2] + " (", StringComparison.Ordinal))
            {
                failures.Add($"{line} gave {message}");
            }
        }

        Assert.Empty(failures);
    }

    [Theory]
    [InlineData("(?P<year>a)", "", "(?<name>...)")]
    [InlineData("(?P=year)", "", "\\k<name>")]
    [InlineData("(?i)abc", "", "/.../i")]
    [InlineData("a++", "", "possessive")]
    [InlineData("a{2}+", "", "possessive")]
    [InlineData("(?>a)", "", "atomic")]
    [InlineData("(?#note)a", "", "comments")]
    [InlineData("(?(1)a|b)", "", "conditional")]
    [InlineData("(?R)", "", "recursive")]
    [InlineData("\\Aabc", "u", "^ without the m flag")]
    [InlineData("abc\\Z", "u", "$ without the m flag")]
    [InlineData("\\h+", "u", "[ \\t]")]
    [InlineData("a\\_b", "u", "without the backslash")]
    [InlineData("*a", "", "\\*")]
    [InlineData("[\\w-.]", "u", "must be escaped")]
    [InlineData("[z-a]", "", "escape it")]
    [InlineData("\\p{letter}", "u", "\\p{L}")]
    [InlineData("\\2(a)", "u", "no group of this number")]
    public void Compile_SyntaxOfAnotherLanguage_SaysWhatToWrite(string pattern, string flags, string hint) =>
        Assert.Contains(hint, Message(pattern, flags), StringComparison.Ordinal);

    [Theory]
    [InlineData("ab(c", 4)]
    [InlineData("ab)c", 2)]
    [InlineData("a**", 2)]
    [InlineData("(?<a>x)(?<a>y)", 10)]
    public void Compile_MalformedPattern_SaysWhere(string pattern, int position) =>
        Assert.Equal(position, Assert.Throws<RegExpSyntaxException>(() => RegExpCompiler.Compile(pattern, "", new Meter())).Position);

    [Fact]
    public void Compile_LongMalformedPattern_QuotesOnlyItsStart() =>
        Assert.InRange(Message(new string('a', 1_000_000) + "(", "").Length, 200, 400);

    [Theory]
    [InlineData("(")]
    [InlineData("(?:")]
    [InlineData("(?=")]
    [InlineData("(?<!")]
    [InlineData("(a|")]
    public void Compile_DeepNesting_IsRefused(string opening)
    {
        var pattern = string.Concat(Enumerable.Repeat(opening, 100_000)) + string.Concat(Enumerable.Repeat(")", 100_000));

        Assert.Contains("nested too deeply", Message(pattern, ""), StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_DeepNestingOnSmallStack_IsRefusedOrCompiles()
    {
        Exception? unexpected = null;
        var pattern = string.Concat(Enumerable.Repeat("(?:x|(", 120)) + "a" + string.Concat(Enumerable.Repeat(")*y)*", 120));
        var thread = new Thread(
            () =>
            {
                try
                {
                    RegExpCompiler.Compile(pattern, "", new Meter());
                }
                catch (RegExpSyntaxException)
                {
                }
                catch (Exception e)
                {
                    unexpected = e;
                }
            },
            256 * 1024);
        thread.Start();
        thread.Join();

        Assert.Null(unexpected);
    }

    [Fact]
    public void Compile_TooManyGroups_IsRefused() =>
        Assert.Contains("Too many captures", Message(string.Concat(Enumerable.Repeat("()", 70_000)), ""), StringComparison.Ordinal);

    [Fact]
    public void Compile_ManyNamedGroups_NamesThemAll()
    {
        var program = RegExpCompiler.Compile(string.Concat(Enumerable.Range(1, 60_000).Select(i => $"(?<n{i}>)")), "", new Meter());

        Assert.Equal(60_000, program.GroupCount);
        Assert.Equal(("n60000", 60_000), program.GroupNames[^1]);
    }

    [Fact]
    public void GroupNames_MixedGroups_AreInOrderWithTheirIndices()
    {
        var program = RegExpCompiler.Compile("(a)(?<x>b)(?:c)(?<y>(d))", "", new Meter());

        Assert.Equal([("x", 2), ("y", 3)], program.GroupNames);
        Assert.Equal(4, program.GroupCount);
        Assert.Equal(10, program.CaptureLength);
    }

    [Theory]
    [InlineData("", RegExpFlags.None, "")]
    [InlineData("yg", RegExpFlags.Global | RegExpFlags.Sticky, "gy")]
    [InlineData("yusmigd", RegExpFlags.HasIndices | RegExpFlags.Global | RegExpFlags.IgnoreCase | RegExpFlags.Multiline | RegExpFlags.DotAll | RegExpFlags.Unicode | RegExpFlags.Sticky, "dgimsuy")]
    [InlineData("v", RegExpFlags.UnicodeSets, "v")]
    public void FlagLetters_AnyOrder_AreReadAndWritten(string text, object flags, string canonical)
    {
        Assert.True(RegExpFlagLetters.TryParse(text, out var actual));
        Assert.Equal((RegExpFlags)flags, actual);
        Assert.Equal(canonical, RegExpFlagLetters.Format(actual));
    }

    [Theory]
    [InlineData("gg")]
    [InlineData("x")]
    [InlineData("uv")]
    [InlineData("I")]
    public void FlagLetters_UnknownOrRepeated_AreRefused(string text) => Assert.False(RegExpFlagLetters.TryParse(text, out _));

    private static string Message(string pattern, string flags) =>
        Assert.Throws<RegExpSyntaxException>(() => RegExpCompiler.Compile(pattern, flags, new Meter())).Message;
}
