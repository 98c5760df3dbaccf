namespace Rlm.Interpreters;

/// <summary>Puts data between fences that nothing inside can close.</summary>
internal static class DataFence
{
    private const int Shortest = 3;

    /// <param name="data">What stands between the fences.</param>
    /// <param name="language">What the opening fence says of it.</param>
    public static string Around(string data, string language = "")
    {
        var fence = new string('`', Math.Max(Shortest, LongestRun(data) + 1));
        return $"{fence}{language}\n{data}{(data.EndsWith('\n') ? "" : "\n")}{fence}";
    }

    /// <summary>The length of the longest run of back-ticks.</summary>
    public static int LongestRun(string data)
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
