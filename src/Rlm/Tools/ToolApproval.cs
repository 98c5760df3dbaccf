using Microsoft.Extensions.AI;

namespace Rlm;

/// <summary>Decides whether a tool that requires approval may be called.</summary>
/// <param name="function">The tool.</param>
/// <param name="arguments">The arguments of the call, checked against the schema of the tool.</param>
/// <param name="cancellationToken">Cancelled when the run is.</param>
/// <returns>Whether the call is made. If not, the code gets an error that says so.</returns>
public delegate ValueTask<bool> ToolApproval(AIFunction function, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken);
