// Asks a question about the source files of this repository, or of any other folder.
//
// The files are one variable of a sandbox; they never stand in a prompt. The language model sees their number, their keys and the beginning
// of two of them, and writes JavaScript that finds the answer.
using QuickStart;
using Rlm;

return await CommandLine.RunAsync(args, RunAsync);

static async Task RunAsync(QuickStartOptions options, CancellationToken cancellationToken)
{
    // The input: every source file, with its path and its text.
    var root = options.Folder ?? RepositoryFiles.FindRoot();
    var input = new RepositoryQuestion { Files = RepositoryFiles.Read(root), Question = options.Question };

    // The language model: Claude, a server that speaks OpenAI's protocol, or the offline stand-in.
    using var model = LanguageModel.Choose(options);
    using var trajectoryFile = TrajectoryFile.Open(options.TrajectoryPath);
    var screen = new Screen(Console.Out, options.IsQuiet);
    screen.Introduce(input, root, model);

    // The module: a signature and a chat client.
    var module = new RecursiveModule<RepositoryQuestion>(model.Client, new RecursiveModuleOptions
    {
        SubClient = model.SubClient,
        MaxIterations = options.MaxIterations,
        MaxSubCalls = options.MaxSubCalls,
    });

    // The run: each turn as it happens, then the prediction. Whatever happens, the turns until then are kept.
    try
    {
        await foreach (var update in module.RunStreamingAsync(input, cancellationToken))
        {
            screen.Show(update);
            if (update is RunFinishedUpdate { Prediction: Prediction<RepositoryQuestion> prediction })
            {
                screen.Conclude(prediction);
                trajectoryFile?.Write(prediction.Trajectory);
            }
        }
    }
    catch (RunException exception)
    {
        trajectoryFile?.Write(exception.Trajectory);
        throw;
    }
    catch (RunCanceledException exception)
    {
        trajectoryFile?.Write(exception.Trajectory);
        throw;
    }
}
