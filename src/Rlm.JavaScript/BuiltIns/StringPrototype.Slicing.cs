using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>Parts of the text.</content>
internal static partial class StringPrototype
{
    private static Value Slice(in NativeCall call)
    {
        JsString text = ThisText(call, "slice");
        int start = (int)call.Agent.ToRelativeIndex(call[0], text.Length, whenUndefined: 0);
        int end = (int)call.Agent.ToRelativeIndex(call[1], text.Length, whenUndefined: text.Length);
        return start >= end ? JsString.Empty : call.Realm.NewSlice(text, start, end - start);
    }

    private static Value Substring(in NativeCall call)
    {
        JsString text = ThisText(call, "substring");
        int start = ToPosition(call, 0, text.Length, whenUndefined: 0);
        int end = ToPosition(call, 1, text.Length, whenUndefined: text.Length);
        return call.Realm.NewSlice(text, Math.Min(start, end), Math.Abs(end - start));
    }

    /// <summary>Annex B, <see href="https://tc39.es/ecma262/#sec-string.prototype.substr"/>.</summary>
    private static Value Substr(in NativeCall call)
    {
        JsString text = ThisText(call, "substr");
        int start = (int)call.Agent.ToRelativeIndex(call[0], text.Length, whenUndefined: 0);
        double length = call[1].IsUndefined ? text.Length : call.Agent.ToIntegerOrInfinity(call[1]);
        int count = (int)Math.Clamp(length, 0, text.Length - start);
        return call.Realm.NewSlice(text, start, count);
    }

    private static Value Trim(in NativeCall call) => Trim(call, ThisText(call, "trim"), atStart: true, atEnd: true);

    private static Value TrimStart(in NativeCall call) => Trim(call, ThisText(call, "trimStart"), atStart: true, atEnd: false);

    private static Value TrimEnd(in NativeCall call) => Trim(call, ThisText(call, "trimEnd"), atStart: false, atEnd: true);

    private static Value Trim(in NativeCall call, JsString text, bool atStart, bool atEnd)
    {
        const int CharactersPerReport = 4096;
        ReadOnlySpan<char> span = text.Span;
        int start = 0;
        int end = span.Length;
        while (atStart && start < end && NumberParsing.IsWhiteSpace(span[start]))
        {
            start++;
            if (start % CharactersPerReport == 0)
            {
                call.Agent.Meter.Work(CharactersPerReport / 4);
            }
        }

        while (atEnd && end > start && NumberParsing.IsWhiteSpace(span[end - 1]))
        {
            end--;
            if (end % CharactersPerReport == 0)
            {
                call.Agent.Meter.Work(CharactersPerReport / 4);
            }
        }

        return call.Realm.NewSlice(text, start, end - start);
    }

    private static Value Split(in NativeCall call)
    {
        Agent agent = call.Agent;
        Value self = RequireThis(call, "split");
        Value separator = call[0];
        if (separator.IsObject && agent.GetMethod(separator, WellKnownSymbols.Split) is { } splitter)
        {
            return CallLast(agent, splitter, separator, [self, call[1]]);
        }

        JsString text = agent.ToJsString(self);
        uint limit = call[1].IsUndefined ? uint.MaxValue : agent.ToUint32(call[1]);
        JsString separatorText = agent.ToJsString(separator);
        if (limit == 0)
        {
            return call.Realm.NewArray();
        }

        if (separator.IsUndefined || (text.Length == 0 && separatorText.Length > 0))
        {
            JsArray whole = call.Realm.NewArray(1);
            whole.Append(text);
            return whole;
        }

        int most = (int)Math.Min(limit, int.MaxValue);
        return separatorText.Length switch
        {
            0 => SplitCharacters(agent, text, most),
            _ => SplitAt(agent, text, separatorText, most),
        };
    }

    private static JsArray SplitCharacters(Agent agent, JsString text, int limit)
    {
        ReadOnlySpan<char> span = text.Span[..Math.Min(text.Length, limit)];
        JsArray characters = agent.Realm.NewArray(span.Length);
        foreach (char character in span)
        {
            agent.Meter.Work(1);
            if (character > byte.MaxValue)
            {
                agent.Meter.Allocate(JsString.FlatBytes(1));
            }

            characters.Append(JsString.FromChar(character));
        }

        return characters;
    }

    private static JsArray SplitAt(Agent agent, JsString text, JsString separator, int limit)
    {
        ReadOnlySpan<char> span = text.Span;
        ReadOnlySpan<char> pattern = separator.Span;

        // Counting first costs little, and saves the half-empty array and its copies that growing would leave behind.
        int capacity = pattern.Length == 1 ? (int)Math.Min(limit, MeteredText.Count(span, pattern[0], agent.Meter) + 1L) : 0;
        JsArray parts = agent.Realm.NewArray(capacity);
        int start = 0;
        while (parts.Count < limit)
        {
            int found = MeteredText.IndexOf(span, pattern, start, agent.Meter);
            int end = found < 0 ? span.Length : found;
            agent.Meter.Work(1);
            parts.Append(agent.Realm.NewPiece(text, start, end - start));
            if (found < 0)
            {
                break;
            }

            start = end + pattern.Length;
        }

        return parts;
    }
}
