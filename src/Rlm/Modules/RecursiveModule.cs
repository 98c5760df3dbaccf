using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Rlm.Json;
using Rlm.Modules;
using Rlm.Running;

namespace Rlm;

/// <summary>
/// Answers the outputs of a signature by letting a language model write code over the inputs, which are variables of a sandbox and never
/// part of a prompt.
/// </summary>
/// <remarks>A module holds no state of its runs: one instance serves any number of them at the same time. It never disposes of its clients.</remarks>
public sealed class RecursiveModule
{
    private readonly ModuleCore _core;
    private readonly System.Text.Json.JsonSerializerOptions _serializerOptions;

    /// <summary>Initializes a new instance of the <see cref="RecursiveModule"/> class for a signature written as text.</summary>
    /// <param name="signature">The signature, in the notation of <see cref="Signature.Parse"/>.</param>
    /// <param name="chatClient">The language model that writes the code.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="loggerFactory">Where the module logs.</param>
    /// <param name="services">The services that tools and validation attributes may ask for.</param>
    /// <exception cref="SignatureException">The signature is not valid.</exception>
    /// <exception cref="ArgumentException">The options are not valid; the message names everything that is wrong.</exception>
    public RecursiveModule(string signature, IChatClient chatClient, RecursiveModuleOptions? options = null, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null)
        : this(Signature.Parse(signature), chatClient, options, loggerFactory, services)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="RecursiveModule"/> class.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="chatClient">The language model that writes the code.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="loggerFactory">Where the module logs.</param>
    /// <param name="services">The services that tools and validation attributes may ask for.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message names everything that is wrong.</exception>
    public RecursiveModule(Signature signature, IChatClient chatClient, RecursiveModuleOptions? options = null, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null)
    {
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(chatClient);
        _serializerOptions = ValueSerialization.Complete(options?.SerializerOptions);
        _core = new ModuleCore(signature, chatClient, options, _serializerOptions, loggerFactory, services);
    }

    /// <summary>Gets the signature.</summary>
    public Signature Signature => _core.Signature;

    /// <summary>Makes a session: an interpreter with the limits of this module, which keeps variables over several runs. The caller disposes of it.</summary>
    public RecursiveSession CreateSession() => _core.CreateSession();

    /// <summary>Gives the module as a function, such as a tool of another module or agent: its inputs are the parameters, its outputs, as one JSON object, the result.</summary>
    /// <remarks>Arguments that a model wrote are checked against the types of the inputs. What <c>RunAsync</c> throws, the function throws.</remarks>
    /// <param name="name">The name; null for that of the signature, which for one written as text is only <c>signature</c>.</param>
    /// <param name="description">What the caller is told about it; null for the instructions of the signature.</param>
    /// <exception cref="ArgumentException">Models do not take the name.</exception>
    public AIFunction AsAIFunction(string? name = null, string? description = null) => new ModuleFunction(_core, name, description);

    /// <summary>Runs to the end.</summary>
    /// <param name="inputs">The inputs by name.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="ArgumentException">An input is unknown, missing, or cannot be converted. Nothing was asked.</exception>
    /// <exception cref="RunException">The run failed; the exception has the trajectory.</exception>
    /// <exception cref="RunCanceledException">The run was cancelled; the exception has the trajectory.</exception>
    public Task<Prediction> RunAsync(IReadOnlyDictionary<string, object?> inputs, CancellationToken cancellationToken = default) => RunAsync(inputs, session: null, cancellationToken);

    /// <summary>Runs to the end in a session, where it finds what the code of earlier runs computed.</summary>
    /// <param name="inputs">The inputs by name.</param>
    /// <param name="session">The session; null for an interpreter of its own.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="ArgumentException">An input is unknown, missing, or cannot be converted. Nothing was asked.</exception>
    /// <exception cref="InvalidOperationException">The session is in use by another run.</exception>
    /// <exception cref="RunException">The run failed; the exception has the trajectory.</exception>
    /// <exception cref="RunCanceledException">The run was cancelled; the exception has the trajectory.</exception>
    public Task<Prediction> RunAsync(IReadOnlyDictionary<string, object?> inputs, RecursiveSession? session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return _core.RunAsync(Request(inputs, session), cancellationToken);
    }

    /// <summary>Runs and tells what happens while it does. The last update is a <see cref="RunFinishedUpdate"/> with the prediction.</summary>
    /// <remarks>Each enumeration is a run of its own. Whoever stops reading ends the run. Failures are thrown by the enumeration, as by <see cref="RunAsync(IReadOnlyDictionary{string, object?}, CancellationToken)"/>.</remarks>
    /// <param name="inputs">The inputs by name.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="ArgumentException">An input is unknown, missing, or cannot be converted. Nothing was asked.</exception>
    public IAsyncEnumerable<RunUpdate> RunStreamingAsync(IReadOnlyDictionary<string, object?> inputs, CancellationToken cancellationToken = default) => RunStreamingAsync(inputs, session: null, cancellationToken);

    /// <summary>Runs in a session and tells what happens while it does.</summary>
    /// <remarks>Each enumeration is a run of its own. Whoever stops reading ends the run.</remarks>
    /// <param name="inputs">The inputs by name.</param>
    /// <param name="session">The session; null for an interpreter of its own.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="ArgumentException">An input is unknown, missing, or cannot be converted. Nothing was asked.</exception>
    public IAsyncEnumerable<RunUpdate> RunStreamingAsync(IReadOnlyDictionary<string, object?> inputs, RecursiveSession? session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return _core.RunStreamingAsync(Request(inputs, session), cancellationToken);
    }

    private RunRequest Request(IReadOnlyDictionary<string, object?> inputs, RecursiveSession? session) => new()
    {
        Inputs = _core.Inputs.Convert(inputs),
        Finish = outcome => new Prediction(outcome, _serializerOptions),
        Session = session,
    };
}
