using Microsoft.Extensions.Logging;

namespace Rlm.Diagnostics;

/// <summary>Every log message. Content of prompts, replies and code only at Trace.</summary>
internal static partial class Log
{
    /// <summary>Logs what happened in a run. What happens in a child is logged by the child.</summary>
    public static void Update(ILogger logger, RunUpdate update)
    {
        switch (update)
        {
            case RunStartedUpdate started:
                RunStarted(logger, started.Signature.Name, started.Inputs.Count);
                break;
            case TurnStartedUpdate turn:
                TurnStarted(logger, turn.Turn, turn.MaxIterations);
                break;
            case ModelRepliedUpdate reply:
                ReplyReceived(logger, reply.Turn, reply.Text.Length, reply.Duration);
                ReplyContent(logger, reply.Turn, reply.Text);
                break;
            case CodeFinishedUpdate { Result: var result } code:
                CodeRan(logger, code.Turn, result.Output.Length, result.Usage.Duration, result.Stop, result.Error is { } error ? ErrorTypes.Of(error) : null);
                break;
            case TurnFinishedUpdate { Step: var step }:
                OutputContent(logger, step.Turn, step.Output);
                break;
            case SubCallFinishedUpdate { Record: var call }:
                SubCallEnded(logger, call);
                break;
            case ToolCallFinishedUpdate { Record: var call }:
                ToolCalled(logger, call.Name, call.Error is null ? "succeeded" : "failed", call.Duration);
                break;
            case SubmissionRejectedUpdate rejected:
                SubmitRefused(logger, rejected.Turn, rejected.Problems.Count);
                break;
            case ExtractionStartedUpdate extraction:
                ExtractionStarted(logger, extraction.StopReason);
                break;
            case RunFinishedUpdate { Prediction: var prediction }:
                RunFinished(logger, prediction.Trajectory.Steps.Count, prediction.Duration, prediction.StopReason);
                break;
            default:
                break;
        }
    }

    private static void SubCallEnded(ILogger logger, SubCallRecord call)
    {
        if (call.Error is null)
        {
            SubCallAnswered(logger, call.Function, call.PromptLength, call.ResponseLength, call.Duration);
        }
        else
        {
            SubCallFailed(logger, call.Function, call.PromptLength, call.Duration);
            SubCallError(logger, call.Function, call.Error);
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "Run of '{Signature}' started with {InputCount} inputs")]
    private static partial void RunStarted(ILogger logger, string signature, int inputCount);

    [LoggerMessage(2, LogLevel.Debug, "Turn {Turn} of {MaxIterations}: asking the language model")]
    private static partial void TurnStarted(ILogger logger, int turn, int maxIterations);

    [LoggerMessage(3, LogLevel.Debug, "Turn {Turn}: reply of {Length} characters after {Duration}")]
    private static partial void ReplyReceived(ILogger logger, int turn, int length, TimeSpan duration);

    [LoggerMessage(4, LogLevel.Trace, "Turn {Turn}: reply: {Text}")]
    private static partial void ReplyContent(ILogger logger, int turn, string text);

    [LoggerMessage(5, LogLevel.Debug, "Turn {Turn}: the code printed {OutputLength} characters, computed {Duration}, stop: {Stop}, error: {ErrorName}")]
    private static partial void CodeRan(ILogger logger, int turn, int outputLength, TimeSpan duration, ExecutionStop stop, string? errorName);

    [LoggerMessage(6, LogLevel.Trace, "Turn {Turn}: output: {Text}")]
    private static partial void OutputContent(ILogger logger, int turn, string text);

    [LoggerMessage(7, LogLevel.Debug, "{Function}: prompt of {PromptLength} characters, answer of {AnswerLength} characters after {Duration}")]
    private static partial void SubCallAnswered(ILogger logger, string function, int promptLength, int answerLength, TimeSpan duration);

    [LoggerMessage(8, LogLevel.Warning, "{Function}: prompt of {PromptLength} characters failed after {Duration}; the code was told")]
    private static partial void SubCallFailed(ILogger logger, string function, int promptLength, TimeSpan duration);

    [LoggerMessage(9, LogLevel.Debug, "Tool '{Tool}' {Outcome} after {Duration}")]
    private static partial void ToolCalled(ILogger logger, string tool, string outcome, TimeSpan duration);

    [LoggerMessage(10, LogLevel.Warning, "Tool '{Tool}' threw; the code was told")]
    public static partial void ToolFailed(ILogger logger, string tool, Exception exception);

    [LoggerMessage(11, LogLevel.Debug, "Turn {Turn}: SUBMIT was refused with {ProblemCount} problems")]
    private static partial void SubmitRefused(ILogger logger, int turn, int problemCount);

    [LoggerMessage(12, LogLevel.Information, "The limit {StopReason} was reached; the outputs are extracted from the transcript")]
    private static partial void ExtractionStarted(ILogger logger, StopReason stopReason);

    [LoggerMessage(13, LogLevel.Debug, "The run ended after {TurnCount} turns and {Duration}: {StopReason}")]
    private static partial void RunFinished(ILogger logger, int turnCount, TimeSpan duration, StopReason stopReason);

    [LoggerMessage(14, LogLevel.Warning, "The interpreter could not be disposed of")]
    public static partial void DisposeFailed(ILogger logger, Exception exception);

    [LoggerMessage(15, LogLevel.Debug, "Run of '{Signature}' failed with {ExceptionType}")]
    public static partial void RunFailed(ILogger logger, string signature, string exceptionType);

    [LoggerMessage(16, LogLevel.Warning, "The variables of the sandbox could not be shown to the language model")]
    public static partial void LiveVariablesFailed(ILogger logger, Exception exception);

    [LoggerMessage(17, LogLevel.Trace, "{Function}: error: {Text}")]
    private static partial void SubCallError(ILogger logger, string function, string text);
}
