using Microsoft.Extensions.AI;

namespace Rlm.Tests.EndToEnd;

/// <summary>A run with a scripted model and the real interpreter: each reply is one block of code.</summary>
internal sealed class Scenario
{
    private Scenario(Prediction prediction, ScriptedChatClient client)
    {
        Prediction = prediction;
        Client = client;
    }

    public Prediction Prediction { get; }

    public ScriptedChatClient Client { get; }

    public IReadOnlyList<TrajectoryStep> Steps => Prediction.Trajectory.Steps;

    /// <summary>What the code of a turn gave, as the model saw it.</summary>
    public string Output(int turn = 1) => Steps[turn - 1].Output;

    public static async Task<Scenario> RunAsync(
        string signature, IReadOnlyDictionary<string, object?> inputs, RecursiveModuleOptions? options = null, params string[] codes)
    {
        var client = new ScriptedChatClient([.. codes.Select(code => (object)ScriptedChatClient.Code(code))]);
        var prediction = await new RecursiveModule(signature, client, options).RunAsync(inputs);
        return new Scenario(prediction, client);
    }

    /// <summary>Runs the codes over a variable <c>x</c> and then submits.</summary>
    public static Task<Scenario> RunAsync(object? x, params string[] codes) =>
        RunAsync("x: json -> answer: json", new Dictionary<string, object?> { ["x"] = x }, options: null, [.. codes, "SUBMIT('done')"]);

    /// <summary>The same with options.</summary>
    public static Task<Scenario> RunAsync(RecursiveModuleOptions options, params string[] codes) =>
        RunAsync("x: json -> answer: json", new Dictionary<string, object?> { ["x"] = "text" }, options, [.. codes, "SUBMIT('done')"]);

    /// <summary>Submits and gives the output called <c>answer</c>.</summary>
    public static async Task<T?> SubmitAsync<T>(string type, string code) =>
        (await RunAsync($"x: json -> answer: {type}", new Dictionary<string, object?> { ["x"] = 1 }, options: null, code)).Prediction.Get<T>("answer");
}
