using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <content>Single characters, and whether they are whole.</content>
internal static partial class StringPrototype
{
    private const char ReplacementCharacter = '\uFFFD';

    private static Value At(in NativeCall call)
    {
        JsString text = ThisText(call, "at");
        double index = call.Agent.ToIntegerOrInfinity(call[0]);
        index = index < 0 ? text.Length + index : index;
        return index >= 0 && index < text.Length ? JsString.FromChar(text[(int)index]) : Value.Undefined;
    }

    private static Value CharAt(in NativeCall call)
    {
        JsString text = ThisText(call, "charAt");
        return TryPosition(call, text, out int index) ? JsString.FromChar(text[index]) : JsString.Empty;
    }

    private static Value CharCodeAt(in NativeCall call)
    {
        JsString text = ThisText(call, "charCodeAt");
        return TryPosition(call, text, out int index) ? text[index] : Value.NaN;
    }

    private static Value CodePointAt(in NativeCall call)
    {
        JsString text = ThisText(call, "codePointAt");
        return TryPosition(call, text, out int index) ? CodePointAt(text.Span, index) : Value.Undefined;
    }

    /// <summary>The code point at an index; half a surrogate pair stands for itself.</summary>
    private static int CodePointAt(ReadOnlySpan<char> text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1])
            ? char.ConvertToUtf32(text[index], text[index + 1])
            : text[index];

    private static Value IsWellFormed(in NativeCall call)
    {
        JsString text = ThisText(call, "isWellFormed");
        return IndexOfLoneSurrogate(call.Agent, text.Span, 0) < 0;
    }

    private static Value ToWellFormed(in NativeCall call)
    {
        JsString text = ThisText(call, "toWellFormed");
        ReadOnlySpan<char> span = text.Span;
        int lone = IndexOfLoneSurrogate(call.Agent, span, 0);
        if (lone < 0)
        {
            return text;
        }

        var result = new TextBuilder(call.Agent, span.Length);
        int copied = 0;
        for (; lone >= 0; lone = IndexOfLoneSurrogate(call.Agent, span, lone + 1))
        {
            result.Append(span[copied..lone]);
            result.Append(ReplacementCharacter);
            copied = lone + 1;
        }

        result.Append(span[copied..]);
        return result.ToJsString();
    }

    private static bool TryPosition(in NativeCall call, JsString text, out int index)
    {
        if (call[0].TryGetIndex(out index))
        {
            return index < text.Length;
        }

        double position = call.Agent.ToIntegerOrInfinity(call[0]);
        index = (int)position;
        return position >= 0 && position < text.Length;
    }

    private static int IndexOfLoneSurrogate(Agent agent, ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length)
        {
            int length = Math.Min(MeteredText.SliceLength, text.Length - from);
            int found = text.Slice(from, length).IndexOfAnyInRange('\uD800', '\uDFFF');
            agent.Meter.Work(1 + ((found < 0 ? length : found) / MeteredText.CharactersPerUnit));
            if (found < 0)
            {
                from += length;
                continue;
            }

            from += found;
            if (from + 1 == text.Length || !char.IsSurrogatePair(text[from], text[from + 1]))
            {
                return from;
            }

            from += 2;
        }

        return -1;
    }
}
