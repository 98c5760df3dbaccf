using System.Globalization;
using Rlm.JavaScript;
using Rlm.JavaScript.BuiltIns;
using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Hosting;
using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Syntax;

namespace Rlm.Benchmarks;

/// <summary>Tries the engine on one file of JavaScript.</summary>
internal static class SourceFile
{
    /// <summary>Runs it and prints what it prints, its value, its error, and what it used.</summary>
    /// <returns>The exit code: 1 where it failed.</returns>
    public static async Task<int> RunAsync(TextWriter writer, string path)
    {
        using var session = new JavaScriptSession();
        EvaluationResult result = await session.EvaluateAsync(await File.ReadAllTextAsync(path));
        await writer.WriteAsync(result.Output);
        if (result.Display is { } value)
        {
            await writer.WriteLineAsync($"=> {value}");
        }

        if (result.Error is { } error)
        {
            await writer.WriteLineAsync(error.ToString());
        }

        EvaluationUsage usage = result.Usage;
        await writer.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"[{result.Outcome}: {usage.Time.TotalMilliseconds:0.0} ms, {usage.Work:N0} units of work, at most {usage.Memory / (1024d * 1024):0.0} MB retained]"));
        return result.Outcome == EvaluationOutcome.Completed ? 0 : 1;
    }

    /// <summary>Compiles it and prints the code.</summary>
    public static async Task<int> DisassembleAsync(TextWriter writer, string path)
    {
        var source = new SourceText(await File.ReadAllTextAsync(path));
        try
        {
            await writer.WriteAsync(Disassembler.Write(Compiler.Compile(source, new ParserOptions { ValidateRegExp = RegExpConstructor.Validate }, new Meter())));
            return 0;
        }
        catch (SyntaxErrorException exception)
        {
            await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{path}:{source.LineAt(exception.Position)}:{source.ColumnAt(exception.Position)}: {exception.Message}"));
            return 1;
        }
    }
}
