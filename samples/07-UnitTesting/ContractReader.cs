using System.ComponentModel;
using Microsoft.Extensions.AI;
using Rlm;

namespace UnitTesting;

/// <summary>The code under test: a class of an application that reads contracts with a module.</summary>
public sealed class ContractReader(IChatClient chatClient, Func<string, decimal> exchangeRate)
{
    private readonly RecursiveModule<ReadContract> _module = new(chatClient, new RecursiveModuleOptions
    {
        MaxIterations = 5,
        MaxSubCalls = 10,
        Tools = [AIFunctionFactory.Create(exchangeRate, "exchangeRate", "Gives the euros that one unit of a currency is worth.")],
    });

    /// <summary>Gives the notice period in days, or null where the contract could not be read.</summary>
    public async Task<int?> NoticePeriodAsync(string contract, CancellationToken cancellationToken = default)
    {
        try
        {
            var prediction = await _module.RunAsync(new ReadContract { Contract = contract }, cancellationToken);
            return prediction.StopReason is StopReason.Submitted ? prediction.Result.NoticeDays : null;
        }
        catch (RunException)
        {
            return null;
        }
    }
}

/// <summary>The signature.</summary>
[Description("Find the notice period of the contract.")]
public sealed class ReadContract
{
    /// <summary>Gets the text.</summary>
    [Input]
    public required string Contract { get; init; }

    /// <summary>Gets the notice period in days.</summary>
    [Output, Description("In days; a month has 30.")]
    public int NoticeDays { get; init; }
}
