namespace Rlm;

/// <summary>A variable that an execution added or bound anew.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type with its size as the interpreter shows it, such as <c>Array(3)</c> or <c>string</c>.</param>
/// <param name="Size">The characters of a text, the items of a collection, or null.</param>
public sealed record NewVariable(string Name, string Type, long? Size);
