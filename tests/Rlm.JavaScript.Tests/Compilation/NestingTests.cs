using Rlm.JavaScript.Tests.Syntax;

namespace Rlm.JavaScript.Tests.Compilation;

/// <summary>Parser, scope analysis and compiler walk nested code on the CLR stack.</summary>
public sealed class NestingTests
{
    /// <summary>The smallest that threads have by default: that of the main thread on Windows.</summary>
    private const int OrdinaryStack = 1024 * 1024;

    private const int LargeStack = 16 * 1024 * 1024;

    private const int MoreThanFits = 400;

    public static TheoryData<string, string, string> Nesting => ParserLimitTests.Nesting;

    // Else it would depend on the state of the just-in-time compiler whether code is too deep.
    [Theory]
    [MemberData(nameof(Nesting))]
    public void Depth_OnAnOrdinaryStack_IsBoundedByTheCount(string open, string middle, string close)
    {
        int deepest = OnStack(LargeStack, () => Deepest(depth => Nested(open, middle, close, depth)));

        Assert.True(deepest >= 50, $"only {deepest}");
        Assert.True(OnStack(OrdinaryStack, () => IsTaken(Nested(open, middle, close, deepest))));
        Assert.True(deepest == MoreThanFits || !OnStack(OrdinaryStack, () => IsTaken(Nested(open, middle, close, deepest + 1))));
    }

    private static string Nested(string open, string middle, string close, int depth) =>
        string.Concat(string.Concat(Enumerable.Repeat(open, depth)), middle, string.Concat(Enumerable.Repeat(close, depth)));

    private static int Deepest(Func<int, string> nested)
    {
        int taken = 1;
        int refused = MoreThanFits + 1;
        while (refused - taken > 1)
        {
            int middle = (taken + refused) / 2;
            if (IsTaken(nested(middle)))
            {
                taken = middle;
            }
            else
            {
                refused = middle;
            }
        }

        return taken;
    }

    private static bool IsTaken(string source)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { MaxWork = 1_000_000 });
        EvaluationResult result = session.EvaluateAsync(source).AsTask().GetAwaiter().GetResult();
        return result.Error?.Message.Contains("nested too deeply", StringComparison.Ordinal) != true;
    }

    private static T OnStack<T>(int size, Func<T> function)
    {
        T? result = default;
        var thread = new Thread(() => result = function(), size);
        thread.Start();
        thread.Join();
        return result!;
    }
}
