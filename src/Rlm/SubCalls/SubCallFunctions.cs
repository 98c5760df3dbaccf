using System.Globalization;
using System.Text.Json;
using Rlm.Budgets;
using Rlm.Interpreters;
using Rlm.Signatures;
using Rlm.Trajectories;

namespace Rlm.SubCalls;

/// <summary>Gives the answer to one question.</summary>
/// <param name="request">The question.</param>
/// <param name="place">Where its record stands.</param>
/// <param name="cancellationToken">Cancels it.</param>
internal delegate Task<SubCallAnswer> AnswerSubCall(SubCallRequest request, SubCallPlace place, CancellationToken cancellationToken);

/// <summary>Where the record of a sub-call stands.</summary>
internal readonly record struct SubCallPlace(int Turn, int Index);

/// <summary>The functions by which the code asks other models and children: they reserve the calls, record them and collect the answers.</summary>
internal sealed class SubCallFunctions(BudgetLedger ledger, TimeProvider timeProvider, Func<TurnRecording> recording)
{
    private const string FailedSlotPrefix = "[ERROR] ";
    private const int PreviewLength = 200;
    private const int MostFailuresThatHelp = 10;

    /// <summary>The function for one question.</summary>
    public InterpreterFunction One(string name, SubCallArguments reader, AnswerSubCall answer) =>
        new(name, (arguments, cancellationToken) => OneAsync(name, reader, answer, arguments, cancellationToken));

    /// <summary>The function for many questions at once.</summary>
    public InterpreterFunction Many(string name, SubCallArguments reader, AnswerSubCall answer) =>
        new(name, (arguments, cancellationToken) => ManyAsync(name, reader, answer, arguments, cancellationToken));

    private async ValueTask<FunctionResult> OneAsync(
        string function, SubCallArguments reader, AnswerSubCall answer, IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken)
    {
        SubCallRequest request;
        try
        {
            request = reader.ReadOne(function, arguments);
        }
        catch (SubCallArgumentException exception)
        {
            return FunctionResult.Throw(exception.Message);
        }

        if (!ledger.TryReserveSubCalls(1))
        {
            return FunctionResult.Throw($"{function}: {OverLimit(1)}");
        }

        var turn = recording();
        var given = await AnswerAsync(request, turn, turn.BeginSubCall(), answer, cancellationToken).ConfigureAwait(false);
        return given.Error is null ? FunctionResult.Return(given.Value) : FunctionResult.Throw($"{function} failed: {given.Error}");
    }

    private async ValueTask<FunctionResult> ManyAsync(
        string function, SubCallArguments reader, AnswerSubCall answer, IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken)
    {
        IReadOnlyList<SubCallRequest> requests;
        try
        {
            requests = reader.ReadMany(function, arguments);
        }
        catch (SubCallArgumentException exception)
        {
            return FunctionResult.Throw(exception.Message);
        }

        if (requests.Count == 0)
        {
            return FunctionResult.Return(Array.Empty<object?>());
        }

        if (!ledger.TryReserveSubCalls(requests.Count))
        {
            return FunctionResult.Throw($"{function}: {OverLimit(requests.Count)}");
        }

        var turn = recording();
        var begun = requests.Select(request => (Request: request, Index: turn.BeginSubCall())).ToList();
        var answers = await Task.WhenAll(begun.Select(call => AnswerAsync(call.Request, turn, call.Index, answer, cancellationToken))).ConfigureAwait(false);
        NoteFailures(function, answers, turn);
        return FunctionResult.Return(Array.ConvertAll(answers, given => given.Error is null ? given.Value : FailedSlotPrefix + given.Error));
    }

    private async Task<SubCallAnswer> AnswerAsync(SubCallRequest request, TurnRecording turn, int index, AnswerSubCall answer, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        await turn.SubCallStartedAsync(index, request.Function, request.Length, request.Preview(PreviewLength)).ConfigureAwait(false);
        SubCallAnswer given;
        try
        {
            given = await answer(request, new SubCallPlace(turn.Turn, index), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested)
        {
            await turn.SubCallFinishedAsync(index, Record(request, new SubCallAnswer { Error = "it was cancelled", Trajectory = (exception as RunCanceledException)?.Trajectory }, started)).ConfigureAwait(false);
            throw;
        }

        await turn.SubCallFinishedAsync(index, Record(request, given, started)).ConfigureAwait(false);
        return given;
    }

    private SubCallRecord Record(SubCallRequest request, SubCallAnswer answer, long started) => new()
    {
        Function = request.Function,
        Model = answer.Model,
        PromptLength = request.Length,
        PromptPreview = request.Preview(PreviewLength),
        ResponseLength = answer.Text.Length,
        ResponsePreview = TextCut.Head(answer.Text, PreviewLength),
        Error = answer.Error,
        Duration = timeProvider.GetElapsedTime(started),
        Usage = answer.Usage,
        Trajectory = answer.Trajectory,
        StopReason = answer.StopReason,
    };

    private static void NoteFailures(string function, SubCallAnswer[] answers, TurnRecording turn)
    {
        var failed = Enumerable.Range(0, answers.Length).Where(index => answers[index].Error is not null).ToList();
        if (failed.Count > 0)
        {
            var more = failed.Count > MostFailuresThatHelp ? $" and {Number(failed.Count - MostFailuresThatHelp)} more" : "";
            turn.AddFailedSlots($"{function} at {(failed.Count == 1 ? "index" : "indices")} {string.Join(", ", failed.Take(MostFailuresThatHelp).Select(Number))}{more} ({answers[failed[0]].Error})");
        }
    }

    private string OverLimit(int wanted)
    {
        var (left, limit) = (ledger.SubCallsLeft, ledger.Limits.MaxSubCalls);
        return left == 0
            ? $"all {Number(limit)} sub-calls of this run are used. Nothing was sent. Go on with what you have, and with code."
            : $"this needs {Number(wanted)} sub-calls, but only {Number(left)} of {Number(limit)} are left. Nothing was sent, and nothing was counted. Put more text into fewer prompts.";
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
