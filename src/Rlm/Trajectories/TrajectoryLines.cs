using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Rlm.Trajectories;

/// <summary>Makes one line of JSON of each update. Names of properties are those of the trajectory's own JSON.</summary>
internal static class TrajectoryLines
{
    /// <summary>Names of properties and types of lines that are read back.</summary>
    public const string Type = "type";
    public const string Parents = "parents";
    public const string Turn = "turn";
    public const string SubCall = "subCall";
    public const string Index = "index";
    public const string Step = "step";
    public const string Record = "record";
    public const string Extraction = "extraction";
    public const string TurnFinished = "turn_finished";
    public const string SubCallFinished = "sub_call_finished";
    public const string ToolCallFinished = "tool_call_finished";
    public const string RunFinished = "run_finished";
    public const string RunFailed = "run_failed";

    /// <summary>Returns the line of an update; null for an update that has none.</summary>
    public static string? Of(RunUpdate update, IReadOnlyList<SubCallParent> parents, DateTimeOffset time) => TypeOf(update) is not { } type
        ? null
        : Line(type, parents, time, writer => Write(writer, update));

    /// <summary>The last line of a run that threw.</summary>
    public static string OfFailure(Exception exception, DateTimeOffset time) => Line(RunFailed, [], time, writer =>
    {
        writer.WriteString("exception", exception.GetType().FullName);
        writer.WriteString("error", exception.Message);
        WriteIfAny(writer, "stopReason", ((exception as LimitReachedException)?.StopReason ?? (exception as ExtractionException)?.StopReason)?.ToString());
        Write(writer, Extraction, (exception as RunException)?.Trajectory.Extraction, Context.ExtractionRecord);
    });

    private static TrajectoryJsonContext Context => TrajectoryJsonContext.Compact;

    private static string? TypeOf(RunUpdate update) => update switch
    {
        RunStartedUpdate => "run_started",
        TurnStartedUpdate => "turn_started",
        ModelRepliedUpdate => "model_replied",
        CodeStartedUpdate => "code_started",
        CodeFinishedUpdate => "code_finished",
        SubCallStartedUpdate => "sub_call_started",
        SubCallFinishedUpdate => SubCallFinished,
        ToolCallStartedUpdate => "tool_call_started",
        ToolCallFinishedUpdate => ToolCallFinished,
        SubmissionRejectedUpdate => "submission_rejected",
        TurnFinishedUpdate => TurnFinished,
        ExtractionStartedUpdate => "extraction_started",
        RunFinishedUpdate => RunFinished,

        // Parts of a reply, which follows as a whole.
        _ => null,
    };

    private static void Write(Utf8JsonWriter writer, RunUpdate update)
    {
        switch (update)
        {
            case RunStartedUpdate started:
                WriteStarted(writer, started);
                break;
            case TurnStartedUpdate turn:
                writer.WriteNumber(Turn, turn.Turn);
                writer.WriteNumber("maxIterations", turn.MaxIterations);
                break;
            case ModelRepliedUpdate reply:
                writer.WriteNumber(Turn, reply.Turn);
                WriteIfAny(writer, "model", reply.Model);
                writer.WriteString("text", reply.Text);
                WriteDuration(writer, reply.Duration);
                Write(writer, "usage", reply.Usage, Context.UsageDetails);
                break;
            case CodeStartedUpdate code:
                writer.WriteNumber(Turn, code.Turn);
                writer.WriteString("code", code.Code);
                break;
            case CodeFinishedUpdate code:
                WriteCode(writer, code);
                break;
            case SubCallStartedUpdate call:
                WritePlace(writer, call.Turn, call.Index);
                writer.WriteString("function", call.Function);
                writer.WriteNumber("promptLength", call.PromptLength);
                writer.WriteString("promptPreview", call.PromptPreview);
                break;
            case SubCallFinishedUpdate call:
                // The turns of a child have lines of their own.
                WritePlace(writer, call.Turn, call.Index);
                Write(writer, Record, call.Record with { Trajectory = null }, Context.SubCallRecord);
                Write(writer, Extraction, call.Record.Trajectory?.Extraction, Context.ExtractionRecord);
                break;
            case ToolCallStartedUpdate call:
                WritePlace(writer, call.Turn, call.Index);
                writer.WriteString("name", call.Name);
                writer.WriteString("argumentsPreview", call.ArgumentsPreview);
                break;
            case ToolCallFinishedUpdate call:
                WritePlace(writer, call.Turn, call.Index);
                Write(writer, Record, call.Record, Context.ToolCallRecord);
                break;
            case SubmissionRejectedUpdate rejected:
                writer.WriteNumber(Turn, rejected.Turn);
                WriteTexts(writer, "problems", rejected.Problems);
                break;
            case TurnFinishedUpdate { Step: var step }:
                // Calls have lines of their own.
                Write(writer, Step, step with { SubCalls = [], ToolCalls = [] }, Context.TrajectoryStep);
                break;
            case ExtractionStartedUpdate extraction:
                writer.WriteString("stopReason", extraction.StopReason.ToString());
                break;
            case RunFinishedUpdate { Prediction: var prediction }:
                WriteFinished(writer, prediction);
                break;
            default:
                break;
        }
    }

    private static void WriteStarted(Utf8JsonWriter writer, RunStartedUpdate started)
    {
        writer.WriteString("name", started.Signature.Name);
        writer.WriteString("signature", started.Signature.ToString());
        writer.WriteStartArray("inputs");
        foreach (var input in started.Inputs)
        {
            var digest = InputDigest.Of(input.Value);
            writer.WriteStartObject();
            writer.WriteString("name", input.Name);
            writer.WriteString("kind", digest.Kind);
            if (digest.Length is { } length)
            {
                writer.WriteNumber("length", length);
            }

            if (digest.Count is { } count)
            {
                writer.WriteNumber("count", count);
            }

            writer.WriteString("sha256", digest.Sha256);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteCode(Utf8JsonWriter writer, CodeFinishedUpdate code)
    {
        var result = code.Result;
        writer.WriteNumber(Turn, code.Turn);
        writer.WriteNumber("outputLength", result.Output.Length);
        writer.WriteNumber("valueLength", result.Value?.Length ?? 0);
        writer.WriteString("stop", result.Stop.ToString());
        WriteIfAny(writer, "error", result.Error?.ToString());
        WriteTexts(writer, "newVariables", result.NewVariables.Select(variable => variable.Name));
        writer.WriteString("computed", result.Usage.Duration.ToString("c"));
        writer.WriteNumber("memory", result.Usage.Memory);
        writer.WriteNumber("work", result.Usage.Work);
    }

    private static void WriteFinished(Utf8JsonWriter writer, Prediction prediction)
    {
        writer.WriteStartObject("outputs");
        foreach (var (name, value) in prediction.Outputs)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.WriteString("stopReason", prediction.StopReason.ToString());
        writer.WriteString("finalReasoning", prediction.FinalReasoning);
        WriteDuration(writer, prediction.Duration);
        if (prediction.Cost is { } cost)
        {
            writer.WriteNumber("cost", cost);
        }

        Write(writer, "usage", prediction.Usage, Context.UsageDetails);
        writer.WriteStartObject("usageByModel");
        foreach (var (model, usage) in prediction.UsageByModel)
        {
            Write(writer, model, usage, Context.UsageDetails);
        }

        writer.WriteEndObject();
        Write(writer, Extraction, prediction.Trajectory.Extraction, Context.ExtractionRecord);
    }

    private static void WritePlace(Utf8JsonWriter writer, int turn, int index)
    {
        writer.WriteNumber(Turn, turn);
        writer.WriteNumber(Index, index);
    }

    private static void WriteDuration(Utf8JsonWriter writer, TimeSpan duration) => writer.WriteString("duration", duration.ToString("c"));

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void Write<T>(Utf8JsonWriter writer, string name, T? value, JsonTypeInfo<T> typeInfo)
        where T : class
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value, typeInfo);
        }
    }

    private static string Line(string type, IReadOnlyList<SubCallParent> parents, DateTimeOffset time, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Context.Options.Encoder }))
        {
            writer.WriteStartObject();
            writer.WriteString(Type, type);
            writer.WriteString("time", time);
            if (parents.Count > 0)
            {
                writer.WriteStartArray(Parents);
                foreach (var parent in parents)
                {
                    writer.WriteStartObject();
                    writer.WriteNumber(Turn, parent.Turn);
                    writer.WriteNumber(SubCall, parent.SubCall);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

/// <summary>A sub-call that has started a child: its turn, and its place among the sub-calls of the turn.</summary>
internal readonly record struct SubCallParent(int Turn, int SubCall);
