using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Rlm.Json;
using Rlm.Signatures;

namespace Rlm;

/// <summary>What a module takes and gives: instructions, inputs and outputs. Immutable.</summary>
public sealed class Signature
{
    internal Signature(string name, string instructions, IReadOnlyList<SignatureField> inputs, IReadOnlyList<SignatureField> outputs, IEnumerable<string>? problems = null)
    {
        Name = name;
        Instructions = instructions;
        Inputs = inputs;
        Outputs = outputs;
        SignatureRules.ThrowIfInvalid(this, problems ?? []);
    }

    /// <summary>Gets the name: that of the class, or <c>signature</c> for one that was written as text.</summary>
    public string Name { get; }

    /// <summary>Gets the task in words, or an empty string.</summary>
    public string Instructions { get; }

    /// <summary>Gets the inputs in their order.</summary>
    public IReadOnlyList<SignatureField> Inputs { get; }

    /// <summary>Gets the outputs in their order; at least one.</summary>
    public IReadOnlyList<SignatureField> Outputs { get; }

    /// <summary>Reads a signature from text such as <c>report, question -> answer, confidence: float?</c>.</summary>
    /// <param name="text">
    /// Inputs, one arrow, outputs. A field is <c>name</c> or <c>name: type</c>; without a type it is text.
    /// Types: <c>str|string</c>, <c>int|long</c>, <c>float|double|number</c>, <c>decimal</c>, <c>bool</c>, <c>date</c>, <c>datetime</c>,
    /// <c>json|any|object</c>, <c>T[]|list[T]</c>, <c>dict[str, T]</c>, <c>T?|Optional[T]</c>, <c>'a'|'b'</c> or <c>Literal['a', 'b']</c>.
    /// </param>
    /// <param name="instructions">The task in words.</param>
    /// <exception cref="SignatureException">The text is no signature; the message shows the place with a caret.</exception>
    public static Signature Parse(string text, string? instructions = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (inputs, outputs) = SignatureTextParser.Parse(text);
        return new Signature("signature", instructions ?? "", inputs, outputs);
    }

    /// <summary>Reads a signature from the properties of a class marked with <see cref="InputAttribute"/> and <see cref="OutputAttribute"/>.</summary>
    /// <typeparam name="TSignature">The class. Its <see cref="System.ComponentModel.DescriptionAttribute"/> holds the instructions.</typeparam>
    /// <param name="serializerOptions">The JSON metadata of the property types. Needed where reflection-based serialization is off.</param>
    /// <exception cref="SignatureException">The class is no signature; the message names every property that is wrong.</exception>
    public static Signature From<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TSignature>(JsonSerializerOptions? serializerOptions = null)
        where TSignature : class =>
        SignatureReader.Read(typeof(TSignature), ValueSerialization.Complete(serializerOptions));

    /// <summary>Returns a signature that differs in its instructions.</summary>
    public Signature WithInstructions(string instructions)
    {
        ArgumentNullException.ThrowIfNull(instructions);
        return new Signature(Name, instructions, Inputs, Outputs);
    }

    /// <summary>Returns a signature with one more field after the others of its kind.</summary>
    /// <exception cref="SignatureException">The field's name is taken or not allowed.</exception>
    public Signature Append(SignatureField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Kind is FieldKind.Input
            ? new Signature(Name, Instructions, [.. Inputs, field], Outputs)
            : new Signature(Name, Instructions, Inputs, [.. Outputs, field]);
    }

    /// <summary>Returns a signature with one more field before the others of its kind.</summary>
    /// <exception cref="SignatureException">The field's name is taken or not allowed.</exception>
    public Signature Prepend(SignatureField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Kind is FieldKind.Input
            ? new Signature(Name, Instructions, [field, .. Inputs], Outputs)
            : new Signature(Name, Instructions, Inputs, [field, .. Outputs]);
    }

    /// <summary>Returns the signature as <c>inputs -> outputs</c>, with the types in TypeScript.</summary>
    public override string ToString() => $"{string.Join(", ", Inputs)} -> {string.Join(", ", Outputs)}";
}
