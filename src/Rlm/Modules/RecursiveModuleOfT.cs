using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Rlm.Json;
using Rlm.Modules;
using Rlm.Running;
using Rlm.Signatures;

namespace Rlm;

/// <summary>
/// Answers the outputs of a signature class by letting a language model write code over its inputs, which are variables of a sandbox and
/// never part of a prompt.
/// </summary>
/// <typeparam name="TSignature">A class whose properties are marked with <see cref="InputAttribute"/> and <see cref="OutputAttribute"/>.</typeparam>
/// <remarks>A module holds no state of its runs: one instance serves any number of them at the same time. It never disposes of its clients.</remarks>
public sealed class RecursiveModule<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TSignature>
    where TSignature : class
{
    private readonly ModuleCore _core;
    private readonly JsonSerializerOptions _serializerOptions;

    /// <summary>Initializes a new instance of the <see cref="RecursiveModule{TSignature}"/> class.</summary>
    /// <param name="chatClient">The language model that writes the code.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="loggerFactory">Where the module logs.</param>
    /// <param name="services">The services that tools and validation attributes may ask for.</param>
    /// <exception cref="SignatureException">The class is no signature; the message names every property that is wrong.</exception>
    /// <exception cref="ArgumentException">The options are not valid; the message names everything that is wrong.</exception>
    public RecursiveModule(IChatClient chatClient, RecursiveModuleOptions? options = null, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null)
    {
        ArgumentNullException.ThrowIfNull(chatClient);
        _serializerOptions = ValueSerialization.Complete(options?.SerializerOptions);
        _core = new ModuleCore(SignatureReader.Read(typeof(TSignature), _serializerOptions), chatClient, options, _serializerOptions, loggerFactory, services);
    }

    /// <summary>Gets the signature.</summary>
    public Signature Signature => _core.Signature;

    /// <summary>Makes a session: an interpreter with the limits of this module, which keeps variables over several runs. The caller disposes of it.</summary>
    public RecursiveSession CreateSession() => _core.CreateSession();

    /// <summary>Gives the module as a function, such as a tool of another module or agent: its inputs are the parameters, its outputs, as one JSON object, the result.</summary>
    /// <remarks>Arguments that a model wrote are checked against the types of the inputs. What <c>RunAsync</c> throws, the function throws.</remarks>
    /// <param name="name">The name; null for that of the class.</param>
    /// <param name="description">What the caller is told about it; null for the instructions of the signature.</param>
    /// <exception cref="ArgumentException">Models do not take the name.</exception>
    public AIFunction AsAIFunction(string? name = null, string? description = null) => new ModuleFunction(_core, name, description);

    /// <summary>Runs to the end.</summary>
    /// <param name="input">The object whose inputs are given. It is not changed.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="ArgumentException">An input is null or cannot be converted. Nothing was asked.</exception>
    /// <exception cref="RunException">The run failed; the exception has the trajectory.</exception>
    /// <exception cref="RunCanceledException">The run was cancelled; the exception has the trajectory.</exception>
    public Task<Prediction<TSignature>> RunAsync(TSignature input, CancellationToken cancellationToken = default) => RunAsync(input, session: null, cancellationToken);

    /// <summary>Runs to the end in a session, where it finds what the code of earlier runs computed.</summary>
    /// <param name="input">The object whose inputs are given. It is not changed.</param>
    /// <param name="session">The session; null for an interpreter of its own.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="ArgumentException">An input is null or cannot be converted. Nothing was asked.</exception>
    /// <exception cref="InvalidOperationException">The session is in use by another run.</exception>
    /// <exception cref="RunException">The run failed; the exception has the trajectory.</exception>
    /// <exception cref="RunCanceledException">The run was cancelled; the exception has the trajectory.</exception>
    public async Task<Prediction<TSignature>> RunAsync(TSignature input, RecursiveSession? session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var prediction = await _core.RunAsync(Request(input, session), cancellationToken).ConfigureAwait(false);
        return (Prediction<TSignature>)prediction;
    }

    /// <summary>Runs and tells what happens while it does. The last update is a <see cref="RunFinishedUpdate"/> whose prediction is a <see cref="Prediction{TSignature}"/>.</summary>
    /// <remarks>Each enumeration is a run of its own. Whoever stops reading ends the run. Failures are thrown by the enumeration, as by <see cref="RunAsync(TSignature, CancellationToken)"/>.</remarks>
    /// <param name="input">The object whose inputs are given. It is not changed.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="ArgumentException">An input is null or cannot be converted. Nothing was asked.</exception>
    public IAsyncEnumerable<RunUpdate> RunStreamingAsync(TSignature input, CancellationToken cancellationToken = default) => RunStreamingAsync(input, session: null, cancellationToken);

    /// <summary>Runs in a session and tells what happens while it does.</summary>
    /// <remarks>Each enumeration is a run of its own. Whoever stops reading ends the run.</remarks>
    /// <param name="input">The object whose inputs are given. It is not changed.</param>
    /// <param name="session">The session; null for an interpreter of its own.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="ArgumentException">An input is null or cannot be converted. Nothing was asked.</exception>
    public IAsyncEnumerable<RunUpdate> RunStreamingAsync(TSignature input, RecursiveSession? session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return _core.RunStreamingAsync(Request(input, session), cancellationToken);
    }

    private RunRequest Request(TSignature input, RecursiveSession? session) => new()
    {
        Inputs = _core.Inputs.Convert(input),
        Instance = input,
        Apply = outputs => ResultObject.Make(Signature, input, outputs),
        Finish = outcome => new Prediction<TSignature>(outcome, _serializerOptions),
        Session = session,
    };
}
