using BenchmarkDotNet.Running;
using Rlm.Benchmarks;

// "quick" and "runs" print the figures the project holds itself to, of the sandbox and of whole runs; anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["quick"]:
        await QuickFigures.PrintAsync(Console.Out);
        break;
    case ["runs"]:
        await RunFigures.PrintAsync(Console.Out);
        break;
    case ["cold"]:
        await ColdStart.PrintAsync(Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(QuickFigures).Assembly).Run(args);
        break;
}
