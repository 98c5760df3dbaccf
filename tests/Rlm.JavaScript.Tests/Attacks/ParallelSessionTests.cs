namespace Rlm.JavaScript.Tests.Attacks;

/// <summary>Sessions on different threads share nothing that either could see: names, shapes, built-ins, symbols, patterns.</summary>
[Trait("Category", "Attack")]
public sealed class ParallelSessionTests
{
    private const string Code = """
        Symbol.for("mine").description;
        Array.prototype.planted = number;
        const counts = {}, pattern = /k(\d+)/g, all = [];
        for (let i = 0; i < 20000; i++) {
          const key = "k" + (i * number) % 997;
          counts[key] = (counts[key] || 0) + 1;
          pattern.lastIndex = 0;
          all.push(pattern.exec(key)[1]);
        }
        [number, [].planted, Object.keys(counts).length, all.length, Symbol.for("mine") === Symbol.for("mine"), Math.random()].join()
        """;

    [Fact]
    public void Sessions_InParallel_GiveWhatTheyGiveAlone()
    {
        string[] alone = [.. Enumerable.Range(0, 16).Select(Run)];
        var together = new string[16];

        Parallel.For(0, together.Length, number => together[number] = Run(number));

        Assert.Equal(alone, together);
    }

    private static string Run(int number)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { RandomSeed = (ulong)number });
        session.SetVariable("number", number);
        return AttackEnd.Of(session.EvaluateAsync(Code).AsTask().GetAwaiter().GetResult());
    }
}
