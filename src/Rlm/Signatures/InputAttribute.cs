namespace Rlm;

/// <summary>Marks a property as an input: a variable of the sandbox that the language model reads with code.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute : Attribute;
