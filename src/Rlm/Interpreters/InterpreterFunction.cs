using System.Text.Json;

namespace Rlm;

/// <summary>A function of the host that the code can call. Calls may overlap; how many are under way at once is the function's own concern.</summary>
public sealed class InterpreterFunction
{
    private readonly Func<IReadOnlyList<JsonElement>, CancellationToken, ValueTask<FunctionResult>> _handler;

    /// <summary>Initializes a new instance of the <see cref="InterpreterFunction"/> class.</summary>
    /// <param name="name">The name, a JavaScript identifier.</param>
    /// <param name="handler">What a call does.</param>
    public InterpreterFunction(string name, Func<IReadOnlyList<JsonElement>, CancellationToken, ValueTask<FunctionResult>> handler)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(handler);
        Name = name;
        _handler = handler;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>
    /// Gets whether a call neither changes nor depends on anything that other calls do. An interpreter may then go on with the code until it needs the result,
    /// as long as the code does what it does without that. Where it is false, the code goes on only when the result is there, unless it runs calls side by side itself.
    /// </summary>
    public bool IsIndependent { get; init; }

    /// <summary>Calls the function.</summary>
    /// <param name="arguments">
    /// The arguments as JSON. <c>undefined</c> is an element of kind <see cref="JsonValueKind.Undefined"/>; a BigInt is a number with all its digits;
    /// NaN and the infinities are the texts <c>"NaN"</c>, <c>"Infinity"</c> and <c>"-Infinity"</c>.
    /// </param>
    /// <param name="cancellationToken">Cancelled when the execution is.</param>
    public ValueTask<FunctionResult> InvokeAsync(IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken = default) =>
        _handler(arguments, cancellationToken);
}
