using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Rlm.Modules;

namespace Rlm;

/// <summary>Answers the outputs of a signature by asking a language model once, with the inputs in the prompt.</summary>
/// <remarks>
/// Each call of the language model is a turn of the trajectory whose output is the reply. A reply that does not fit the signature is
/// answered once with all that is wrong with it. For inputs that are too large for a prompt there is <see cref="RecursiveModule"/>.
/// A module holds no state of its runs: one instance serves any number of them at the same time. It never disposes of its client.
/// </remarks>
public sealed class Predict
{
    private readonly PredictCore _core;

    /// <summary>Initializes a new instance of the <see cref="Predict"/> class for a signature written as text.</summary>
    /// <param name="signature">The signature, in the notation of <see cref="Signature.Parse"/>.</param>
    /// <param name="chatClient">The language model.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="loggerFactory">Where the module logs.</param>
    /// <param name="services">The services that validation attributes may ask for.</param>
    /// <exception cref="SignatureException">The signature is not valid.</exception>
    /// <exception cref="ArgumentException">The options are not valid; the message names everything that is wrong.</exception>
    public Predict(string signature, IChatClient chatClient, PredictOptions? options = null, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null)
        : this(Signature.Parse(signature), chatClient, options, loggerFactory, services)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="Predict"/> class.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="chatClient">The language model.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="loggerFactory">Where the module logs.</param>
    /// <param name="services">The services that validation attributes may ask for.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message names everything that is wrong.</exception>
    public Predict(Signature signature, IChatClient chatClient, PredictOptions? options = null, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null)
    {
        ArgumentNullException.ThrowIfNull(signature);
        _core = new PredictCore(_ => signature, chatClient, options, loggerFactory, services, asksForReasoning: false);
    }

    /// <summary>Gets the signature.</summary>
    public Signature Signature => _core.Signature;

    /// <summary>Asks for the outputs.</summary>
    /// <param name="inputs">The inputs by name. They go into the prompt in full.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="ArgumentException">An input is unknown, missing, too long, or cannot be converted. Nothing was asked.</exception>
    /// <exception cref="InvalidReplyException">No reply fits the signature; the exception has the replies.</exception>
    /// <exception cref="LanguageModelException">The language model failed.</exception>
    /// <exception cref="RunCanceledException">The run was cancelled; the exception has the trajectory.</exception>
    public Task<Prediction> RunAsync(IReadOnlyDictionary<string, object?> inputs, CancellationToken cancellationToken = default) => _core.RunAsync(inputs, cancellationToken);
}
