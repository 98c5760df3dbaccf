using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Rlm.Tests.ScriptedChatClient;

namespace Rlm.Tests.DependencyInjection;

public class AddRecursiveModuleTests
{
    private sealed class Greeting
    {
        [Input]
        public string Name { get; init; } = "Ada";

        [Output]
        public string Text { get; init; } = "";
    }

    private sealed class NotASignature
    {
        public string Name { get; init; } = "";
    }

    private sealed record Prefix(string Text);

    private sealed class Recorder : ILoggerFactory, ILogger
    {
        public List<string> Categories { get; } = [];

        public ILogger CreateLogger(string categoryName)
        {
            Categories.Add(categoryName);
            return this;
        }

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => false;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }

    private static IServiceCollection Services(params string[] codes) =>
        new ServiceCollection().AddSingleton<IChatClient>(new ScriptedChatClient([.. codes.Select(code => (object)Code(code))]));

    [Fact]
    public async Task Add_ClientInTheContainer_ModuleRuns()
    {
        await using var provider = Services("SUBMIT('Hello ' + name)").AddRecursiveModule<Greeting>().BuildServiceProvider();

        var prediction = await provider.GetRequiredService<RecursiveModule<Greeting>>().RunAsync(new());

        Assert.Equal("Hello Ada", prediction.Result.Text);
        Assert.Same(provider.GetRequiredService<RecursiveModule<Greeting>>(), provider.GetRequiredService<RecursiveModule<Greeting>>());
    }

    [Fact]
    public async Task Add_Configured_OptionsLoggerAndServicesReachTheRun()
    {
        var recorder = new Recorder();
        await using var provider = Services("SUBMIT(greet(name))")
            .AddSingleton<ILoggerFactory>(recorder)
            .AddSingleton(new Prefix("Good day, "))
            .AddRecursiveModule<Greeting>(options =>
            {
                options.MaxIterations = 1;
                options.Tools = [AIFunctionFactory.Create((string name, IServiceProvider services) => services.GetRequiredService<Prefix>().Text + name, "greet")];
            })
            .BuildServiceProvider();

        var prediction = await provider.GetRequiredService<RecursiveModule<Greeting>>().RunAsync(new());

        Assert.Equal("Good day, Ada", prediction.Result.Text);
        Assert.Equal(["Rlm.RecursiveModule"], recorder.Categories);
    }

    [Fact]
    public async Task Add_ConfiguredFromServices_SeesThem()
    {
        await using var provider = Services("SUBMIT(greet(name))")
            .AddSingleton(new Prefix("Hi "))
            .AddRecursiveModule<Greeting>((services, options) => options.Tools = [AIFunctionFactory.Create((string name) => services.GetRequiredService<Prefix>().Text + name, "greet")])
            .BuildServiceProvider();

        Assert.Equal("Hi Ada", (await provider.GetRequiredService<RecursiveModule<Greeting>>().RunAsync(new())).Result.Text);
    }

    [Fact]
    public async Task AddKeyed_TwoModulesOfOneSignature_HaveTheirOwnClientsAndOptions()
    {
        var services = new ServiceCollection();
        services.AddKeyedSingleton<IChatClient>("fast", new ScriptedChatClient(Code("SUBMIT('fast')")));
        services.AddKeyedSingleton<IChatClient>("good", new ScriptedChatClient(Code("1"), """{"text": "good"}"""));
        services.AddKeyedRecursiveModule<Greeting>("a", chatClientKey: "fast").AddKeyedRecursiveModule<Greeting>("b", (_, options) => options.MaxIterations = 1, "good");
        services.AddRecursiveModule<Greeting>(chatClientKey: "fast");
        await using var provider = services.BuildServiceProvider();

        Assert.Equal("fast", (await provider.GetRequiredKeyedService<RecursiveModule<Greeting>>("a").RunAsync(new())).Result.Text);
        Assert.Equal(StopReason.MaxIterations, (await provider.GetRequiredKeyedService<RecursiveModule<Greeting>>("b").RunAsync(new())).StopReason);
        Assert.NotNull(provider.GetService<RecursiveModule<Greeting>>());
    }

    [Fact]
    public void Get_NoClient_SaysWhatIsMissing()
    {
        using var provider = new ServiceCollection().AddRecursiveModule<Greeting>().AddKeyedRecursiveModule<Greeting>("k", chatClientKey: "fast").BuildServiceProvider();

        Assert.Equal(
            "The module of 'Greeting' needs a chat client: register an IChatClient.",
            Assert.Throws<InvalidOperationException>(provider.GetRequiredService<RecursiveModule<Greeting>>).Message);
        Assert.Equal(
            "The module of 'Greeting' needs a chat client: register an IChatClient with the key 'fast'.",
            Assert.Throws<InvalidOperationException>(() => provider.GetRequiredKeyedService<RecursiveModule<Greeting>>("k")).Message);
    }

    [Fact]
    public void Get_BadOptionsOrSignature_Throws()
    {
        using var provider = Services().AddRecursiveModule<Greeting>(options => options.MaxIterations = 0).AddRecursiveModule<NotASignature>().BuildServiceProvider();

        Assert.Contains("MaxIterations must be at least 1", Assert.Throws<ArgumentException>(provider.GetRequiredService<RecursiveModule<Greeting>>).Message, StringComparison.Ordinal);
        Assert.Throws<SignatureException>(provider.GetRequiredService<RecursiveModule<NotASignature>>);
    }

    [Fact]
    public async Task Dispose_Container_LeavesTheClientOfTheCallerAlone()
    {
        var client = new ScriptedChatClient();
        var provider = new ServiceCollection().AddSingleton<IChatClient>(client).AddRecursiveModule<Greeting>().BuildServiceProvider();
        provider.GetRequiredService<RecursiveModule<Greeting>>();

        await provider.DisposeAsync();

        Assert.False(client.IsDisposed);
    }

    [Fact]
    public void Add_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => ((IServiceCollection)null!).AddRecursiveModule<Greeting>());
        Assert.Throws<ArgumentNullException>(() => new ServiceCollection().AddRecursiveModule<Greeting>((Action<IServiceProvider, RecursiveModuleOptions>)null!));
        Assert.Throws<ArgumentNullException>(() => new ServiceCollection().AddKeyedRecursiveModule<Greeting>(null!));
    }
}
