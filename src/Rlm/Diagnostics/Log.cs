using Microsoft.Extensions.Logging;

namespace Rlm.Diagnostics;

/// <summary>Every log message. Content of prompts, replies and code only at Trace.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "Run of '{Signature}' started with {InputCount} inputs")]
    public static partial void RunStarted(ILogger logger, string signature, int inputCount);

    [LoggerMessage(2, LogLevel.Debug, "Turn {Turn}: asking the language model with {MessageCount} messages")]
    public static partial void TurnStarted(ILogger logger, int turn, int messageCount);

    [LoggerMessage(3, LogLevel.Debug, "Turn {Turn}: reply of {Length} characters after {Duration}")]
    public static partial void ReplyReceived(ILogger logger, int turn, int length, TimeSpan duration);

    [LoggerMessage(4, LogLevel.Trace, "Turn {Turn}: reply: {Text}")]
    public static partial void ReplyContent(ILogger logger, int turn, string text);

    [LoggerMessage(5, LogLevel.Debug, "Turn {Turn}: ran {CodeLength} characters of code, {OutputLength} characters of output, computed {Duration}, stop: {Stop}, error: {ErrorName}")]
    public static partial void CodeRan(ILogger logger, int turn, int codeLength, int outputLength, TimeSpan duration, ExecutionStop stop, string? errorName);

    [LoggerMessage(6, LogLevel.Trace, "Turn {Turn}: message to the language model: {Text}")]
    public static partial void MessageContent(ILogger logger, int turn, string text);

    [LoggerMessage(7, LogLevel.Debug, "{Function}: prompt of {PromptLength} characters, answer of {AnswerLength} characters after {Duration}")]
    public static partial void SubCallEnded(ILogger logger, string function, int promptLength, int answerLength, TimeSpan duration);

    [LoggerMessage(8, LogLevel.Warning, "{Function}: the sub-model failed; the code was told")]
    public static partial void SubCallFailed(ILogger logger, string function, Exception exception);

    [LoggerMessage(9, LogLevel.Debug, "Tool '{Tool}' {Outcome} after {Duration}")]
    public static partial void ToolCalled(ILogger logger, string tool, string outcome, TimeSpan duration);

    [LoggerMessage(10, LogLevel.Warning, "Tool '{Tool}' failed; the code was told")]
    public static partial void ToolFailed(ILogger logger, string tool, Exception exception);

    [LoggerMessage(11, LogLevel.Debug, "SUBMIT was refused with {ProblemCount} problems")]
    public static partial void SubmitRefused(ILogger logger, int problemCount);

    [LoggerMessage(12, LogLevel.Information, "The limit {StopReason} was reached; the outputs are extracted from the transcript")]
    public static partial void ExtractionStarted(ILogger logger, StopReason stopReason);

    [LoggerMessage(13, LogLevel.Debug, "Run of '{Signature}' ended after {TurnCount} turns and {Duration}: {StopReason}")]
    public static partial void RunFinished(ILogger logger, string signature, int turnCount, TimeSpan duration, StopReason stopReason);

    [LoggerMessage(14, LogLevel.Warning, "The interpreter could not be disposed of")]
    public static partial void DisposeFailed(ILogger logger, Exception exception);
}
