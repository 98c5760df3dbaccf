using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Rlm;

/// <summary>Registers modules with a container.</summary>
/// <remarks>
/// A module is a singleton: it holds no state of its runs. It takes its <see cref="IChatClient"/> and, where there is one, the <see cref="ILoggerFactory"/> from the container, and gives the
/// container as services to tools and validation attributes. That is the container itself, not a scope of it: a tool that needs scoped services makes a scope.
/// The options are checked when the module is asked for first.
/// </remarks>
public static class RecursiveModuleServiceCollectionExtensions
{
    /// <summary>Registers <see cref="RecursiveModule{TSignature}"/>. Of several registrations for one signature the last counts.</summary>
    /// <typeparam name="TSignature">The signature class.</typeparam>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets the options; null for the defaults.</param>
    /// <param name="chatClientKey">The key of the chat client; null for the one without a key.</param>
    public static IServiceCollection AddRecursiveModule<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TSignature>(
        this IServiceCollection services, Action<RecursiveModuleOptions>? configure = null, object? chatClientKey = null)
        where TSignature : class
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddSingleton(provider => Create<TSignature>(provider, (_, options) => configure?.Invoke(options), chatClientKey));
    }

    /// <summary>Registers <see cref="RecursiveModule{TSignature}"/> with options that need other services, such as tools. Of several registrations for one signature the last counts.</summary>
    /// <typeparam name="TSignature">The signature class.</typeparam>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets the options.</param>
    /// <param name="chatClientKey">The key of the chat client; null for the one without a key.</param>
    public static IServiceCollection AddRecursiveModule<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TSignature>(
        this IServiceCollection services, Action<IServiceProvider, RecursiveModuleOptions> configure, object? chatClientKey = null)
        where TSignature : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddSingleton(provider => Create<TSignature>(provider, configure, chatClientKey));
    }

    /// <summary>Registers <see cref="RecursiveModule{TSignature}"/> under a key, for several modules of one signature.</summary>
    /// <typeparam name="TSignature">The signature class.</typeparam>
    /// <param name="services">The services to add to.</param>
    /// <param name="serviceKey">The key of the module.</param>
    /// <param name="configure">Sets the options; null for the defaults.</param>
    /// <param name="chatClientKey">The key of the chat client; null for the one without a key.</param>
    public static IServiceCollection AddKeyedRecursiveModule<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TSignature>(
        this IServiceCollection services, object serviceKey, Action<IServiceProvider, RecursiveModuleOptions>? configure = null, object? chatClientKey = null)
        where TSignature : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        return services.AddKeyedSingleton(serviceKey, (provider, _) => Create<TSignature>(provider, configure, chatClientKey));
    }

    private static RecursiveModule<TSignature> Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TSignature>(
        IServiceProvider provider, Action<IServiceProvider, RecursiveModuleOptions>? configure, object? chatClientKey)
        where TSignature : class
    {
        var options = new RecursiveModuleOptions();
        configure?.Invoke(provider, options);
        return new RecursiveModule<TSignature>(ChatClient(provider, typeof(TSignature), chatClientKey), options, provider.GetService<ILoggerFactory>(), provider);
    }

    private static IChatClient ChatClient(IServiceProvider provider, Type signature, object? key)
    {
        var client = key is null ? provider.GetService<IChatClient>() : provider.GetKeyedService<IChatClient>(key);
        return client ?? throw new InvalidOperationException(
            $"The module of '{signature.Name}' needs a chat client: register an {nameof(IChatClient)}{(key is null ? "" : $" with the key '{key}'")}.");
    }
}
