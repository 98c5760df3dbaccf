using System.Runtime.ExceptionServices;

namespace Rlm.Fuzz.Properties;

/// <summary>
/// Runs programs on a thread with a small stack, so that recursion in the engine shows. It has room for what the engine bounds by a fixed depth: where it
/// looks at the stack that is left, the work until an error would depend on how the just-in-time compiler lays out frames: 64 runs of the dispatch loop take
/// 380 KB before it is optimised, and 128 KB have to be left.
/// </summary>
internal static class SmallStack
{
    private const int Size = 768 * 1024;

    public static T Run<T>(Func<T> function)
    {
        T? result = default;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = function();
                }
#pragma warning disable CA1031 // It is thrown again on the thread that waits.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            Size);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }
}
