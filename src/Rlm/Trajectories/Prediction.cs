using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;
using Rlm.Json;
using Rlm.Trajectories;

namespace Rlm;

/// <summary>What a run gave: the outputs, and how it came to them.</summary>
public class Prediction
{
    /// <summary>Initializes a new instance of the <see cref="Prediction"/> class.</summary>
    public Prediction()
    {
    }

    internal Prediction(RunOutcome outcome, JsonSerializerOptions serializerOptions)
    {
        Outputs = outcome.Outputs;
        Trajectory = outcome.Trajectory;
        FinalReasoning = outcome.FinalReasoning;
        StopReason = outcome.StopReason;
        Usage = outcome.Usage;
        UsageByModel = outcome.UsageByModel;
        Cost = outcome.Cost;
        Duration = outcome.Duration;
        SerializerOptions = serializerOptions;
    }

    /// <summary>Gets the outputs by name, as JSON. An optional output that was left out is null.</summary>
    public IReadOnlyDictionary<string, JsonElement> Outputs { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Gets the turns of the run.</summary>
    public Trajectory Trajectory { get; init; } = new();

    /// <summary>Gets the reasoning of the last turn, or a sentence that says that the outputs were extracted after a limit was reached.</summary>
    public string FinalReasoning { get; init; } = "";

    /// <summary>Gets why the run ended.</summary>
    public StopReason StopReason { get; init; }

    /// <summary>Gets what the language models reported, summed over the run, its sub-calls and its children.</summary>
    public UsageDetails Usage { get; init; } = new();

    /// <summary>Gets <see cref="Usage"/> by model.</summary>
    public IReadOnlyDictionary<string, UsageDetails> UsageByModel { get; init; } = new Dictionary<string, UsageDetails>(StringComparer.Ordinal);

    /// <summary>Gets what the run cost by <see cref="RecursiveModuleOptions.Price"/>, or null where there are no prices.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Gets how long the run took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The options of the module, by which <see cref="Get{T}(string)"/> reads.</summary>
    [JsonIgnore]
    internal JsonSerializerOptions SerializerOptions { get; init; } = ValueSerialization.Default;

    /// <summary>Gets an output as a CLR value.</summary>
    /// <typeparam name="T">The type to read it as.</typeparam>
    /// <param name="name">The name of the output.</param>
    /// <returns>The value; the default of <typeparamref name="T"/> where the output is null.</returns>
    /// <exception cref="ArgumentException">There is no output of this name.</exception>
    /// <exception cref="JsonException">The output cannot be read as <typeparamref name="T"/>.</exception>
    public T? Get<T>(string name) => Get((JsonTypeInfo<T>)SerializerOptions.GetTypeInfo(typeof(T)), name);

    /// <summary>Gets an output as a CLR value by the metadata given.</summary>
    /// <typeparam name="T">The type to read it as.</typeparam>
    /// <param name="name">The name of the output.</param>
    /// <param name="typeInfo">The metadata of the type.</param>
    /// <returns>The value; the default of <typeparamref name="T"/> where the output is null.</returns>
    /// <exception cref="ArgumentException">There is no output of this name.</exception>
    /// <exception cref="JsonException">The output cannot be read as <typeparamref name="T"/>.</exception>
    public T? Get<T>(string name, JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return Get(typeInfo, name);
    }

    /// <summary>Writes the prediction as indented JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, TrajectoryJsonContext.Readable.Prediction);

    /// <summary>Reads a prediction that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not the JSON of a prediction.</exception>
    public static Prediction FromJson(string json) =>
        JsonSerializer.Deserialize(json, TrajectoryJsonContext.Readable.Prediction) ?? throw new JsonException("The JSON of a prediction is an object, not null.");

    private T? Get<T>(JsonTypeInfo<T> typeInfo, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Outputs.TryGetValue(name, out var value))
        {
            throw new ArgumentException($"There is no output '{name}'. The outputs are: {string.Join(", ", Outputs.Keys)}.", nameof(name));
        }

        return value.ValueKind is JsonValueKind.Null ? default : value.Deserialize(typeInfo);
    }
}
