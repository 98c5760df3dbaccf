using System.Globalization;
using System.Text.RegularExpressions;

namespace Rlm.JavaScript.Tests.Documentation;

/// <summary>The README's table of options has the defaults that they have.</summary>
public sealed class OptionsTableTests
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (Match row in Regex.Matches(ReadMe.From("| option | default |").Split("\n\n")[0], "^\\| `(?<name>\\w+)` \\| (?<value>[^|]+) \\|$", RegexOptions.Multiline))
            {
                rows.Add(row.Groups["name"].Value, row.Groups["value"].Value);
            }

            return rows;
        }
    }

    [Fact]
    public void Table_Limits_AreAllThere() =>
        Assert.Equal(
            typeof(JavaScriptOptions).GetProperties().Select(property => property.Name).Where(name => name.StartsWith("Max", StringComparison.Ordinal)).Order(),
            Rows.Select(row => (string)row[0]).Order());

    [Theory]
    [MemberData(nameof(Rows))]
    public void Table_Default_IsThatOfTheOption(string name, string text)
    {
        object? value = typeof(JavaScriptOptions).GetProperty(name)!.GetValue(new JavaScriptOptions());

        string expected = value switch
        {
            null => "none;",
            TimeSpan time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds} s "),
            long bytes => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024 / 1024} MB "),
            _ => ((int)value).ToString("N0", CultureInfo.InvariantCulture),
        };
        Assert.StartsWith(expected, text, StringComparison.Ordinal);
    }
}
