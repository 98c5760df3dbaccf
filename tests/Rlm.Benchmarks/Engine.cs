using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Rlm.Benchmarks;

/// <summary>Another engine, as a command that runs one program some times and prints the milliseconds of each round, a tab, and the last line the program printed.</summary>
internal sealed class Engine
{
    private readonly string _file;
    private readonly string _arguments;

    /// <param name="name">What the column is called.</param>
    /// <param name="command">The program to start and its first arguments; the rounds and the file of the program follow.</param>
    public Engine(string name, string command)
    {
        int space = command.IndexOf(' ', StringComparison.Ordinal);
        Name = name;
        _file = space < 0 ? command : command[..space];
        _arguments = space < 0 ? string.Empty : command[(space + 1)..];
    }

    public string Name { get; }

    /// <summary>Whether a command can be started at all.</summary>
    public static bool IsInstalled(string file)
    {
        try
        {
            using Process? process = Process.Start(new ProcessStartInfo(file, "--version") { RedirectStandardOutput = true, UseShellExecute = false });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Runs a program; null where the engine cannot.</summary>
    public async Task<(double[] Milliseconds, string LastLine)?> RunAsync(string program, int rounds)
    {
        var start = new ProcessStartInfo(_file, string.Create(CultureInfo.InvariantCulture, $"{_arguments} {rounds} \"{program}\""))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string[] answer = (await process.StandardOutput.ReadToEndAsync()).TrimEnd().Split('\t', 2);
        await process.WaitForExitAsync();
        if (process.ExitCode == 0 && answer.Length == 2)
        {
            return ([.. answer[0].Split(' ').Select(time => double.Parse(time, CultureInfo.InvariantCulture))], answer[1]);
        }

        await Console.Error.WriteLineAsync($"{Name} failed on {Path.GetFileName(program)}: {(await errors).Trim()}");
        return null;
    }
}
