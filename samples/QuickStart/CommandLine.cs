using System.CommandLine;
using Rlm;

namespace QuickStart;

/// <summary>Reads the command line, runs, and turns what went wrong into a message and an exit code.</summary>
internal static class CommandLine
{
    private const string DefaultQuestion = "Which source file is the longest, and how many lines does it have?";
    private const int Failed = 1;
    private const int Cancelled = 130;

    private static readonly Argument<string[]> Question = new("question")
    {
        Description = $"The question about the files. [default: {DefaultQuestion}]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Model = new("--model") { Description = "The model that writes the code." };
    private static readonly Option<string?> SubModel = new("--sub-model") { Description = "The model that answers llm_query. [default: the same]" };
    private static readonly Option<string?> Folder = new("--folder") { Description = "The folder to ask about. [default: this repository]" };
    private static readonly Option<string?> Trajectory = new("--trajectory") { Description = "A file to write the turns to, as JSON." };
    private static readonly Option<bool> Offline = new("--offline") { Description = "Use the offline stand-in even if a key is set." };
    private static readonly Option<bool> Quiet = new("--quiet") { Description = "Print the answer and nothing else." };

    private static readonly Option<int> MaxIterations = new("--max-iterations")
    {
        Description = "The most turns of the run.",
        DefaultValueFactory = _ => RecursiveModuleOptions.DefaultMaxIterations,
    };

    private static readonly Option<int> MaxSubCalls = new("--max-sub-calls")
    {
        Description = "The most prompts that the code may send with llm_query.",
        DefaultValueFactory = _ => RecursiveModuleOptions.DefaultMaxSubCalls,
    };

    public static Task<int> RunAsync(string[] args, Func<QuickStartOptions, CancellationToken, Task> run)
    {
        var command = new RootCommand("Asks a question about the source files of this repository, or of any other folder.")
        {
            Question, Model, SubModel, MaxIterations, MaxSubCalls, Folder, Trajectory, Offline, Quiet,
        };
        MaxIterations.Validators.Add(result => RequireAtLeast(result, 1));
        MaxSubCalls.Validators.Add(result => RequireAtLeast(result, 0));

        // Ctrl+C cancels the token that the action is given.
        command.SetAction((result, cancellationToken) => RunAsync(Read(result), run, cancellationToken));
        return command.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static async Task<int> RunAsync(QuickStartOptions options, Func<QuickStartOptions, CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        try
        {
            await run(options, cancellationToken);
            return 0;
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            var turns = (exception as RunCanceledException)?.Trajectory.Steps.Count ?? 0;
            await Console.Error.WriteLineAsync($"Cancelled after {Plural.Of(turns, "turn")}.");
            return Cancelled;
        }
        catch (Exception exception) when (exception is UserErrorException or RlmException)
        {
            await Console.Error.WriteLineAsync($"Error: {exception.Message}");
            return Failed;
        }
    }

    private static QuickStartOptions Read(ParseResult result) => new()
    {
        Question = string.Join(' ', result.GetValue(Question) ?? []) is { } question && !string.IsNullOrWhiteSpace(question) ? question : DefaultQuestion,
        Model = result.GetValue(Model),
        SubModel = result.GetValue(SubModel),
        MaxIterations = result.GetValue(MaxIterations),
        MaxSubCalls = result.GetValue(MaxSubCalls),
        Folder = result.GetValue(Folder),
        TrajectoryPath = result.GetValue(Trajectory),
        IsOffline = result.GetValue(Offline),
        IsQuiet = result.GetValue(Quiet),
    };

    private static void RequireAtLeast(System.CommandLine.Parsing.OptionResult result, int least)
    {
        if (result.GetValueOrDefault<int>() < least)
        {
            result.AddError($"{result.Option.Name} must be at least {least}.");
        }
    }
}
