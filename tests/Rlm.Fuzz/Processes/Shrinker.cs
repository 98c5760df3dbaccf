using Rlm.Fuzz.Generation;
using Rlm.Fuzz.Properties;

namespace Rlm.Fuzz.Processes;

/// <summary>Leaves out statements of a failed program as long as the same property fails.</summary>
internal static class Shrinker
{
    private const int MostTries = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>A program with fewer statements that fails alike; each try runs in a process of its own.</summary>
    public static IReadOnlyList<string> Shrink(Candidate candidate, Failure failure)
    {
        List<string> statements = [.. candidate.Statements];
        int tries = 0;
        for (int size = Math.Max(1, statements.Count / 2); size >= 1; size /= 2)
        {
            for (int start = 0; start < statements.Count && statements.Count > 1 && tries < MostTries;)
            {
                List<string> fewer = [.. statements.Take(start), .. statements.Skip(start + size)];
                tries++;
                if (fewer.Count > 0 && Fails(string.Join('\n', fewer), failure.Property))
                {
                    statements = fewer;
                }
                else
                {
                    start += size;
                }
            }
        }

        return statements;
    }

    private static bool Fails(string source, string property)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, source);
            string? failed = null;
            using var child = Child.Start(["--file", file, "--share", "0:1"], (_, failure) => failed = failure.Property);
            while (!child.HasExited && child.Busy < Patience)
            {
                Thread.Sleep(20);
            }

            if (!child.HasExited)
            {
                child.Kill();
                child.Drain();
                return property == "no hang";
            }

            child.Drain();
            return child.ExitCode == 0 ? failed == property : property == "no crash";
        }
        finally
        {
            File.Delete(file);
        }
    }
}
