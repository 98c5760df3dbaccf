using System.Runtime.CompilerServices;

namespace Rlm;

/// <summary>Extensions of the stream of updates that a run gives.</summary>
public static class RunUpdateExtensions
{
    /// <summary>Passes the updates on and writes a line for each before it does; if the run throws, one for that too.</summary>
    /// <param name="updates">The updates, as <c>RunStreamingAsync</c> gives them.</param>
    /// <param name="writer">What writes the lines. It is not disposed of.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public static IAsyncEnumerable<RunUpdate> WriteJsonlAsync(this IAsyncEnumerable<RunUpdate> updates, TrajectoryJsonlWriter writer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(updates);
        ArgumentNullException.ThrowIfNull(writer);
        return WriteAsync(updates, writer, cancellationToken);
    }

    private static async IAsyncEnumerable<RunUpdate> WriteAsync(IAsyncEnumerable<RunUpdate> updates, TrajectoryJsonlWriter writer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var enumerator = updates.GetAsyncEnumerator(cancellationToken);
        await using (enumerator.ConfigureAwait(false))
        {
            while (true)
            {
                try
                {
                    if (!await enumerator.MoveNextAsync().ConfigureAwait(false))
                    {
                        yield break;
                    }
                }
                catch (Exception exception)
                {
                    await writer.WriteFailureAsync(exception, CancellationToken.None).ConfigureAwait(false);
                    throw;
                }

                await writer.WriteAsync(enumerator.Current, cancellationToken).ConfigureAwait(false);
                yield return enumerator.Current;
            }
        }
    }
}
