using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using Rlm.Json;
using Rlm.Signatures;

namespace Rlm;

/// <summary>One input or output of a <see cref="Signature"/>. Immutable.</summary>
public sealed class SignatureField
{
    internal SignatureField(FieldKind kind, string name, JsonElement schema, bool isOptional, string? description = null)
    {
        Kind = kind;
        Name = name;
        Schema = schema;
        IsOptional = isOptional;
        Description = description ?? "";
    }

    /// <summary>Gets whether the field is an input or an output.</summary>
    public FieldKind Kind { get; }

    /// <summary>Gets the name that the language model sees: the variable of an input, the key of an output.</summary>
    public string Name { get; }

    /// <summary>Gets the description for the language model, or an empty string.</summary>
    public string Description { get; }

    /// <summary>Gets whether the value may be null or missing.</summary>
    public bool IsOptional { get; }

    /// <summary>Gets the JSON schema of the value.</summary>
    public JsonElement Schema { get; }

    /// <summary>Gets what the value must satisfy beyond its type, each as a short phrase such as <c>between 0 and 1</c>.</summary>
    public IReadOnlyList<string> Constraints { get; internal init; } = [];

    /// <summary>Gets the type as it is shown to the language model, in TypeScript; without null where the field is optional.</summary>
    public string TypeScript => field ??= IsOptional ? TypeScriptType.WithoutNull(Schema, Schema) : TypeScriptType.Of(Schema);

    /// <summary>The CLR type of a field that was read from a class; null for a field that was written as text.</summary>
    internal Type? Type { get; init; }

    /// <summary>The property of a field that was read from a class.</summary>
    internal PropertyInfo? Property { get; init; }

    internal IReadOnlyList<ValidationAttribute> Validations { get; init; } = [];

    /// <summary>Creates an input from a type written as text.</summary>
    /// <param name="name">The name; a JavaScript identifier.</param>
    /// <param name="type">The type in the notation of <see cref="Signature.Parse"/>, such as <c>list[str]</c> or <c>int?</c>.</param>
    /// <param name="description">What the language model should know about the value.</param>
    /// <exception cref="SignatureException">The name or the type is not valid.</exception>
    public static SignatureField Input(string name, string type = "str", string? description = null) =>
        FromText(FieldKind.Input, name, type, description);

    /// <summary>Creates an output from a type written as text.</summary>
    /// <param name="name">The name; a JavaScript identifier.</param>
    /// <param name="type">The type in the notation of <see cref="Signature.Parse"/>, such as <c>list[str]</c> or <c>int?</c>.</param>
    /// <param name="description">What the language model should know about the value.</param>
    /// <exception cref="SignatureException">The name or the type is not valid.</exception>
    public static SignatureField Output(string name, string type = "str", string? description = null) =>
        FromText(FieldKind.Output, name, type, description);

    /// <summary>Returns a field that differs in its description.</summary>
    public SignatureField WithDescription(string description)
    {
        ArgumentNullException.ThrowIfNull(description);
        return new SignatureField(Kind, Name, Schema, IsOptional, description)
        {
            Constraints = Constraints,
            Type = Type,
            Property = Property,
            Validations = Validations,
        };
    }

    /// <summary>Returns the field as <c>name?: type</c>, as TypeScript writes a member.</summary>
    public override string ToString() => $"{(JavaScriptIdentifier.IsValid(Name) ? Name : JsonValues.Quote(Name))}{(IsOptional ? "?" : "")}: {TypeScript}";

    private static SignatureField FromText(FieldKind kind, string name, string type, string? description)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(type);
        var (schema, isOptional) = SignatureTextParser.ParseType(type);
        return new SignatureField(kind, name, schema, isOptional, description);
    }
}
