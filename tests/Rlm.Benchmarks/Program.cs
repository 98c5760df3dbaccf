using BenchmarkDotNet.Running;
using Rlm.Benchmarks;

// "quick" prints the figures the project holds itself to; anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["quick"]:
        await QuickFigures.PrintAsync(Console.Out);
        break;
    case ["cold"]:
        await ColdStart.PrintAsync(Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(QuickFigures).Assembly).Run(args);
        break;
}
