using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary><c>btoa</c> and <c>atob</c>. See <see href="https://html.spec.whatwg.org/multipage/webappapis.html#atob"/>.</summary>
internal static class Base64Functions
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private const int BitsPerDigit = 6;

    public static Value CreateEncode(Realm realm) => realm.NewFunction("btoa", 1, Encode);

    public static Value CreateDecode(Realm realm) => realm.NewFunction("atob", 1, Decode);

    private static Value Encode(in NativeCall call)
    {
        ReadOnlySpan<char> text = call.Agent.ToJsString(call[0]).Span;
        var result = new TextBuilder(call.Agent, (int)Math.Min(((long)text.Length + 2) / 3 * 4, JsString.MaxLength));
        for (int start = 0; start < text.Length; start += 3)
        {
            call.Agent.Meter.Work(1);
            int bits = 0;
            int count = Math.Min(3, text.Length - start);
            for (int i = 0; i < 3; i++)
            {
                int code = i < count ? text[start + i] : 0;
                if (code > byte.MaxValue)
                {
                    throw InvalidCharacter(call.Agent, "btoa takes characters up to \\u00ff only, each of which stands for a byte");
                }

                bits = (bits << 8) | code;
            }

            for (int i = 0; i < 4; i++)
            {
                result.Append(i <= count ? Digits[(bits >> (BitsPerDigit * (3 - i))) & 63] : '=');
            }
        }

        return result.ToJsString();
    }

    /// <summary>Forgiving-base64 decode, <see href="https://infra.spec.whatwg.org/#forgiving-base64-decode"/>: white space does not count, and the padding may be left out.</summary>
    private static Value Decode(in NativeCall call)
    {
        ReadOnlySpan<char> text = call.Agent.ToJsString(call[0]).Span;
        var result = new TextBuilder(call.Agent, (text.Length / 4 * 3) + 3);
        int bits = 0;
        int digits = 0;
        int padding = 0;
        foreach (char character in text)
        {
            call.Agent.Meter.Work(1);
            if (character is ' ' or '\t' or '\n' or '\f' or '\r')
            {
                continue;
            }

            if (character == '=')
            {
                padding++;
                continue;
            }

            int digit = Digits.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0 || padding > 0)
            {
                throw NotEncoded(call.Agent);
            }

            // The second digit of four completes a byte, and so do the two after it.
            bits = (bits << BitsPerDigit) | digit;
            int place = digits++ & 3;
            if (place > 0)
            {
                result.Append((char)((bits >> (BitsPerDigit - (2 * place))) & byte.MaxValue));
            }
        }

        bool isPadded = padding is 1 or 2 && (digits + padding) % 4 == 0;
        return digits % 4 != 1 && (padding == 0 || isPadded) ? result.ToJsString() : throw NotEncoded(call.Agent);
    }

    private static GuestException NotEncoded(Agent agent) => InvalidCharacter(agent, "The string to be decoded is not correctly encoded.");

    private static GuestException InvalidCharacter(Agent agent, string message)
    {
        JsError error = agent.NewError(Intrinsic.ErrorPrototype, message);
        error.Put(Atoms.Name, Value.FromString("InvalidCharacterError"), PropertyAttributes.Hidden);
        return new GuestException(error);
    }
}
