using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Rlm.Fuzz.Properties;

namespace Rlm.Fuzz.Processes;

/// <summary>A worker process, as its parent sees it.</summary>
internal sealed class Child : IDisposable
{
    /// <summary>All that a program with 32 MB may need, many times over: what allocates without reporting it meets this limit.</summary>
    private const string HeapLimit = "0x30000000";

    private const int MostErrorLines = 40;

    private readonly Process _process;
    private readonly Lock _lock = new();
    private readonly StringBuilder _errors = new();
    private readonly Action<long, Failure> _onFailure;
    private long _began = Stopwatch.GetTimestamp();
    private int _errorLines;

    private Child(Process process, Action<long, Failure> onFailure)
    {
        _process = process;
        _onFailure = onFailure;
    }

    /// <summary>Gets the program that runs or was the last to run; -1 before the first.</summary>
    public long Index { get; private set; } = -1;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Gets how long the current program has been running.</summary>
    public TimeSpan Busy => Stopwatch.GetElapsedTime(Volatile.Read(ref _began));

    /// <summary>Starts this program again as a worker.</summary>
    public static Child Start(IEnumerable<string> arguments, Action<long, Failure> onFailure)
    {
        string executable = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is not known.");
        var start = new ProcessStartInfo(executable) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (Path.GetFileNameWithoutExtension(executable) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Child).Assembly.Location);
        }

        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var child = new Child(new Process { StartInfo = start }, onFailure);
        child._process.OutputDataReceived += (_, line) => child.Read(line.Data);
        child._process.ErrorDataReceived += (_, line) => child.ReadError(line.Data);
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits until all that the process wrote has been read.</summary>
    public void Drain() => _process.WaitForExit();

    /// <summary>The first lines of what it wrote to its error stream.</summary>
    public string Errors()
    {
        lock (_lock)
        {
            return _errors.ToString();
        }
    }

    public void Kill() => _process.Kill();

    public void Dispose() => _process.Dispose();

    private void Read(string? line)
    {
        if (line is null or "")
        {
            return;
        }

        if (line[0] == Worker.Begins)
        {
            Index = long.Parse(line.AsSpan(1), CultureInfo.InvariantCulture);
            Volatile.Write(ref _began, Stopwatch.GetTimestamp());
        }
        else if (line[0] == Worker.Fails && JsonSerializer.Deserialize<Failure>(line.AsSpan(1)) is { } failure)
        {
            _onFailure(Index, failure);
        }
    }

    private void ReadError(string? line)
    {
        lock (_lock)
        {
            if (line is not null && _errorLines++ < MostErrorLines)
            {
                _errors.AppendLine(line);
            }
        }
    }
}
