using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Rlm.Json;

namespace Rlm.Running;

/// <summary>Turns what was submitted into the outputs of the signature, or says everything that is wrong with it.</summary>
internal sealed class OutputBinder(Signature signature, JsonSerializerOptions serializerOptions, IServiceProvider? services)
{
    /// <summary>Binds, and makes the result object, so that nothing can go wrong with the outputs once they are accepted.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="instance">The object whose properties the outputs will be, for validation attributes; null where there is none.</param>
    /// <param name="apply">Makes the result object; null where there is none.</param>
    /// <param name="problems">What is wrong.</param>
    public BoundOutputs? Bind(IReadOnlyList<JsonElement> arguments, object? instance, Func<BoundOutputs, object>? apply, out IReadOnlyList<string> problems)
    {
        var outputs = Bind(arguments, instance, out problems);
        if (outputs is null || apply is null)
        {
            return outputs;
        }

        try
        {
            return outputs with { Result = apply(outputs) };
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            problems = [$"the values are not accepted: {(exception as TargetInvocationException)?.InnerException?.Message ?? exception.Message}"];
            return null;
        }
    }

    /// <summary>Binds the arguments of SUBMIT: by position, one object that has the output names as keys, or the bare value of a single output.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="instance">The object whose properties the outputs will be, for validation attributes; null where there is none.</param>
    /// <param name="problems">What is wrong.</param>
    public BoundOutputs? Bind(IReadOnlyList<JsonElement> arguments, object? instance, out IReadOnlyList<string> problems)
    {
        var noted = new List<string>();
        var given = Assign(arguments, noted);
        var json = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var output in signature.Outputs)
        {
            if (BindOne(output, given.GetValueOrDefault(output.Name), instance, noted) is { } bound)
            {
                json[output.Name] = bound.Json;
                values[output.Name] = bound.Value;
            }
        }

        problems = noted;
        return noted.Count == 0 ? new BoundOutputs(json, values) : null;
    }

    private Dictionary<string, JsonElement> Assign(IReadOnlyList<JsonElement> arguments, List<string> problems)
    {
        var outputs = signature.Outputs;
        if (arguments is [{ ValueKind: JsonValueKind.Object } named] && IsByName(named))
        {
            return AssignByName(named, problems);
        }

        if (arguments.Count > outputs.Count)
        {
            problems.Add($"SUBMIT got {arguments.Count} values, but there are {outputs.Count} outputs: {string.Join(", ", outputs.Select(output => output.Name))}");
        }

        return outputs.Zip(arguments).ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal);
    }

    /// <summary>An object is the value itself only for a single output that takes objects, and only if the output's name is not among the keys.</summary>
    private bool IsByName(JsonElement argument) =>
        signature.Outputs.Count > 1
        || argument.TryGetProperty(signature.Outputs[0].Name, out _)
        || SchemaReading.Types(signature.Outputs[0].Schema) is [_, ..] types && !types.Contains("object");

    private Dictionary<string, JsonElement> AssignByName(JsonElement argument, List<string> problems)
    {
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in argument.EnumerateObject())
        {
            if (signature.Outputs.Any(output => output.Name == property.Name))
            {
                given[property.Name] = property.Value;
            }
            else
            {
                problems.Add($"{property.Name} is not an output; the outputs are: {string.Join(", ", signature.Outputs.Select(output => output.Name))}");
            }
        }

        return given;
    }

    private (JsonElement Json, object? Value)? BindOne(SignatureField output, JsonElement given, object? instance, List<string> problems)
    {
        var isMissing = given.ValueKind is JsonValueKind.Undefined;
        if (output.IsOptional && (isMissing || given.ValueKind is JsonValueKind.Null))
        {
            return Validate(output, JsonValues.Null, null, instance, problems);
        }

        if (isMissing)
        {
            problems.Add($"{output.Name} is missing; expected {output.TypeScript}");
            return null;
        }

        if (SchemaCoercion.Coerce(given, output.Schema, output.Schema, output.Name, out var mismatches) is not { } coerced)
        {
            problems.AddRange(mismatches);
            return null;
        }

        return output.Type is null
            ? (coerced, coerced)
            : TryRead(output, output.Type, coerced, problems, out var value) ? Validate(output, coerced, value, instance, problems) : null;
    }

    private bool TryRead(SignatureField output, Type type, JsonElement json, List<string> problems, out object? value)
    {
        value = null;
        try
        {
            var enumType = Nullable.GetUnderlyingType(type) ?? type;
            value = enumType.IsEnum && json.ValueKind is JsonValueKind.String && Enum.TryParse(enumType, json.GetString(), ignoreCase: true, out var member)
                ? member
                : json.Deserialize(serializerOptions.GetTypeInfo(type));
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Converters and constructors of the caller's types may throw anything; to the language model it is a wrong value.
            problems.Add($"{output.Name} cannot be read as {output.TypeScript}: {exception.Message.TrimEnd('.')}");
            return false;
        }
    }

    private (JsonElement Json, object? Value)? Validate(SignatureField output, JsonElement json, object? value, object? instance, List<string> problems)
    {
        var isValid = true;
        if (output.Validations.Count > 0)
        {
            var context = new ValidationContext(instance ?? output, output.Name, services, items: null) { MemberName = output.Property?.Name };
            foreach (var result in output.Validations.Select(validation => validation.GetValidationResult(value, context)))
            {
                if (result != ValidationResult.Success)
                {
                    isValid = false;
                    problems.Add($"{output.Name} is not valid: {result!.ErrorMessage?.TrimEnd('.')}");
                }
            }
        }

        return isValid ? (json, value) : null;
    }
}
