namespace Rlm.Signatures;

/// <summary>Shows a place in a text: the surroundings on one line, a caret below.</summary>
internal static class CaretDisplay
{
    private const int Reach = 60;

    public static string Show(string text, int position)
    {
        var start = Math.Max(0, position - Reach);
        var end = Math.Min(text.Length, position + Reach);
        var line = string.Create(end - start, (text, start), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var c = state.text[state.start + i];
                span[i] = char.IsControl(c) ? ' ' : c;
            }
        });
        var before = start > 0 ? "…" : "";
        var after = end < text.Length ? "…" : "";
        return $"  {before}{line}{after}\n  {new string(' ', before.Length + position - start)}^";
    }
}
