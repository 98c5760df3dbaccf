using System.Data;
using System.Text;
using System.Text.Json.Nodes;

namespace Rlm.Json;

/// <summary>The schemas of types that appear in the sandbox as something else than their JSON.</summary>
internal static class InputSchemas
{
    private static readonly Type[] Texts = [typeof(ReadOnlyMemory<char>), typeof(Memory<char>), typeof(StringBuilder), typeof(FileInfo), typeof(TextReader), typeof(Stream)];
    private static readonly Type[] Tables = [typeof(DataTable), typeof(DataView)];

    /// <summary>Returns the schema, or null where that of the type's JSON holds.</summary>
    public static JsonObject? Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (typeof(ISandboxValue).IsAssignableFrom(type))
        {
            // Nobody knows before the value is there.
            return [];
        }

        if (Array.Exists(Texts, text => text.IsAssignableFrom(type)))
        {
            return new JsonObject { ["type"] = "string" };
        }

        if (Array.Exists(Tables, table => table.IsAssignableFrom(type)))
        {
            return new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "object" } };
        }

        return typeof(DataSet).IsAssignableFrom(type) ? new JsonObject { ["type"] = "object" } : null;
    }
}
