using BenchmarkDotNet.Running;
using Rlm.Benchmarks;

// "quick" and "runs" print the figures the project holds itself to, of the sandbox and of whole runs; "overlap" times sub-calls in loops; "engine" times the
// interpreter, "tracing" what the memory limit costs, "programs" compares engines, "js" and "disassemble" take one file. Anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["quick"]:
        await QuickFigures.PrintAsync(Console.Out);
        return 0;
    case ["runs"]:
        await RunFigures.PrintAsync(Console.Out);
        return 0;
    case ["overlap"]:
        await OverlapFigures.PrintAsync(Console.Out);
        return 0;
    case ["concurrent"]:
        await RunFigures.PrintConcurrentAsync(Console.Out);
        return 0;
    case ["cold"]:
        await ColdStart.PrintAsync(Console.Out);
        return 0;
    case ["engine", .. var options]:
        await EngineFigures.PrintAsync(Console.Out, options);
        return 0;
    case ["tracing"]:
        await TracingFigures.PrintAsync(Console.Out);
        return 0;
    case ["programs", .. var options]:
        return await ProgramFigures.PrintAsync(Console.Out, options);
    case ["js", var file]:
        return await SourceFile.RunAsync(Console.Out, file);
    case ["disassemble", var file]:
        return await SourceFile.DisassembleAsync(Console.Out, file);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(QuickFigures).Assembly).Run(args);
        return 0;
}
