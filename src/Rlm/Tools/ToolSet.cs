using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Rlm.Trajectories;

namespace Rlm.Tools;

/// <summary>The tools that the code of a run can call.</summary>
internal sealed class ToolSet(IEnumerable<AIFunction> functions, ToolApproval? approval, Func<AIFunction, bool>? isReadOnly, int maxConcurrency, ILogger logger)
{
    private readonly List<Tool> _tools = [.. functions.Select(function => new Tool(function, isReadOnly?.Invoke(function) ?? false))];

    public IReadOnlyList<string> Declarations => [.. _tools.Select(tool => tool.Declaration)];

    /// <summary>The tools as one run calls them.</summary>
    public IEnumerable<InterpreterFunction> Functions(JsonSerializerOptions serializerOptions, IServiceProvider? services, TimeProvider timeProvider, Func<TurnRecording> recording) =>
        new ToolFunctions(_tools, approval, serializerOptions, services, timeProvider, logger, recording, new SemaphoreSlim(maxConcurrency, maxConcurrency)).All();
}
