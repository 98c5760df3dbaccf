using System.Globalization;
using System.Text.Json;
using Rlm.Budgets;
using Rlm.Signatures;
using Rlm.Trajectories;

namespace Rlm.SubCalls;

/// <summary>Gives the answer to one question.</summary>
/// <param name="call">The call with the question.</param>
/// <param name="cancellationToken">Cancels it.</param>
internal delegate Task<SubCallAnswer> AnswerSubCall(OpenSubCall call, CancellationToken cancellationToken);

/// <summary>The functions by which the code asks other models and children: they reserve the calls, record them and collect the answers.</summary>
internal sealed class SubCallFunctions(BudgetLedger ledger, TimeProvider timeProvider, Func<TurnRecording> recording)
{
    private const string FailedSlotPrefix = "[ERROR] ";
    private const int MostFailuresThatHelp = 10;

    /// <summary>The function for one question.</summary>
    public InterpreterFunction One(string name, SubCallArguments reader, AnswerSubCall answer) =>
        new(name, (arguments, cancellationToken) => OneAsync(name, reader, answer, arguments, cancellationToken)) { IsIndependent = true };

    /// <summary>The function for many questions at once.</summary>
    public InterpreterFunction Many(string name, SubCallArguments reader, AnswerSubCall answer) =>
        new(name, (arguments, cancellationToken) => ManyAsync(name, reader, answer, arguments, cancellationToken)) { IsIndependent = true };

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
        var given = await AnswerAsync(Begin(request, turn), answer, cancellationToken).ConfigureAwait(false);
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
        var begun = requests.Select(request => Begin(request, turn)).ToList();
        var answers = await Task.WhenAll(begun.Select(call => AnswerAsync(call, answer, cancellationToken))).ConfigureAwait(false);
        NoteFailures(function, answers, turn);
        return FunctionResult.Return(Array.ConvertAll(answers, given => given.Error is null ? given.Value : FailedSlotPrefix + given.Error));
    }

    private OpenSubCall Begin(SubCallRequest request, TurnRecording turn) => new(request, turn, timeProvider);

    private static async Task<SubCallAnswer> AnswerAsync(OpenSubCall call, AnswerSubCall answer, CancellationToken cancellationToken)
    {
        await call.StartAsync().ConfigureAwait(false);
        try
        {
            var given = await answer(call, cancellationToken).ConfigureAwait(false);
            await call.FinishAsync(given).ConfigureAwait(false);
            return given;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            await call.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

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
