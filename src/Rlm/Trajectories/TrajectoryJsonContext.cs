using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rlm.Trajectories;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Prediction))]
[JsonSerializable(typeof(Trajectory))]
internal sealed partial class TrajectoryJsonContext : JsonSerializerContext
{
    /// <summary>On one line, with letters of every language as they are.</summary>
    public static TrajectoryJsonContext Compact => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Indented, with letters of every language as they are: the text is for people and never stands in HTML.</summary>
    public static TrajectoryJsonContext Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
