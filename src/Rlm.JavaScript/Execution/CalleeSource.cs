namespace Rlm.JavaScript.Execution;

/// <summary>Reads the name of what was called off the source, for messages such as <c>rows.lenght is not a function</c>.</summary>
internal static class CalleeSource
{
    private const int MaxLength = 60;

    /// <param name="source">The source text.</param>
    /// <param name="position">Where the last name of the callee begins, or the <c>new</c> before it.</param>
    public static string Read(string source, int position)
    {
        int start = position;
        if (source.AsSpan(position).StartsWith("new ", StringComparison.Ordinal))
        {
            start = position += 4;
        }

        int end = position;
        while (end < source.Length && IsNamePart(source[end]))
        {
            end++;
        }

        // The names before it, as far as they are plain: a.b.c
        while (start > 0 && position - start < MaxLength && (IsNamePart(source[start - 1]) || source[start - 1] == '.'))
        {
            start--;
        }

        string text = source[start..Math.Min(end, start + MaxLength)];
        return text.Length == 0 ? "The expression" : text[0] == '.' ? $"(intermediate value){text}" : text;
    }

    private static bool IsNamePart(char character) => char.IsLetterOrDigit(character) || character is '_' or '$' or '#';
}

/// <summary>What to write instead of methods that exist elsewhere, mostly in Python.</summary>
internal static class MissingMethods
{
    public static string? Explain(string callee, in Objects.Value receiver)
    {
        string name = callee[(callee.LastIndexOf('.') + 1)..];
        if (receiver.IsString)
        {
            return name switch
            {
                "lower" => "in JavaScript it is text.toLowerCase()",
                "upper" => "in JavaScript it is text.toUpperCase()",
                "strip" => "in JavaScript it is text.trim()",
                "lstrip" => "in JavaScript it is text.trimStart()",
                "rstrip" => "in JavaScript it is text.trimEnd()",
                "startswith" => "in JavaScript it is text.startsWith(...)",
                "endswith" => "in JavaScript it is text.endsWith(...)",
                "find" => "in JavaScript it is text.indexOf(...)",
                "splitlines" => "in JavaScript it is text.split(\"\\n\")",
                "format" => "in JavaScript it is a template: `${value}`",
                "count" => "in JavaScript it is text.split(part).length - 1",
                "isdigit" => "in JavaScript it is /^\\d+$/.test(text)",
                "join" => "in JavaScript the array joins: items.join(separator)",
                "map" or "filter" or "forEach" or "reduce" => "this is a string, not an array; split it first",
                _ => null,
            };
        }

        if (receiver.Reference is Objects.JsArray)
        {
            return name switch
            {
                "append" => "in JavaScript it is array.push(value)",
                "extend" => "in JavaScript it is array.push(...values)",
                "insert" => "in JavaScript it is array.splice(index, 0, value)",
                "remove" => "in JavaScript it is array.splice(array.indexOf(value), 1)",
                "index" => "in JavaScript it is array.indexOf(value)",
                "count" => "in JavaScript it is array.filter(x => x === value).length",
                "split" or "match" or "replace" or "toLowerCase" => "this is an array, not a string",
                _ => null,
            };
        }

        return receiver.IsObject
            ? name switch
            {
                "items" => "in JavaScript it is Object.entries(object)",
                "keys" => "in JavaScript it is Object.keys(object)",
                "values" => "in JavaScript it is Object.values(object)",
                "get" => "in JavaScript it is object[key] ?? fallback",
                "map" or "filter" or "forEach" => "this is an object, not an array; use Object.entries(object)",
                _ => null,
            }
            : null;
    }
}
