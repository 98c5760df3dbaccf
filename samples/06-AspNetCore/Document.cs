namespace Samples;

internal static class Document
{
    public static string Text { get; } = string.Concat(Enumerable.Repeat("It was the best of times, it was the worst of times. ", 10_000)).Trim();
}
