// A module of one's own: a plain class that composes two modules, one for what is large and one for what is small, and adds what the application knows. It takes the chat client that the application
// has anyway, and each of its calls is independent, so that one instance serves all.
using System.ComponentModel;
using Microsoft.Extensions.AI;
using Rlm;
using Samples;

using var reading = SampleModel.Choose(
    """
    Orders whose total does not match their items are suspicious. I compute that.

    ```js
    const suspicious = orders.filter(order => {
      const sum = order.items.reduce((total, item) => total + item.quantity * item.price, 0);
      return Math.abs(sum - order.total) > 0.005;
    });
    print(orders.length, suspicious.length);
    SUBMIT(suspicious.map(order => ({ orderId: order.id, reason: `The items add up to ${order.items.reduce((t, i) => t + i.quantity * i.price, 0).toFixed(2)}, not ${order.total}.` })));
    ```
    """);
using var writing = SampleModel.Choose(
    """
    { "letter": "Dear Ada, two of your orders need a look: 1234 and 4321. The items of each add up to 16.25, but 26.25 was charged." }
    """);

var audit = new OrderAudit(reading, writing);
var report = await audit.RunAsync("Ada", SampleOrders.Make(count: 5_000));

Console.WriteLine(report.Letter);
Console.WriteLine($"\n{report.Findings.Count} findings, {report.Tokens} tokens in both runs.");

namespace Samples
{
    /// <summary>Finds what is wrong with orders, and writes to the customer about it; without findings nobody is written to.</summary>
    internal sealed class OrderAudit(IChatClient reading, IChatClient writing)
    {
        private readonly RecursiveModule<FindIrregularities> _find = new(reading, new RecursiveModuleOptions { MaxIterations = 8 });

        // What is small goes into one prompt: no sandbox, one call, the same signatures.
        private readonly Predict<WriteLetter> _write = new(writing);

        public async Task<AuditReport> RunAsync(string customer, IReadOnlyList<Order> orders, CancellationToken cancellationToken = default)
        {
            var found = await _find.RunAsync(new FindIrregularities { Orders = orders }, cancellationToken);

            // What a model says is checked against what the application knows.
            var known = orders.Select(order => order.Id).ToHashSet();
            var findings = found.Result.Findings.Where(finding => known.Contains(finding.OrderId)).ToList();
            if (findings.Count == 0)
            {
                return new AuditReport(findings, "Nothing to report.", Tokens(found));
            }

            var written = await _write.RunAsync(new WriteLetter { Customer = customer, Findings = findings }, cancellationToken);
            return new AuditReport(findings, written.Result.Letter, Tokens(found) + Tokens(written));
        }

        private static long Tokens(Prediction prediction) => (prediction.Usage.InputTokenCount ?? 0) + (prediction.Usage.OutputTokenCount ?? 0);
    }

    internal sealed record AuditReport(IReadOnlyList<Finding> Findings, string Letter, long Tokens);

    [Description("Find the orders that are irregular: wrong totals, impossible quantities, anything that a careful clerk would stop at.")]
    internal sealed class FindIrregularities
    {
        [Input]
        public required IReadOnlyList<Order> Orders { get; init; }

        [Output, Description("One for each irregular order.")]
        public IReadOnlyList<Finding> Findings { get; init; } = [];
    }

    [Description("Write a short and polite letter to the customer about the findings.")]
    internal sealed class WriteLetter
    {
        [Input]
        public required string Customer { get; init; }

        [Input]
        public required IReadOnlyList<Finding> Findings { get; init; }

        [Output]
        public string Letter { get; init; } = "";
    }

    internal sealed record Finding(int OrderId, string Reason);

    internal sealed record Order(int Id, IReadOnlyList<Item> Items, decimal Total);

    internal sealed record Item(string Article, int Quantity, decimal Price);

    /// <summary>Makes orders that are the same every time; two of their totals are wrong.</summary>
    internal static class SampleOrders
    {
        public static IReadOnlyList<Order> Make(int count) => [.. Enumerable.Range(1, count).Select(id =>
        {
            Item[] items = [new("pen", (id % 7) + 1, 1.25m), new("book", id % 3, 12.50m)];
            var total = items.Sum(item => item.Quantity * item.Price);
            return new Order(id, items, id is 1_234 or 4_321 ? total + 10 : total);
        })];
    }
}
