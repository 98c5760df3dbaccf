namespace Rlm.Conformance;

/// <summary>Counts verdicts by folder and prints them.</summary>
internal sealed class Report
{
    private readonly SortedDictionary<string, (int Passed, int Failed)> _folders = new(StringComparer.Ordinal);
    private readonly List<Verdict> _failures = [];

    public int Passed { get; private set; }

    public int Failed => _failures.Count;

    public void Add(Verdict verdict)
    {
        string folder = string.Join('/', verdict.Test.Split('/').SkipLast(1).Take(2));
        (int passed, int failed) = _folders.GetValueOrDefault(folder);
        if (verdict.IsPassed)
        {
            Passed++;
            _folders[folder] = (passed + 1, failed);
        }
        else
        {
            _failures.Add(verdict);
            _folders[folder] = (passed, failed + 1);
        }
    }

    public void Print(TextWriter writer, int skipped, TimeSpan time)
    {
        foreach ((string folder, (int passed, int failed)) in _folders)
        {
            writer.WriteLine(FormattableString.Invariant($"{folder,-48} {passed,6} {failed,6} {Share(passed, failed),7:0.0} %"));
        }

        writer.WriteLine(FormattableString.Invariant($"{Share(Passed, Failed):0.00} % in {time.TotalSeconds:0} s"));
        writer.WriteLine(FormattableString.Invariant($"{Passed} passed, {Failed} failed, {skipped} skipped"));
    }

    /// <summary>Writes the failures, one a line: path, tab, reason.</summary>
    public void WriteFailures(string file) =>
        File.WriteAllLines(file, _failures.OrderBy(failure => failure.Test, StringComparer.Ordinal).Select(failure => $"{failure.Test}\t{failure.Failure!.ReplaceLineEndings(" ")}"));

    private static double Share(int passed, int failed) => passed + failed == 0 ? 100 : 100.0 * passed / (passed + failed);
}
