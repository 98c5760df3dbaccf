using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>What <c>replace</c> reads from the result of an <c>exec</c> method, in the order of the specification.</summary>
internal readonly struct ExecResult
{
    private ExecResult(JsString matched, int position, Value[] groups, Value namedGroups)
    {
        Matched = matched;
        Position = position;
        Groups = groups;
        NamedGroups = namedGroups;
    }

    public JsString Matched { get; }

    public int Position { get; }

    /// <summary>A string or undefined each.</summary>
    public Value[] Groups { get; }

    public Value NamedGroups { get; }

    /// <summary>See step 14 of <see href="https://tc39.es/ecma262/#sec-regexp.prototype-%symbol.replace%"/>.</summary>
    public static ExecResult Read(Agent agent, JsObject result, JsString text)
    {
        double count = Math.Max(agent.LengthOf(result) - 1, 0);
        JsString matched = agent.ToJsString(agent.Get(result, 0u));
        double position = Math.Clamp(agent.ToIntegerOrInfinity(agent.Get(result, Atoms.Index)), 0, text.Length);
        agent.Meter.Work((long)count);
        agent.Meter.Allocate(ModelBytes.Values((long)count));
        if (count >= Array.MaxLength)
        {
            throw agent.RangeError("Invalid array length");
        }

        var groups = new Value[(int)count];
        for (int i = 0; i < groups.Length; i++)
        {
            Value group = agent.Get(result, (uint)(i + 1));
            groups[i] = group.IsUndefined ? group : agent.ToJsString(group);
        }

        return new ExecResult(matched, (int)position, groups, agent.Get(result, Atoms.Groups));
    }
}
