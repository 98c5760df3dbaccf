using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Rlm.Fuzz.Generation;

namespace Rlm.Fuzz.Comparison;

/// <summary>What came of a piece of code in an engine.</summary>
/// <param name="Value">The texts it returned; empty where it returned none.</param>
/// <param name="Error">The name of the error it ended with.</param>
/// <param name="Printed">What it printed.</param>
internal sealed record Answer(IReadOnlyList<string>? Value, string? Error, string Printed);

/// <summary>A process of Node.js that evaluates one piece of code after another.</summary>
internal sealed class NodeProcess : IDisposable
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly string _script;

    private NodeProcess(Process process, string script)
    {
        _process = process;
        _script = script;
    }

    /// <summary>Starts Node.js.</summary>
    /// <returns>The process; null where Node.js is not installed.</returns>
    public static NodeProcess? TryStart()
    {
        string script = Path.Combine(Path.GetTempPath(), $"rlm-fuzz-{Environment.ProcessId}.cjs");
        File.WriteAllText(script, Resource.Text("node.js"));
        var start = new ProcessStartInfo("node", script)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["TZ"] = "UTC";
        start.Environment["LANG"] = "en_US.UTF-8";
        try
        {
            return Process.Start(start) is { } process ? new NodeProcess(process, script) : null;
        }
        catch (Win32Exception)
        {
            File.Delete(script);
            return null;
        }
    }

    /// <summary>Evaluates the body of an async function.</summary>
    /// <param name="source">The body.</param>
    /// <param name="isFresh">Whether it gets global objects of its own.</param>
    /// <returns>What came of it; null where Node.js did not answer in time and was ended.</returns>
    public Answer? Evaluate(string source, bool isFresh)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(new { source, isFresh }, Json));
        Task<string?> line = _process.StandardOutput.ReadLineAsync();
        if (!line.Wait(Patience) || line.Result is not { } answer)
        {
            _process.Kill();
            return null;
        }

        return JsonSerializer.Deserialize<Answer>(answer, Json);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        File.Delete(_script);
    }
}
