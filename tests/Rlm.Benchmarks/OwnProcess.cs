using System.Diagnostics;

namespace Rlm.Benchmarks;

/// <summary>Runs this program again, for what only a fresh process can measure.</summary>
internal static class OwnProcess
{
    /// <summary>Returns what a run with the argument prints.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="environment">Variables of the environment that are set for it.</param>
    public static string Run(string argument, params ReadOnlySpan<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        }

        start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"'{argument}' ended with exit code {process.ExitCode}.");
    }
}
