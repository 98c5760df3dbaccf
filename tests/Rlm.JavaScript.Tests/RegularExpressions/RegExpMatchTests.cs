using System.Text.Json;
using Rlm.JavaScript.Limits;
using Rlm.JavaScript.RegularExpressions;

namespace Rlm.JavaScript.Tests.RegularExpressions;

public class RegExpMatchTests
{
    [Theory]
    [InlineData(MatchCases.Literals)]
    [InlineData(MatchCases.Alternation)]
    [InlineData(MatchCases.Quantifiers)]
    [InlineData(MatchCases.Groups)]
    [InlineData(MatchCases.BackReferences)]
    [InlineData(MatchCases.Assertions)]
    [InlineData(MatchCases.Classes)]
    [InlineData(MatchCases.Escapes)]
    [InlineData(MatchCases.IgnoreCase)]
    [InlineData(MatchCases.Properties)]
    [InlineData(MatchCases.Realistic)]
    [InlineData(MatchCases.Stress)]
    [InlineData(MatchCases.Starts)]
    public void TryMatch_Case_GivesMatchAndGroups(string cases)
    {
        var failures = new List<string>();
        foreach (var line in cases.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            using var document = JsonDocument.Parse(line);
            var items = document.RootElement;
            var flags = items[1].GetString()!;
            var program = RegExpCompiler.Compile(Text(items[0]), flags, new Meter());
            var captures = new int[program.CaptureLength];
            var found = program.TryMatch(Text(items[2]), items[3].GetInt32(), flags.Contains('y', StringComparison.Ordinal), captures, new Meter());

            var actual = found ? Describe(captures) : "null";
            var expected = items[4].GetRawText();
            if (actual != expected)
            {
                failures.Add($"{line} gave {actual}");
            }
        }

        Assert.Empty(failures);
    }

    private static string Text(JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? string.Concat(element.EnumerateArray().Select(unit => (char)unit.GetInt32()))
        : element.GetString()!;

    private static string Describe(int[] captures) => "[" + string.Join(
        ',', captures.Chunk(2).Select(pair => pair[0] < 0 ? "null" : $"[{pair[0]},{pair[1]}]")) + "]";
}
