using System.Text.RegularExpressions;

namespace Rlm.JavaScript.Tests.Architecture;

/// <summary>
/// The build refuses what guest-reachable code may not use (BannedSymbols.txt). The exceptions stand in one file; none may outlive the code that it was made for.
/// </summary>
public sealed partial class BannedSymbolTests
{
    private static readonly string Source = Path.Combine(Root(), "src", "Rlm.JavaScript");

    [Fact]
    public void Exceptions_NameTypesThatExist_AndSayWhy()
    {
        MatchCollection exceptions = Exception().Matches(File.ReadAllText(Path.Combine(Source, "BannedSymbols.Exceptions.cs")));

        Assert.NotEmpty(exceptions);
        Assert.All(exceptions, exception => Assert.NotNull(typeof(JavaScriptSession).Assembly.GetType(exception.Groups["type"].Value)));
        Assert.All(exceptions, exception => Assert.InRange(exception.Groups["reason"].Value.Length, 20, 300));
        Assert.Distinct(exceptions.Select(exception => exception.Groups["type"].Value));
    }

    /// <summary>A suppression anywhere else would be an exception that nobody reviews.</summary>
    [Fact]
    public void Exceptions_StandInOneFile()
    {
        IEnumerable<string> others = Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => Path.GetFileName(file) != "BannedSymbols.Exceptions.cs" && File.ReadAllText(file).Contains("RS0030", StringComparison.Ordinal));

        Assert.Empty(others);
        Assert.DoesNotContain("RS0030", File.ReadAllText(Path.Combine(Root(), ".editorconfig")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("System.Text.StringBuilder")]
    [InlineData("System.Collections.Generic.List`1")]
    [InlineData("System.Array.Sort")]
    [InlineData("System.Text.RegularExpressions")]
    [InlineData("System.Text.Json")]
    [InlineData("System.String.#ctor")]
    [InlineData("System.Globalization.CultureInfo.CurrentCulture")]
    [InlineData("System.DateTime.UtcNow")]
    [InlineData("System.TimeZoneInfo")]
    [InlineData("System.Threading.Thread")]
    [InlineData("System.IO")]
    [InlineData("System.Environment")]
    public void List_NamesWhatIsDangerous(string symbol) =>
        Assert.Contains(File.ReadLines(Path.Combine(Source, "BannedSymbols.txt")), line => line.Length > 2 && line.AsSpan(2).StartsWith(symbol, StringComparison.Ordinal));

    [GeneratedRegex("""Target = "~T:(?<type>[^"]+)", Justification = "(?<reason>[^"]+)"\)\]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Exception();

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Rlm.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
