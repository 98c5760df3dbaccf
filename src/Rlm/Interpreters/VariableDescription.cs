using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Rlm.Json;

namespace Rlm.Interpreters;

/// <summary>Describes an input to the language model: its size and its shape, never the whole of it.</summary>
internal static class VariableDescription
{
    private const int HeadLength = 500;
    private const int TailLength = 500;
    private const int LongestOwnPreview = 4_000;
    private const int ShownItems = 2;
    private const int ShownKeys = 50;
    private const int ItemsSearchedForKeys = 100;

    /// <summary>Writes the description as Markdown, without a heading.</summary>
    public static string Of(SignatureField field, object? value, string? preview = null)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{TypeOf(field, value)}{SizeOf(value)}");
        if (field.Description.Length > 0)
        {
            text.Append(" — ").Append(field.Description);
        }

        if (field.Constraints.Count > 0)
        {
            text.Append(" (").AppendJoin("; ", field.Constraints).Append(')');
        }

        if (preview is not null)
        {
            text.Append('\n').Append(DataFence.Around(TextCut.Middle(preview, LongestOwnPreview)));
        }
        else if (value is not null)
        {
            AppendShape(text, value);
        }

        return text.ToString();
    }

    /// <summary>The declared type where the value is of its kind; else what the value is, since a signature written as text seldom says.</summary>
    private static string TypeOf(SignatureField field, object? value)
    {
        if (value is null)
        {
            return $"null: not given, else {TypeScriptType.WithoutNull(field.Schema, field.Schema)}";
        }

        var kind = KindOf(value);
        var declared = TypeScriptType.WithoutNull(field.Schema, field.Schema);
        return declared == "any" || !IsOfKind(field.Schema, kind) ? kind : declared;
    }

    private static bool IsOfKind(JsonElement schema, string kind)
    {
        var types = SchemaReading.Types(schema);
        return types.Count == 0 || types.Any(type => type == kind || (type == "integer" && kind == "number") || (kind is "any[]" && type == "array"));
    }

    private static string KindOf(object? value) => value switch
    {
        null => "null",
        string => "string",
        bool => "boolean",
        double or BigInteger => "number",
        JsonElement element => element.ValueKind switch
        {
            JsonValueKind.String => "string",
            JsonValueKind.Number => "number",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Array => "any[]",
            JsonValueKind.Object => "object",
            _ => "null",
        },
        IReadOnlyDictionary<string, object?> => "object",
        _ => "any[]",
    };

    private static string SizeOf(object? value)
    {
        switch (ValueView.Open(value))
        {
            case string text:
                var lines = text.AsSpan().Count('\n') + 1;
                return $", {Counted.Of(text.Length, "character")}, {Counted.Of(lines, "line")}";
            case ItemsView items:
                return $", {Counted.Of(items.Count, "item")}{TextSizes(items)}";
            case KeysView keys:
                return $", {Counted.Of(keys.Count, "key")}";
            default:
                return "";
        }
    }

    private static string TextSizes(ItemsView items)
    {
        long total = 0;
        var longest = 0;
        foreach (var item in items.Items)
        {
            if (ValueView.Open(item) is not string text)
            {
                return "";
            }

            total += text.Length;
            longest = Math.Max(longest, text.Length);
        }

        return items.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {Counted.Of(total, "character")} in all, the longest has {longest:N0}");
    }

    private static void AppendShape(StringBuilder text, object? value)
    {
        switch (ValueView.Open(value))
        {
            case string whole when whole.Length <= HeadLength + TailLength:
                text.Append('\n').Append(DataFence.Around(whole));
                break;
            case string whole:
                text.Append(CultureInfo.InvariantCulture, $"\nThe first {HeadLength} characters:\n").Append(DataFence.Around(TextCut.Head(whole, HeadLength)));
                text.Append(CultureInfo.InvariantCulture, $"\nThe last {TailLength} characters:\n").Append(DataFence.Around(TextCut.Tail(whole, TailLength)));
                break;
            case ItemsView items:
                AppendItems(text, items);
                break;
            case KeysView keys:
                text.Append("\nKeys: ").Append(Listed(keys.Pairs.Take(ShownKeys).Select(pair => Typed(pair.Key, pair.Value)), keys.Count)).Append('\n');
                text.Append(DataFence.Around(ValuePreview.Of(keys)));
                break;
            default:
                text.Append('\n').Append(DataFence.Around(ValuePreview.Of(value)));
                break;
        }
    }

    private static void AppendItems(StringBuilder text, ItemsView items)
    {
        if (items.Count == 0)
        {
            return;
        }

        var keys = KeysOf(items);
        if (keys.Count > 0)
        {
            text.Append("\nKeys of the items: ").Append(Listed(keys.Take(ShownKeys), keys.Count));
        }

        text.Append('\n').Append(items.Count <= ShownItems ? "The items:" : string.Create(CultureInfo.InvariantCulture, $"The first {ShownItems} items:")).Append('\n');
        var index = 0;
        text.Append(DataFence.Around(string.Join('\n', items.Items.Take(ShownItems).Select(item => string.Create(CultureInfo.InvariantCulture, $"[{index++}] {ValuePreview.Of(item)}")))));
    }

    private static List<string> KeysOf(ItemsView items)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var keys = new List<string>();
        foreach (var item in items.Items.Take(ItemsSearchedForKeys))
        {
            if (ValueView.Open(item) is KeysView view)
            {
                keys.AddRange(view.Pairs.Take(ShownKeys).Where(pair => seen.Add(pair.Key)).Select(pair => Typed(pair.Key, pair.Value)));
            }
        }

        return keys;
    }

    private static string Typed(string key, object? value) => $"{ValuePreview.Key(key)}: {KindOf(value)}";

    private static string Listed(IEnumerable<string> shown, int count)
    {
        var names = string.Join(", ", shown);
        return count <= ShownKeys ? names : string.Create(CultureInfo.InvariantCulture, $"{names}, … ({count - ShownKeys:N0} more)");
    }
}
