namespace Rlm.Interpreters;

/// <summary>Puts data between fences that nothing inside can close.</summary>
internal static class DataFence
{
    private const int Shortest = 3;

    public static string Around(string data)
    {
        var fence = new string('`', Math.Max(Shortest, LongestRun(data) + 1));
        return $"{fence}\n{data}{(data.EndsWith('\n') ? "" : "\n")}{fence}";
    }

    private static int LongestRun(string data)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in data)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
