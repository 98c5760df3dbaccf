using System.Diagnostics;
using Rlm.Conformance;

Settings settings;
try
{
    settings = Settings.Parse(args);
}
catch (FormatException exception)
{
    Console.Error.WriteLine(exception.Message);
    Console.Error.WriteLine(Settings.Usage);
    return 2;
}

string tests = Path.Combine(settings.Root, "test");
var runner = new TestRunner(new Harness(settings.Root), settings.Timeout);
if (settings.SingleTest is { } single)
{
    Verdict verdict = runner.Run(TestCase.Load(tests, single));
    Console.Write(verdict.Output);
    Console.WriteLine(verdict.Failure ?? "passed");
    return verdict.IsPassed ? 0 : 1;
}

long started = Stopwatch.GetTimestamp();
List<TestCase> all = [.. TestCase.Find(tests, settings.Filters).Select(path => TestCase.Load(tests, path))];
List<TestCase> chosen = [.. all.Where(settings.IsBroad ? Scope.IsStrictScript : Scope.IsCore)];
var report = new Report();
foreach (Verdict verdict in new Suite(settings, runner).Run(chosen))
{
    report.Add(verdict);
}

report.Print(Console.Out, skipped: all.Count - chosen.Count, Stopwatch.GetElapsedTime(started));
if (settings.FailureFile is { } file)
{
    report.WriteFailures(file);
}

return report.Failed == 0 ? 0 : 1;
