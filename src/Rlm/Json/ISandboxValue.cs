namespace Rlm;

/// <summary>
/// A type that says itself how it appears in the sandbox and in the prompt. Without it, a value appears as its JSON would, with its size
/// and a preview of its shape.
/// </summary>
/// <remarks>
/// Both methods are called once for each run, as it starts. So a large value need not be there before: return a sequence that makes its
/// items, or a <see cref="FileInfo"/>, <see cref="TextReader"/> or <see cref="Stream"/> that is read then. What they throw is reported as an
/// <see cref="ArgumentException"/> that names the input, before anything is asked.
/// </remarks>
public interface ISandboxValue
{
    /// <summary>Gets what the code sees: anything that may be an input. Inputs that hold values of this type, as a list does, are asked for each of them.</summary>
    object? ToSandboxValue();

    /// <summary>
    /// Gets the text that shows the value to the language model, below its type and size, or null for the usual preview. It is treated as data.
    /// Asked only of inputs themselves, not of values in them. Of a text beyond 4,000 characters the language model sees the head and the tail.
    /// </summary>
    string? ToPreview() => null;
}
