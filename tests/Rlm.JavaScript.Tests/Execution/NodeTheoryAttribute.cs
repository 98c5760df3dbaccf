using System.ComponentModel;
using System.Diagnostics;

namespace Rlm.JavaScript.Tests.Execution;

/// <summary>A theory that is skipped where Node.js is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    private static readonly bool IsInstalled = Find();

    public NodeTheoryAttribute()
    {
        if (!IsInstalled)
        {
            Skip = "Node.js 20 or later is not installed.";
        }
    }

    /// <summary>Whether there is a version that knows everything the programs use.</summary>
    private static bool Find()
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            string version = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return version.StartsWith('v') && int.TryParse(version[1..].Split('.')[0], out int major) && major >= 20;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
