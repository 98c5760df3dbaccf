using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Rlm.Modules;
using Rlm.Signatures;

namespace Rlm;

/// <summary>Answers the outputs of a signature class by asking a language model once, which is to think before it answers. The thoughts are <see cref="Prediction.FinalReasoning"/>.</summary>
/// <typeparam name="TSignature">A class whose properties are marked with <see cref="InputAttribute"/> and <see cref="OutputAttribute"/>.</typeparam>
/// <remarks>
/// Each call of the language model is a turn of the trajectory whose output is the reply. A reply that does not fit the signature is
/// answered once with all that is wrong with it. For inputs that are too large for a prompt there is <see cref="RecursiveModule{TSignature}"/>.
/// A module holds no state of its runs: one instance serves any number of them at the same time. It never disposes of its client.
/// </remarks>
public sealed class ChainOfThought<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TSignature>
    where TSignature : class
{
    private readonly PredictCore _core;

    /// <summary>Initializes a new instance of the <see cref="ChainOfThought{TSignature}"/> class.</summary>
    /// <param name="chatClient">The language model.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="loggerFactory">Where the module logs.</param>
    /// <param name="services">The services that validation attributes may ask for.</param>
    /// <exception cref="SignatureException">The class is no signature; the message names every property that is wrong.</exception>
    /// <exception cref="ArgumentException">The options are not valid; the message names everything that is wrong.</exception>
    public ChainOfThought(IChatClient chatClient, PredictOptions? options = null, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null) =>
        _core = new PredictCore(serializerOptions => SignatureReader.Read(typeof(TSignature), serializerOptions), chatClient, options, loggerFactory, services, asksForReasoning: true);

    /// <summary>Gets the signature.</summary>
    public Signature Signature => _core.Signature;

    /// <summary>Asks for the outputs.</summary>
    /// <param name="input">The object whose inputs are given. They go into the prompt in full. It is not changed.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="ArgumentException">An input is null, too long, or cannot be converted. Nothing was asked.</exception>
    /// <exception cref="InvalidReplyException">No reply fits the signature; the exception has the replies.</exception>
    /// <exception cref="LanguageModelException">The language model failed.</exception>
    /// <exception cref="RunCanceledException">The run was cancelled; the exception has the trajectory.</exception>
    public Task<Prediction<TSignature>> RunAsync(TSignature input, CancellationToken cancellationToken = default) => _core.RunAsync(input, cancellationToken);
}
