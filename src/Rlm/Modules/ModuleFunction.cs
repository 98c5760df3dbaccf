using System.Text.Json;
using Microsoft.Extensions.AI;
using Rlm.Json;
using Rlm.Running;
using Rlm.Signatures;

namespace Rlm.Modules;

/// <summary>A module as a function: the inputs are its parameters, the outputs, as one JSON object, its result.</summary>
internal sealed class ModuleFunction : AIFunction
{
    private const int LongestName = 64;

    private readonly ModuleCore _core;

    public ModuleFunction(ModuleCore core, string? name, string? description)
    {
        _core = core;
        Name = name ?? core.Signature.Name;
        if (!IsName(Name))
        {
            throw new ArgumentException(
                $"'{Name}' cannot be the name of a function: models take 1 to {LongestName} letters (a to z), digits, '_' and '-'.{(name is null ? " It is that of the signature; give another." : "")}", nameof(name));
        }

        Description = description ?? core.Signature.Instructions;
        JsonSchema = SignatureSchema.Of(core.Signature.Inputs);
        ReturnJsonSchema = SignatureSchema.Of(core.Signature.Outputs);
    }

    public override string Name { get; }

    public override string Description { get; }

    public override JsonElement JsonSchema { get; }

    public override JsonElement? ReturnJsonSchema { get; }

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var prediction = await _core.RunAsync(
            new RunRequest { Inputs = _core.Inputs.Convert(Read(arguments)), Finish = outcome => new Prediction(outcome, ValueSerialization.Default) },
            cancellationToken).ConfigureAwait(false);
        return JsonValues.Write(writer =>
        {
            writer.WriteStartObject();
            foreach (var (output, value) in prediction.Outputs)
            {
                writer.WritePropertyName(output);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        });
    }

    /// <summary>Brings what a model wrote into the shape of the inputs. Values of the host are taken as they are, as by <c>RunAsync</c>.</summary>
    private Dictionary<string, object?> Read(AIFunctionArguments arguments)
    {
        var problems = new List<string>();
        var read = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            read[name] = value is JsonElement json ? Read(name, json, problems) : value;
        }

        return problems.Count == 0 ? read : throw new ArgumentException($"The inputs are not valid:\n- {string.Join("\n- ", problems)}", nameof(arguments));
    }

    private object? Read(string name, JsonElement json, List<string> problems)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return null;
        }

        if (_core.Signature.Inputs.FirstOrDefault(input => input.Name == name) is { } field)
        {
            if (SchemaCoercion.Coerce(json, field.Schema, field.Schema, $"'{name}'", out var mismatches) is not { } coerced)
            {
                problems.AddRange(mismatches);
                return null;
            }

            json = coerced;
        }

        return json.ValueKind is JsonValueKind.String ? json.GetString() : json;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
