using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Rlm.Json;

namespace Rlm.Interpreters;

/// <summary>Writes the beginning of a value in JavaScript notation; what is left out is said with its size.</summary>
internal sealed class ValuePreview
{
    private const int Budget = 1_000;
    private const int LongestText = 200;
    private const int MostMembers = 12;
    private const int MaxDepth = 4;

    private readonly StringBuilder _text = new();

    private ValuePreview()
    {
    }

    public static string Of(object? value)
    {
        var preview = new ValuePreview();
        preview.Write(value, 0);
        return preview._text.ToString();
    }

    public static string Key(string key) => JavaScriptIdentifier.IsValid(key) ? key : Shortened(key);

    private void Write(object? value, int depth)
    {
        switch (value is ItemsView or KeysView ? value : ValueView.Open(value))
        {
            case string text:
                _text.Append(Shortened(text));
                break;
            case ItemsView items:
                WriteMembers('[', ']', items.Count, items.Items, depth, item => Write(item, depth + 1));
                break;
            case KeysView keys:
                WriteMembers('{', '}', keys.Count, keys.Pairs, depth, pair =>
                {
                    _text.Append(Key(pair.Key)).Append(": ");
                    Write(pair.Value, depth + 1);
                });
                break;
            case var scalar:
                _text.Append(Scalar(scalar));
                break;
        }
    }

    private void WriteMembers<T>(char open, char close, int count, IEnumerable<T> members, int depth, Action<T> write)
    {
        if (count == 0)
        {
            _text.Append(open).Append(close);
            return;
        }

        _text.Append(open).Append(' ');
        var written = 0;
        foreach (var member in members)
        {
            if (written > 0)
            {
                _text.Append(", ");
            }

            if (written == MostMembers || depth == MaxDepth || _text.Length > Budget)
            {
                _text.Append(CultureInfo.InvariantCulture, $"… ({count - written:N0} more)");
                break;
            }

            write(member);
            written++;
        }

        _text.Append(' ').Append(close);
    }

    private static string Shortened(string text) => text.Length <= LongestText
        ? JsonValues.Quote(text)
        : $"{JsonValues.Quote(TextCut.Head(text, LongestText))}… ({Counted.Of(text.Length, "character")})";

    private static string Scalar(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        BigInteger number => number.ToString(CultureInfo.InvariantCulture),
        JsonElement element => element.GetRawText(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
