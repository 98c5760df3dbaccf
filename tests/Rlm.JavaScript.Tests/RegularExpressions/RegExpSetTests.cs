using System.Text.Json;
using Rlm.JavaScript.Tests.BuiltIns;

namespace Rlm.JavaScript.Tests.RegularExpressions;

/// <summary>The v flag, as Node.js has it, and flags for a part of a pattern.</summary>
public class RegExpSetTests
{
    public static TheoryData<string, string> Sets => new()
    {
        {
            """return ['[a-z--[aeiou]]', '[[a-z]--[aeiou]]', '[[a-z]&&[aeiou]]', '[\\w--\\d]', '[\\p{L}--\\p{Lu}]', '[^\\d[a-f]]', '[\\p{ASCII}&&\\p{L}&&[^a-m]]', '[[a-c][x-z]_]', '[]', '[^]', '[a&&a]', '[a&&b]', '[a--]'].map(p => kind(() => new RegExp(p, 'v')) === 'no error' ? 'abcXYZ019_é€😀'.match(new RegExp(p, 'gv')) : 'SyntaxError')""",
            """['SyntaxError', ['b', 'c'], ['a'], ['a', 'b', 'c', 'X', 'Y', 'Z', '_'], ['a', 'b', 'c', 'é'], ['X', 'Y', 'Z', '_', 'é', '€', '😀'], ['X', 'Y', 'Z'], ['a', 'b', 'c', '_'], null, ['a', 'b', 'c', 'X', 'Y', 'Z', '0', '1', '9', '_', 'é', '€', '😀'], ['a'], null, 'SyntaxError']"""
        },
        {
            """return [/[\q{abc|d|}x]/v.exec('abcd')[0], /^[\q{a|ab|abc}]$/v.test('ab'), 'abc'.match(/[\q{a|abc|ab}]/v)[0], '1ab2'.replace(/[\q{ab|1}--1]/v, '-'), /[\q{}]/v.exec('x')[0].length, /(?<=[\q{ab|c}])x/v.test('abx'), /[[\q{ab}a]&&\q{ab|b}]/v.exec('aab')[0]]""",
            """['abc', true, 'abc', '1-2', 0, true, 'ab']"""
        },
        {
            """return ['[^\\q{ab}]', '[^\\q{a}]', '[^\\q{ab}&&a]', '[^a--\\q{ab}]', '[^\\q{ab}--a]', '[(]', '[a-]', '[&&]', '[a&&&b]', '[a--b&&c]', '[a&&b--c]', '[a!!b]', '[a!b]', '[\\-\\&\\!]', '[a|b]', '[{]', '[/]', '[\\q{a]', '\\q{a}', '[\\q]', '[a-z-9]', '[\\d-z]', '[z-a]', '[[a]', '\\P{RGI_Emoji}', '[^\\p{RGI_Emoji}]', '\\p{RGI_Emoji_}', '[a]]', '[a-b-c]', '[\\b]', '[\\c]', '[\\x4]', '[::]', '[--]', '[a\\&&b]'].map(p => kind(() => new RegExp(p, 'v')))""",
            """['SyntaxError', 'no error', 'no error', 'no error', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'no error', 'no error', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'no error', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'SyntaxError', 'no error']"""
        },
        {
            """return [/[^x]/vi.test('X'), /\P{Lu}/vi.test('A'), /[^\P{Lu}]/vi.test('a'), /\P{Lu}/ui.test('A'), /[\p{Lu}--[A-Z]]/vi.test('a'), /[\q{AB}&&\q{ab}]/vi.test('aB'), /[\q{ss}]/vi.test('SS'), /\w/vi.test('\u017f'), /[^\W]/vi.test('\u212a')]""",
            """[false, false, true, true, false, true, true, true, true]"""
        },
        {
            """const flags = '👩‍💻🇩🇪😀1️⃣👍🏽🏴󠁧󠁢󠁥󠁮󠁧󠁿a❤️‍🔥☺️1#'; return [flags.match(/\p{RGI_Emoji}/gv).length, flags.match(/\p{Emoji_Keycap_Sequence}/v)[0].length, /^\p{RGI_Emoji_Flag_Sequence}$/v.test('🇦🇽'), /^\p{RGI_Emoji_Flag_Sequence}$/v.test('🇦🇦'), /^[\p{RGI_Emoji}--\q{😀|🇩🇪}]$/v.test('🇩🇪'), /^\p{Basic_Emoji}$/v.test('1'), /^\p{RGI_Modifier_Sequence}$/.test('x'), /^\p{RGI_Emoji_Modifier_Sequence}$/v.test('👍🏽'), /^\p{RGI_Emoji_ZWJ_Sequence}$/v.test('👩🏽‍❤️‍💋‍👨🏿'), /^\p{RGI_Emoji_Tag_Sequence}$/v.test('🏴󠁧󠁢󠁥󠁮󠁧󠁿'), kind(() => new RegExp('\\p{RGI_Emoji}', 'u'))]""",
            """[8, 3, true, false, false, false, false, true, true, true, 'SyntaxError']"""
        },
        {
            """const r = /[[a-z]&&[^aeiou]]+/gv; return [r.flags, r.unicodeSets, r.unicode, 'education'.match(r), 'a-b'.split(/[\-]/v), kind(() => new RegExp('a', 'uv')), [...'a😀b'.matchAll(/./gv)].length, '😀'.search(/[😀]/v), '😀😀'.replace(/^./v, '-'), /^.$/v.test('😀'), /\u{1F600}/v.test('😀')]""",
            """['gv', true, false, ['d', 'c', 't', 'n'], ['a', 'b'], 'SyntaxError', 3, 0, '-😀', true, true]"""
        },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task SetNotation_InEachSample_DoesAsInNode(string source, string expected)
    {
        string shown = await GuestText.OfAsync(source);

        Assert.True(expected == shown, $"{source}\nexpected {expected}\nbut was  {shown}");
    }

    [Theory]
    [InlineData("(?i:a)b", "Ab aB", "Ab")]
    [InlineData("a(?i:b|c)d", "aCd", "aCd")]
    [InlineData("a(?i:b)c", "abC", null)]
    [InlineData("(?i:a(?-i:b))c", "Abc", "Abc")]
    [InlineData("(?i:a(?-i:b))c", "aBc", null)]
    [InlineData("(?i:(a))\\1", "aA", null)]
    [InlineData("(a)(?i:\\1)", "aA", "aA")]
    [InlineData("(?m:^b$)", "a\nb\nc", "b")]
    [InlineData("(?m:^b)$", "a\nb\nc", null)]
    [InlineData("(?s:.)b", "\nb", "\nb")]
    [InlineData("(?s-i:.)A", "\na", null)]
    [InlineData("(?i:[^x])", "X", null)]
    [InlineData("(?i:a){2}", "aA", "aA")]
    [InlineData("(?i:a|b)*?c", "ABc", "ABc")]
    [InlineData("(?<=(?i:a))b", "Ab", "b")]
    public async Task Modifiers_HoldInTheirGroupOnly(string pattern, string text, string? expected)
    {
        string shown = await GuestText.OfAsync($"const m = {JsonSerializer.Serialize(text)}.match(new RegExp({JsonSerializer.Serialize(pattern)})); return m && m[0]");

        Assert.Equal(expected is null ? "null" : $"'{expected}'", shown);
    }

    [Theory]
    [InlineData("(?i)a")]
    [InlineData("(?-:a)")]
    [InlineData("(?ii:a)")]
    [InlineData("(?i-i:a)")]
    [InlineData("(?g:a)")]
    [InlineData("(?i-:a")]
    [InlineData("(?im-s--:a)")]
    public async Task Modifiers_ThatMeanNothing_AreRefused(string pattern) =>
        Assert.StartsWith("SyntaxError: Invalid regular expression", await Printed.ErrorOfAsync($"new RegExp('{pattern}')"), StringComparison.Ordinal);

    [Theory]
    [InlineData("new RegExp('['.repeat(100000) + ']'.repeat(100000), 'v')", "Regular expression too large")]
    [InlineData("new RegExp('(?i:'.repeat(100000) + ')'.repeat(100000))", "Regular expression too large")]
    public async Task SetNotation_NestedTooDeeply_IsRefused(string source, string expected) =>
        Assert.Contains(expected, await Printed.ErrorOfAsync(source), StringComparison.Ordinal);

    [Theory]
    [InlineData("new RegExp('[' + '[\\\\p{L}--\\\\p{Lu}]'.repeat(200000) + ']', 'v')")]
    [InlineData("new RegExp('[' + '\\\\q{' + 'ab|'.repeat(3000000) + '}]', 'v')")]
    [InlineData("for (let i = 0; ; i++) new RegExp('[\\\\p{RGI_Emoji}--[' + i + ']]', 'v')")]
    public async Task SetNotation_WithMuchToDo_StopsInTime(string source)
    {
        var options = new JavaScriptOptions { MaxTime = TimeSpan.FromMilliseconds(200), MaxMemory = 512 * 1024 * 1024 };

        EvaluationOutcome outcome = await Printed.StopOfAsync(source, options);

        Assert.True(outcome is EvaluationOutcome.TimeLimit or EvaluationOutcome.MemoryLimit, $"It ended with {outcome}.");
    }
}
