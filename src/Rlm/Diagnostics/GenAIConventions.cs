namespace Rlm.Diagnostics;

/// <summary>Names of the OpenTelemetry conventions for generative AI, and our own beside them.</summary>
/// <remarks>The conventions are in development: https://opentelemetry.io/docs/specs/semconv/gen-ai/. That is why the source is named as experimental.</remarks>
internal static class GenAIConventions
{
    public const string OperationName = "gen_ai.operation.name";
    public const string InvokeAgent = "invoke_agent";
    public const string ExecuteTool = "execute_tool";

    public const string ProviderName = "gen_ai.provider.name";
    public const string AgentName = "gen_ai.agent.name";
    public const string RequestModel = "gen_ai.request.model";
    public const string ResponseModel = "gen_ai.response.model";
    public const string InputTokens = "gen_ai.usage.input_tokens";
    public const string OutputTokens = "gen_ai.usage.output_tokens";
    public const string TokenType = "gen_ai.token.type";
    public const string SystemInstructions = "gen_ai.system_instructions";
    public const string InputMessages = "gen_ai.input.messages";
    public const string OutputMessages = "gen_ai.output.messages";

    public const string ToolName = "gen_ai.tool.name";
    public const string ToolType = "gen_ai.tool.type";
    public const string FunctionTool = "function";
    public const string ToolArguments = "gen_ai.tool.call.arguments";
    public const string ToolResult = "gen_ai.tool.call.result";

    /// <summary>The code of a turn is a call of this tool.</summary>
    public const string CodeTool = "javascript";

    public const string ErrorType = "error.type";

    public const string Turn = "rlm.turn";
    public const string CallIndex = "rlm.call.index";
    public const string RunStopReason = "rlm.run.stop_reason";
    public const string RunTurns = "rlm.run.turns";
    public const string RunSubCalls = "rlm.run.sub_calls";
}
