namespace Rlm;

/// <summary>Marks a property as an output: a value that the language model has to submit. A nullable property is an optional output.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute;
