using System.Runtime.CompilerServices;

namespace Rlm.Tests;

/// <summary>Compares a text with an approved file beside the tests, byte for byte.</summary>
/// <remarks>To approve a change, run the tests with the environment variable <c>RLM_APPROVE=1</c> and read the difference before committing it.</remarks>
internal static class Approval
{
    public static string RepositoryRoot([CallerFilePath] string callerPath = "")
    {
        var directory = Path.GetDirectoryName(callerPath)!;
        while (!File.Exists(Path.Combine(directory, "Rlm.sln")))
        {
            directory = Path.GetDirectoryName(directory)!;
        }

        return directory;
    }

    public static void Verify(string actual, string name, [CallerFilePath] string callerPath = "")
    {
        var path = Path.Combine(RepositoryRoot(callerPath), "tests", "Rlm.Tests", "Approved", name);
        if (Environment.GetEnvironmentVariable("RLM_APPROVE") == "1")
        {
            File.WriteAllText(path, actual + "\n");
        }

        Assert.True(File.Exists(path), $"There is no approved file '{name}'.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual + "\n");
    }
}
