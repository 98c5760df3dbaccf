namespace Rlm.JavaScript.Tests.Attacks;

/// <summary>Makes the sessions in which the corpus runs, with functions of a host that hostile code would like to get at.</summary>
internal static class AttackSession
{
    /// <summary>A text that no guest may see.</summary>
    public const string Secret = "Server=db;Password=hunter2";

    /// <summary>Touches the built-ins that hostile code would patch for others, and tells what they give.</summary>
    public const string Fingerprint = """
        const names = [];
        for (const name of Object.getOwnPropertyNames(globalThis)) {
          const value = globalThis[name];
          if (value === null || (typeof value !== "object" && typeof value !== "function") || value === globalThis) continue;
          names.push(name, Object.isFrozen(value), Object.getOwnPropertyNames(value).length, Object.getOwnPropertyNames(value.prototype ?? {}).length);
        }
        for (const key in {}) names.push("planted " + key);
        names.push([3, 1, 2].sort().map(x => x * 2).join(), JSON.stringify({ a: [1] }), [...new Map([[1, 2]])][0].length, /a(b)/.exec("ab")[1], await Promise.resolve(5), Math.random(), 3n ** 5n, `${[1, [2]]}`);
        names.join(" ")
        """;

    public static readonly Lazy<string> ExpectedFingerprint = new(() => Evaluate(Fingerprint));

    public static JavaScriptSession Create(AttackProgram program, bool answersAtOnce, TimeProvider? time = null)
    {
        var session = new JavaScriptSession(new JavaScriptOptions
        {
            MaxMemory = program.Memory,
            MaxWork = program.Work,
            MaxTime = TimeSpan.FromSeconds(60),
            MaxHostCalls = 200,
            MaxHostValueSize = 1_000_000,
            MaxOutputLength = 100_000,
            MaxDisplayLength = 10_000,
            RandomSeed = 1,
            TimeProvider = time ?? TimeProvider.System,
        });
        session.SetFunction("host", async (call, _) =>
        {
            if (!answersAtOnce)
            {
                await Task.Yield();
            }

            return call.Arguments.Count > 0 ? call.Arguments[0] : JavaScriptValue.Undefined;
        });
        session.SetFunction("hostData", (_, _) => ValueTask.FromResult(JavaScriptValue.FromObject(
            [.. ((string[])["__proto__", "constructor", "toString", "then"]).Select(name => KeyValuePair.Create<string, JavaScriptValue>(name, "data"))])));
        session.SetFunction("hostFails", (_, _) => throw new InvalidOperationException(Secret));
        session.SetFunction("final", (call, _) =>
        {
            call.EndEvaluation();
            return ValueTask.FromResult(JavaScriptValue.Undefined);
        });
        session.SetVariable("context", "the text of the host");
        return session;
    }

    /// <summary>The text to evaluate in a turn: its code, or what its code generates.</summary>
    public static async Task<string> SourceAsync(AttackProgram program, AttackTurn turn)
    {
        if (!program.IsGenerated)
        {
            return turn.Code;
        }

        using var session = new JavaScriptSession(new JavaScriptOptions { MaxHostValueSize = int.MaxValue });
        EvaluationResult result = await session.EvaluateAsync(turn.Code);
        return result.Outcome == EvaluationOutcome.Completed ? result.Value.AsString() : throw new FormatException($"{program.Id}: {result.Error}");
    }

    private static string Evaluate(string code)
    {
        using var session = new JavaScriptSession(new JavaScriptOptions { RandomSeed = 1 });
        return AttackEnd.Of(session.EvaluateAsync(code).AsTask().GetAwaiter().GetResult());
    }
}
