using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Inspection;

/// <content>Putting entries on one line or several.</content>
internal sealed partial class Inspector
{
    /// <summary>Up to so many elements are never arranged in columns.</summary>
    private const int MaxUngrouped = 6;
    private const int MaxColumns = 15;

    /// <summary>Between the columns stand a comma and a space.</summary>
    private const int SeparatorLength = 2;

    /// <summary>Characters are about so much higher than wide, so that as many columns as rows times this make a square.</summary>
    private const double CharacterHeight = 2.5;

    private string Layout(List<string> entries, string start, string opening, string closing, bool isArray, int level, JsObject instance)
    {
        int count = entries.Count;
        if (isArray && count > MaxUngrouped)
        {
            entries = GroupElements(entries, instance);
        }

        string head = start.Length == 0 ? opening : $"{start} {opening}";
        bool mayBeOneLine = _lastLevel - level < _options.Compact && count == entries.Count;
        if (mayBeOneLine && FitsOnLine(entries, start, opening))
        {
            string joined = string.Join(", ", entries);
            if (!joined.Contains('\n'))
            {
                return Charged($"{head} {joined} {closing}");
            }
        }

        string indentation = Spaces(_indentation);
        return Charged($"{head}\n{indentation}  {string.Join($",\n{indentation}  ", entries)}\n{indentation}{closing}");
    }

    private bool FitsOnLine(List<string> entries, string start, string opening)
    {
        int total = entries.Count + entries.Count + _indentation + opening.Length + start.Length + 10;
        if (total + entries.Count > _options.BreakLength)
        {
            return false;
        }

        foreach (string entry in entries)
        {
            total += entry.Length;
            if (total > _options.BreakLength)
            {
                return false;
            }
        }

        return !start.Contains('\n');
    }

    /// <summary>Arranges short elements in columns, so that their block is about square.</summary>
    private List<string> GroupElements(List<string> entries, JsObject instance)
    {
        bool hasRemainder = entries.Count > _options.MaxArrayLength;
        int count = hasRemainder ? entries.Count - 1 : entries.Count;
        var widths = new int[count];
        int total = 0;
        int longest = 0;
        for (int i = 0; i < count; i++)
        {
            widths[i] = TextWidth.Of(entries[i]);
            total += widths[i] + SeparatorLength;
            longest = Math.Max(longest, widths[i]);
        }

        int cell = longest + SeparatorLength;
        if ((cell * 3) + _indentation >= _options.BreakLength || ((double)total / cell <= 5 && longest > MaxUngrouped))
        {
            return entries;
        }

        double bias = Math.Sqrt(cell - ((double)total / entries.Count));
        double biased = Math.Max(cell - 3 - bias, 1);
        int columns = (int)Math.Min(
            Math.Min(Math.Floor((Math.Sqrt(CharacterHeight * biased * count) / biased) + 0.5), Math.Floor((_options.BreakLength - _indentation) / (double)cell)),
            Math.Min(_options.Compact * 4, MaxColumns));
        return columns <= 1 ? entries : InColumns(entries, widths, columns, AreNumbers(instance, entries.Count), hasRemainder);
    }

    private static List<string> InColumns(List<string> entries, int[] widths, int columns, bool alignsRight, bool hasRemainder)
    {
        var columnWidths = new int[columns];
        for (int i = 0; i < widths.Length; i++)
        {
            columnWidths[i % columns] = Math.Max(columnWidths[i % columns], widths[i] + SeparatorLength);
        }

        var rows = new List<string>();
        for (int first = 0; first < widths.Length; first += columns)
        {
            int end = Math.Min(first + columns, widths.Length);
            var row = new System.Text.StringBuilder();
            for (int i = first; i < end; i++)
            {
                bool isLast = i == end - 1;
                int padding = columnWidths[i - first] - widths[i] - SeparatorLength;
                row.Append(' ', alignsRight ? padding : 0).Append(entries[i]).Append(isLast ? string.Empty : ", ");
                row.Append(' ', alignsRight || isLast ? 0 : padding);
            }

            rows.Add(row.ToString());
        }

        if (hasRemainder)
        {
            rows.Add(entries[^1]);
        }

        return rows;
    }

    private static bool AreNumbers(JsObject instance, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (!instance.GetOwnProperty((uint)i, out Property property) || property.IsAccessor || !(property.Value.IsNumber || property.Value.IsBigInt))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reports the copying of a text whose parts have been counted before.</summary>
    private string Charged(string text)
    {
        _agent.Meter.Copy(text.Length);
        return text;
    }

    private static string Spaces(int count) => new(' ', count);
}
