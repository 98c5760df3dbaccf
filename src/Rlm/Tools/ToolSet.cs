using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Rlm.Trajectories;

namespace Rlm.Tools;

/// <summary>The tools that the code of a run can call.</summary>
internal sealed class ToolSet(IEnumerable<AIFunction> functions, ToolApproval? approval, ILogger logger)
{
    private readonly List<Tool> _tools = [.. functions.Select(function => new Tool(function))];

    public IReadOnlyList<string> Declarations => [.. _tools.Select(tool => tool.Declaration)];

    /// <summary>The tools as one run calls them.</summary>
    public IEnumerable<InterpreterFunction> Functions(JsonSerializerOptions serializerOptions, IServiceProvider? services, TimeProvider timeProvider, Func<TurnRecording> recording) =>
        new ToolFunctions(_tools, approval, serializerOptions, services, timeProvider, logger, recording).All();
}
