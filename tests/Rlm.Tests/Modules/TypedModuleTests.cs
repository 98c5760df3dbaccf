using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using static Rlm.Tests.ScriptedChatClient;
using static Rlm.Tests.ScriptedInterpreter;

namespace Rlm.Tests.Modules;

public partial class TypedModuleTests
{
    [Description("Answer from the report.")]
    internal sealed record ReportQuestion
    {
        [Input, Description("Full text of the report.")] public required string Report { get; init; }
        [Input] public required string Question { get; init; }
        [Input] public string? Hint { get; init; }
        [Output, Description("One sentence.")] public string Answer { get; init; } = "";
        [Output, Range(0, 1)] public double? Confidence { get; init; }
    }

    private static readonly ReportQuestion Input = new() { Report = "Long.", Question = "Why?" };

    private static RecursiveModule<T> Module<T>(ScriptedInterpreter interpreter, int turns = 1)
        where T : class =>
        new(new ScriptedChatClient([.. Enumerable.Repeat((object)Code("x"), turns)]), interpreter.In());

    [Fact]
    public async Task Run_Record_GetsAClonedResultWithTheInputsByReference()
    {
        var input = Input with { Report = new string('x', 1_000_000) };

        var prediction = await Module<ReportQuestion>(new ScriptedInterpreter(Submit("""[{"answer": "Because.", "confidence": 0.5}]"""))).RunAsync(input);

        Assert.Equal("Because.", prediction.Result.Answer);
        Assert.Equal(0.5, prediction.Result.Confidence);
        Assert.Same(input.Report, prediction.Result.Report);
        Assert.NotSame(input, prediction.Result);
        Assert.Equal("", input.Answer);
        Assert.Equal("Because.", prediction.Get<string>("answer"));
    }

    [Fact]
    public async Task Run_OptionalOutputLeftOut_IsNull()
    {
        var prediction = await Module<ReportQuestion>(new ScriptedInterpreter(Submit("""[{"answer": "Because."}]"""))).RunAsync(Input);

        Assert.Null(prediction.Result.Confidence);
        Assert.Equal(JsonValueKind.Null, prediction.Outputs["confidence"].ValueKind);
    }

    [Fact]
    public async Task Run_ByPositionAndNumericText_IsCoerced()
    {
        var prediction = await Module<ReportQuestion>(new ScriptedInterpreter(Submit("""[12, "0.25"]"""))).RunAsync(Input);

        Assert.Equal("12", prediction.Result.Answer);
        Assert.Equal(0.25, prediction.Result.Confidence);
    }

    [Fact]
    public async Task Run_ValidationFails_IsToldAndTheNextSubmitCounts()
    {
        var prediction = await Module<ReportQuestion>(new ScriptedInterpreter(Submit("""[{"answer": null, "confidence": 7}]"""), Submit("""["ok", 1]""")), turns: 2).RunAsync(Input);

        Assert.Equal(
            "Error: SUBMIT refused: answer must not be null; expected string; confidence is not valid: The field confidence must be between 0 and 1. "
            + "Call it as SUBMIT({ answer: string, confidence?: number }).",
            prediction.Trajectory.Steps[0].Error);
        Assert.Equal("ok", prediction.Result.Answer);
    }

    [Fact]
    public async Task Run_NullForRequiredInput_IsRefused()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Module<ReportQuestion>(new ScriptedInterpreter()).RunAsync(Input with { Report = null!, Question = null! }));

        Assert.Equal("The inputs are not valid:\n- 'report' is null, but not optional\n- 'question' is null, but not optional (Parameter 'input')", exception.Message);
    }

    [Fact]
    public async Task Run_NullForOptionalInput_ReachesTheSandboxAsNull()
    {
        var interpreter = new ScriptedInterpreter(Submit("""["ok"]"""));

        await Module<ReportQuestion>(interpreter).RunAsync(Input);

        Assert.Equal([("report", "Long."), ("question", "Why?"), ("hint", null)], interpreter.Variables.Select(variable => (variable.Name, (string?)variable.Value)));
    }

    internal enum Mood
    {
        Good,
        Bad,
    }

    internal sealed record Person(string Name, int? Age, Mood Mood);

    private sealed class Everything
    {
        [Input] public required IReadOnlyList<Person> People { get; init; }
        [Output] public int Int { get; set; }
        [Output] public long Long { get; set; }
        [Output] public ulong Big { get; set; }
        [Output] public double Double { get; set; }
        [Output] public decimal Decimal { get; set; }
        [Output] public bool Bool { get; set; }
        [Output] public Mood Mood { get; set; }
        [Output] public DateOnly Day { get; set; }
        [Output] public DateTimeOffset Moment { get; set; }
        [Output] public List<int> Ints { get; set; } = [];
        [Output] public Dictionary<string, string> Map { get; set; } = [];
        [Output] public Person Person { get; set; } = new("", null, Mood.Good);
        [Output] public Person[] People2 { get; set; } = [];
        [Output] public JsonElement Any { get; set; }
    }

    [Fact]
    public async Task Run_ManyTypes_ArriveTyped()
    {
        var interpreter = new ScriptedInterpreter(Submit("""
            [{
              "int": "12", "long": 9007199254740993, "big": "18446744073709551615", "double": 1e3, "decimal": 0.1, "bool": "true", "mood": "bad",
              "day": "2026-01-31", "moment": "2026-01-31T12:00:00Z", "ints": [1, "2", 3.0], "map": { "a": 1, "b": true },
              "person": { "name": 7, "age": null, "mood": "GOOD" }, "people2": [{ "name": "Ann", "age": "30", "mood": "Bad" }], "any": [1, { "x": null }]
            }]
            """));

        var result = (await Module<Everything>(interpreter).RunAsync(new Everything { People = [new("Bob", 3, Mood.Bad)] })).Result;

        Assert.Equal(12, result.Int);
        Assert.Equal(9007199254740993, result.Long);
        Assert.Equal(18446744073709551615, result.Big);
        Assert.Equal(1000.0, result.Double);
        Assert.Equal(0.1m, result.Decimal);
        Assert.True(result.Bool);
        Assert.Equal(Mood.Bad, result.Mood);
        Assert.Equal(new DateOnly(2026, 1, 31), result.Day);
        Assert.Equal(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero), result.Moment);
        Assert.Equal([1, 2, 3], result.Ints);
        Assert.Equal("1", result.Map["a"]);
        Assert.Equal("true", result.Map["b"]);
        Assert.Equal(new Person("7", null, Mood.Good), result.Person);
        Assert.Equal([new Person("Ann", 30, Mood.Bad)], result.People2);
        Assert.Equal("""[1,{"x":null}]""", JsonSerializer.Serialize(result.Any));
        var people = Assert.IsAssignableFrom<IReadOnlyList<object?>>(interpreter.Variables[0].Value);
        var bob = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(people[0]);
        Assert.Equal(["name", "age", "mood"], bob.Keys);
        Assert.Equal(3.0, bob["age"]);
        Assert.Equal("Bad", bob["mood"]);
    }

    [Fact]
    public async Task Run_ManyWrongTypes_AreAllReported()
    {
        var interpreter = new ScriptedInterpreter(
            Submit("""
            [{
              "int": 3.5, "long": 1e40, "big": -1, "double": "x", "decimal": [], "bool": 1, "mood": "sad",
              "day": "31.1.2026", "moment": "soon", "ints": [1, "x"], "map": [], "person": { "age": "old" }, "people2": {}, "any": 1
            }]
            """),
            Submit("[]"));

        var exception = await Assert.ThrowsAsync<LanguageModelException>(() => new RecursiveModule<Everything>(new ScriptedChatClient(Code("x"), new IOException("end")), interpreter.In()).RunAsync(new Everything { People = [] }));

        var error = exception.Trajectory.Steps[0].Error!;
        foreach (var problem in new[]
        {
            "int expected an integer, but got 3.5",
            "long cannot be read as number: ",
            "big cannot be read as number: ",
            "double expected a number, but got \"x\"",
            "decimal expected a number, but got an array of 0",
            "bool expected true or false, but got 1",
            "mood must be one of \"Good\", \"Bad\", but is \"sad\"",
            "day expected a date such as \"2026-01-31\", but got \"31.1.2026\"",
            "moment expected a date and time such as \"2026-01-31T12:00:00Z\", but got \"soon\"",
            "ints[1] expected an integer, but got \"x\"",
            "map expected Record<string, string>, but got an array of 0",
            "person.age expected an integer, but got \"old\"",
            "person.name is missing",
            "people2 expected { name: string; age: number | null; mood: \"Good\" | \"Bad\" }[], but got an object",
        })
        {
            Assert.Contains(problem, error, StringComparison.Ordinal);
        }
    }

    private sealed class Touchy
    {
        private string _answer = "";

        [Input] public string Text { get; init; } = "";

        [Output]
        public string Answer
        {
            get => _answer;
            set => _answer = value == "bad" ? throw new InvalidOperationException("not this one") : value;
        }
    }

    [Fact]
    public async Task Run_SetterThrows_IsToldToTheModel()
    {
        var prediction = await Module<Touchy>(new ScriptedInterpreter(Submit("""["bad"]"""), Submit("""["good"]""")), turns: 2).RunAsync(new Touchy());

        Assert.Contains("the values are not accepted: not this one", prediction.Trajectory.Steps[0].Error, StringComparison.Ordinal);
        Assert.Equal("good", prediction.Result.Answer);
    }

    [JsonSerializable(typeof(Prediction<ReportQuestion>))]
    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    private sealed partial class PredictionContext : JsonSerializerContext;

    [Fact]
    public async Task Prediction_Typed_RoundTripsThroughGeneratedMetadata()
    {
        var prediction = await Module<ReportQuestion>(new ScriptedInterpreter(Submit("""["Because.", 1]"""))).RunAsync(Input);

        var json = JsonSerializer.Serialize(prediction, PredictionContext.Default.PredictionReportQuestion);
        var read = JsonSerializer.Deserialize(json, PredictionContext.Default.PredictionReportQuestion)!;

        Assert.Equal(prediction.Result, read.Result);
        Assert.Equal("Because.", read.Get<string>("answer"));
        Assert.Equal(json, JsonSerializer.Serialize(read, PredictionContext.Default.PredictionReportQuestion));
    }

    [Fact]
    public async Task Stream_Typed_EndsWithATypedPrediction()
    {
        RunUpdate? last = null;

        await foreach (var update in Module<ReportQuestion>(new ScriptedInterpreter(Submit("""["Because."]"""))).RunStreamingAsync(Input))
        {
            last = update;
        }

        Assert.Equal("Because.", Assert.IsType<Prediction<ReportQuestion>>(Assert.IsType<RunFinishedUpdate>(last).Prediction).Result.Answer);
    }
}
