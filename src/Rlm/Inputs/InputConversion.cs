using System.Reflection;
using System.Text.Json;
using Rlm.Interpreters;
using Rlm.Json;

namespace Rlm.Inputs;

/// <summary>Checks the inputs of a run and converts them for the interpreter, before anything is made or asked.</summary>
internal sealed class InputConversion(Signature signature, JsonSerializerOptions serializerOptions)
{
    /// <exception cref="ArgumentException">An input is unknown, missing, or cannot be converted; all of them are named.</exception>
    public RunInputs Convert(IReadOnlyDictionary<string, object?> inputs)
    {
        var problems = inputs.Keys
            .Where(name => signature.Inputs.All(input => input.Name != name))
            .Select(name => $"'{name}' is not an input; the inputs are: {(signature.Inputs.Count == 0 ? "none" : string.Join(", ", signature.Inputs.Select(input => input.Name)))}")
            .ToList();
        var given = new List<(SignatureField, bool, object?)>();
        foreach (var input in signature.Inputs)
        {
            var isGiven = inputs.TryGetValue(input.Name, out var value);
            given.Add((input, isGiven, value));
        }

        return Convert(given, problems, nameof(inputs));
    }

    /// <param name="input">An object of the signature class.</param>
    /// <exception cref="ArgumentException">An input is null, cannot be read or cannot be converted; all of them are named.</exception>
    public RunInputs Convert(object input)
    {
        var problems = new List<string>();
        var given = new List<(SignatureField, bool, object?)>();
        foreach (var field in signature.Inputs)
        {
            try
            {
                given.Add((field, true, field.Property!.GetValue(input)));
            }
            catch (TargetInvocationException exception)
            {
                problems.Add($"'{field.Name}' could not be read: {(exception.InnerException ?? exception).Message}");
            }
        }

        return Convert(given, problems, nameof(input));
    }

    private RunInputs Convert(IEnumerable<(SignatureField Field, bool IsGiven, object? Value)> given, List<string> problems, string parameter)
    {
        var variables = new List<InterpreterVariable>();
        var pending = new List<PendingText>();
        foreach (var (field, isGiven, value) in given)
        {
            if (value is null && !field.IsOptional && !(isGiven && SchemaReading.AllowsNull(field.Schema, field.Schema)))
            {
                problems.Add(isGiven ? $"'{field.Name}' is null, but not optional" : $"'{field.Name}' is missing");
                continue;
            }

            try
            {
                Add(variables, field.Name, value, new InterpreterValues(serializerOptions) { Pending = pending, InputName = field.Name });
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // A value of the caller, a JSON document that was disposed of for example, may throw anything.
                problems.Add($"'{field.Name}' cannot be given to the sandbox: {exception.Message}");
            }
        }

        InputProblems.ThrowIfAny(problems, parameter);
        return new RunInputs(variables, pending, parameter);
    }

    private static void Add(List<InterpreterVariable> variables, string name, object? value, InterpreterValues values)
    {
        var index = variables.Count;
        var converted = values.From(value);
        variables.Add(new InterpreterVariable(name, converted) { Preview = (value as ISandboxValue)?.ToPreview() });
        if (converted is PendingText text)
        {
            text.Placed += read => variables[index] = variables[index] with { Value = read };
        }
    }
}
