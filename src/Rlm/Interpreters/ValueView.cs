using System.Text.Json;

namespace Rlm.Interpreters;

/// <summary>Opens a value of the kinds that <see cref="InterpreterVariable"/> lists, so that JSON elements and CLR collections look alike.</summary>
internal static class ValueView
{
    /// <summary>Returns a string, an <see cref="ItemsView"/>, a <see cref="KeysView"/>, or the value itself.</summary>
    public static object? Open(object? value) => value switch
    {
        string => value,
        JsonElement { ValueKind: JsonValueKind.String } element => element.GetString(),
        JsonElement { ValueKind: JsonValueKind.Array } element => new ItemsView(element.GetArrayLength(), element.EnumerateArray().Select(item => (object?)item)),
        JsonElement { ValueKind: JsonValueKind.Object } element => new KeysView(
            element.GetPropertyCount(), element.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, (object?)property.Value))),
        IReadOnlyDictionary<string, object?> pairs => new KeysView(pairs.Count, pairs),
        IReadOnlyList<object?> items => new ItemsView(items.Count, items),
        _ => value,
    };
}

internal sealed record ItemsView(int Count, IEnumerable<object?> Items);

internal sealed record KeysView(int Count, IEnumerable<KeyValuePair<string, object?>> Pairs);
