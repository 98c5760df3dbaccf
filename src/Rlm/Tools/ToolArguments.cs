using System.Text.Json;
using Rlm.Json;

namespace Rlm.Tools;

/// <summary>Assigns the arguments of a call to the parameters of a tool: in their order, or from one object.</summary>
internal static class ToolArguments
{
    /// <returns>The arguments by name, or null with everything that is wrong.</returns>
    public static IReadOnlyDictionary<string, object?>? Bind(Tool tool, IReadOnlyList<JsonElement> arguments, out IReadOnlyList<string> problems)
    {
        var noted = new List<string>();
        var given = arguments is [{ ValueKind: JsonValueKind.Object } single] && IsByName(tool, single)
            ? ByName(tool, single, noted)
            : ByPosition(tool, arguments, noted);
        var bound = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var parameter in tool.Parameters)
        {
            Bind(tool, parameter, given.GetValueOrDefault(parameter.Name), bound, noted);
        }

        foreach (var (name, value) in given.Where(pair => tool.Parameters.All(parameter => parameter.Name != pair.Key)))
        {
            Bind(tool, new ToolParameter(name, tool.FreeArguments!.Value, IsRequired: true), value, bound, noted);
        }

        problems = noted;
        return noted.Count == 0 ? bound : null;
    }

    /// <summary>One object holds the arguments unless none of its keys is a parameter and the first parameter can itself be an object.</summary>
    private static bool IsByName(Tool tool, JsonElement single)
    {
        if (tool.Parameters.Count == 0 || tool.FreeArguments is not null || tool.Parameters.Any(parameter => single.TryGetProperty(parameter.Name, out _)))
        {
            return true;
        }

        var first = SchemaReading.Resolve(tool.Parameters[0].Schema, tool.Function.JsonSchema);
        var types = SchemaReading.Types(first);
        return types.Count > 0 && !types.Contains("object");
    }

    private static Dictionary<string, JsonElement> ByName(Tool tool, JsonElement single, List<string> problems)
    {
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in single.EnumerateObject())
        {
            if (tool.FreeArguments is not null || tool.Parameters.Any(parameter => parameter.Name == property.Name))
            {
                given[property.Name] = property.Value;
            }
            else
            {
                problems.Add($"'{property.Name}' is not an argument");
            }
        }

        return given;
    }

    private static Dictionary<string, JsonElement> ByPosition(Tool tool, IReadOnlyList<JsonElement> arguments, List<string> problems)
    {
        if (arguments.Count > tool.Parameters.Count)
        {
            problems.Add($"got {arguments.Count} arguments, but there are {tool.Parameters.Count}");
        }

        return tool.Parameters.Zip(arguments).ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal);
    }

    private static void Bind(Tool tool, ToolParameter parameter, JsonElement given, Dictionary<string, object?> bound, List<string> problems)
    {
        if (given.ValueKind is JsonValueKind.Undefined)
        {
            if (parameter.IsRequired)
            {
                problems.Add($"'{parameter.Name}' is missing");
            }

            return;
        }

        // null for what may be left out means left out, unless it is a value of its own.
        if (given.ValueKind is JsonValueKind.Null && !parameter.IsRequired && !SchemaReading.AllowsNull(parameter.Schema, tool.Function.JsonSchema))
        {
            return;
        }

        if (SchemaCoercion.Coerce(given, parameter.Schema, tool.Function.JsonSchema, $"'{parameter.Name}'", out var mismatches) is { } coerced)
        {
            bound[parameter.Name] = coerced;
        }
        else
        {
            problems.AddRange(mismatches);
        }
    }
}
