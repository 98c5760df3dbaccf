using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rlm.Json;

namespace Rlm.Signatures;

/// <summary>Reads a signature from the properties of a class.</summary>
internal sealed class SignatureReader
{
    private readonly JsonSerializerOptions _serializerOptions;
    private readonly Nullability _nullability;
    private readonly List<string> _problems = [];
    private readonly List<SignatureField> _inputs = [];
    private readonly List<SignatureField> _outputs = [];

    private SignatureReader(Type type, JsonSerializerOptions serializerOptions)
    {
        _serializerOptions = serializerOptions;
        _nullability = new Nullability(type, serializerOptions);
    }

    public static Signature Read(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type type, JsonSerializerOptions serializerOptions)
    {
        var reader = new SignatureReader(type, serializerOptions);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length == 0)
            {
                reader.Read(property);
            }
        }

        var instructions = type.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";
        return new Signature(type.Name, instructions, reader._inputs, reader._outputs, reader._problems);
    }

    private void Read(PropertyInfo property)
    {
        var isInput = property.IsDefined(typeof(InputAttribute), inherit: true);
        var isOutput = property.IsDefined(typeof(OutputAttribute), inherit: true);
        if (isInput == isOutput)
        {
            _problems.Add(isInput
                ? $"the property '{property.Name}' has both [Input] and [Output]; it needs exactly one"
                : $"the property '{property.Name}' has neither [Input] nor [Output]; it needs exactly one");
            return;
        }

        if (isInput ? property.GetMethod is null : property.SetMethod is null)
        {
            _problems.Add(isInput ? $"the input '{property.Name}' has no getter" : $"the output '{property.Name}' has no setter; 'init' is enough");
            return;
        }

        if (SchemaOf(property, isInput) is not { } schema)
        {
            return;
        }

        var validations = property.GetCustomAttributes<ValidationAttribute>(inherit: true).ToList();
        var field = new SignatureField(
            isInput ? FieldKind.Input : FieldKind.Output,
            NameOf(property),
            schema,
            _nullability.AllowsNull(property),
            property.GetCustomAttribute<DescriptionAttribute>(inherit: true)?.Description)
        {
            Type = property.PropertyType,
            Property = property,
            Validations = validations,
            Constraints = FieldConstraints.Describe(validations),
        };
        (isInput ? _inputs : _outputs).Add(field);
    }

    private JsonElement? SchemaOf(PropertyInfo property, bool isInput)
    {
        if (InputSchemas.Of(property.PropertyType) is { } special)
        {
            if (isInput)
            {
                return special.ToElement();
            }

            if (!typeof(ISandboxValue).IsAssignableFrom(property.PropertyType))
            {
                _problems.Add($"the output '{property.Name}' has the type '{property.PropertyType}', which only an input can have");
                return null;
            }
        }

        try
        {
            if (ValueSerialization.Find(_serializerOptions, property.PropertyType) is { } typeInfo)
            {
                return ValueSchema.Of(typeInfo);
            }

            _problems.Add($"the type '{property.PropertyType}' of '{property.Name}' has no JSON metadata; add it to a JsonSerializerContext and pass its options as SerializerOptions");
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            _problems.Add($"the type '{property.PropertyType}' of '{property.Name}' has no JSON form: {exception.Message}");
        }

        return null;
    }

    private static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>(inherit: true)?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
