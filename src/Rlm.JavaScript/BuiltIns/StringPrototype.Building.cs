using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>Longer texts out of shorter ones.</content>
internal static partial class StringPrototype
{
    private static Value Concat(in NativeCall call)
    {
        JsString result = ThisText(call, "concat");
        foreach (Value argument in call.Arguments)
        {
            call.Agent.Meter.Work(1);
            result = call.Agent.Concat(result, call.Agent.ToJsString(argument));
        }

        return result;
    }

    private static Value Repeat(in NativeCall call)
    {
        JsString text = ThisText(call, "repeat");
        double count = call.Agent.ToIntegerOrInfinity(call[0]);
        if (count < 0 || double.IsInfinity(count))
        {
            throw call.Agent.RangeError($"Invalid count value: {DescribeCount(call[0], count)}");
        }

        if (count == 0 || text.Length == 0)
        {
            return JsString.Empty;
        }

        if (count == 1)
        {
            return text;
        }

        double length = text.Length * count;
        RequireLength(call.Agent, length > JsString.MaxLength ? long.MaxValue : (long)length);
        char[] characters = NewCharacters(call.Agent, (int)length);
        Fill(call.Agent, text.Span, characters);
        return JsString.FromBuffer(characters, characters.Length);
    }

    private static Value PadStart(in NativeCall call) => Pad(call, "padStart", atStart: true);

    private static Value PadEnd(in NativeCall call) => Pad(call, "padEnd", atStart: false);

    private static Value Pad(in NativeCall call, string method, bool atStart)
    {
        JsString text = ThisText(call, method);
        double length = call.Agent.ToLength(call[0]);
        if (length <= text.Length)
        {
            return text;
        }

        JsString? filler = call[1].IsUndefined ? null : call.Agent.ToJsString(call[1]);
        if (filler is { Length: 0 })
        {
            return text;
        }

        RequireLength(call.Agent, length > JsString.MaxLength ? long.MaxValue : (long)length);
        char[] characters = NewCharacters(call.Agent, (int)length);
        int padding = characters.Length - text.Length;
        Fill(call.Agent, filler is null ? " " : filler.Span, characters.AsSpan(atStart ? 0 : text.Length, padding));
        MeteredText.Copy(text.Span, characters.AsSpan(atStart ? padding : 0), call.Agent.Meter);
        return JsString.FromBuffer(characters, characters.Length);
    }

    private static void RequireLength(Agent agent, long length)
    {
        if (length > JsString.MaxLength)
        {
            throw agent.RangeError("Invalid string length");
        }
    }

    private static char[] NewCharacters(Agent agent, int length)
    {
        agent.Meter.Allocate(JsString.FlatBytes(length));
        return new char[length];
    }

    /// <summary>Repeats a text until the target is full.</summary>
    private static void Fill(Agent agent, ReadOnlySpan<char> text, Span<char> target)
    {
        if (text.Length == 1)
        {
            for (int from = 0; from < target.Length; from += MeteredText.SliceLength)
            {
                int length = Math.Min(MeteredText.SliceLength, target.Length - from);
                target.Slice(from, length).Fill(text[0]);
                agent.Meter.Work(1 + (length / MeteredText.CharactersPerUnit));
            }

            return;
        }

        int filled = Math.Min(text.Length, target.Length);
        MeteredText.Copy(text[..filled], target, agent.Meter);
        while (filled < target.Length)
        {
            // What is there already begins with a whole number of repetitions.
            int more = Math.Min(filled, target.Length - filled);
            MeteredText.Copy(target[..more], target[filled..], agent.Meter);
            filled += more;
        }
    }

    private static string DescribeCount(Value argument, double count) =>
        argument.IsNumber ? NumberText.ToText(argument.Number) : NumberText.ToText(count);
}
