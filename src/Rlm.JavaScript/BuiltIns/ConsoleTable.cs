using Rlm.JavaScript.BuiltIns.Inspection;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>Lays out what <c>console.table</c> prints.</summary>
internal sealed class ConsoleTable(Agent agent, ConsolePrinter printer)
{
    private const int MaxColumns = 1_000;
    private static readonly InspectOptions Cell = new() { Depth = 0, MaxArrayLength = 3, BreakLength = int.MaxValue };

    private readonly List<string> _headers = [];
    private readonly List<List<string>> _columns = [];

    /// <summary>Rows are read until so much text is made that no more would be kept.</summary>
    private long _remaining = agent.Console.Remaining;

    public void Write(JsObject data, JsArray? properties)
    {
        data = ProxyLink.Innermost(data) ?? data;
        switch (data)
        {
            case JsMap map:
                ReadMap(map);
                break;
            case JsSet set:
                ReadSet(set);
                break;
            default:
                ReadRows(data, properties);
                break;
        }

        Print();
    }

    private void ReadMap(JsMap map)
    {
        List<string> index = AddColumn("(iteration index)");
        List<string> keys = AddColumn("Key");
        List<string> values = AddColumn("Values");
        long cursor = 0;
        while (_remaining >= 0 && map.Table.MoveNext(ref cursor, out Value key, out Value value))
        {
            index.Add(NumberText.ToText(index.Count));
            keys.Add(Show(key));
            values.Add(Show(value));
        }
    }

    private void ReadSet(JsSet set)
    {
        List<string> index = AddColumn("(iteration index)");
        List<string> values = AddColumn("Values");
        long cursor = 0;
        while (_remaining >= 0 && set.Table.MoveNext(ref cursor, out Value key, out _))
        {
            index.Add(NumberText.ToText(index.Count));
            values.Add(Show(key));
        }
    }

    /// <summary>One row for each property, one column for each name that any row has: indices ascending, then names in order of appearance.</summary>
    private void ReadRows(JsObject data, JsArray? properties)
    {
        List<string> index = AddColumn("(index)");
        var byKey = new Dictionary<PropertyKey, List<string>>();
        var order = new List<PropertyKey>();
        List<PropertyKey>? wanted = properties is null ? null : KeysIn(properties);
        var values = new List<string>();
        bool hasValues = false;
        foreach (PropertyKey rowKey in EnumerableKeys(data))
        {
            if (_remaining < 0)
            {
                break;
            }

            int row = index.Count;
            index.Add(Counted(rowKey.ToString()));
            Value item = DataOf(data, rowKey);
            JsObject? instance = item.Reference is JsObject entry ? ProxyLink.Innermost(entry) : null;
            if (instance is null && wanted is null)
            {
                hasValues = true;
                Fill(values, row);
                values.Add(Show(item));
                continue;
            }

            foreach (PropertyKey key in wanted ?? EnumerableKeys(instance!))
            {
                if (!byKey.TryGetValue(key, out List<string>? column))
                {
                    if (order.Count >= MaxColumns)
                    {
                        break;
                    }

                    column = [];
                    byKey.Add(key, column);
                    order.Add(key);
                }

                if (instance is not null && instance.GetOwnProperty(key, out Property property))
                {
                    Fill(column, row);
                    column.Add(property.IsAccessor ? "[Getter]" : Show(property.Value));
                }
            }
        }

        foreach (PropertyKey key in order.OrderBy(key => key.IsIndex ? key.Index : PropertyKey.MaxIndex + 1L))
        {
            Fill(byKey[key], index.Count);
            _headers.Add(key.ToString());
            _columns.Add(byKey[key]);
        }

        if (hasValues)
        {
            Fill(values, index.Count);
            _headers.Add("Values");
            _columns.Add(values);
        }
    }

    private List<PropertyKey> KeysIn(JsArray properties)
    {
        var keys = new List<PropertyKey>();
        for (uint i = 0; i < Math.Min(properties.Length, MaxColumns); i++)
        {
            if (properties.TryGetDense(i, out Value value) && !value.IsObject && !value.IsSymbol)
            {
                keys.Add(agent.ToPropertyKey(value));
            }
        }

        return keys;
    }

    private List<PropertyKey> EnumerableKeys(JsObject instance)
    {
        List<PropertyKey> keys = agent.OwnKeys(instance);
        keys.RemoveAll(key => key.IsSymbol || !instance.GetOwnProperty(key, out Property property) || !property.IsEnumerable);
        return keys;
    }

    private static Value DataOf(JsObject instance, PropertyKey key) =>
        instance.GetOwnProperty(key, out Property property) && !property.IsAccessor ? property.Value : Value.Undefined;

    private List<string> AddColumn(string header)
    {
        var column = new List<string>();
        _headers.Add(header);
        _columns.Add(column);
        return column;
    }

    private string Show(Value value)
    {
        bool isLarge = value.Reference is JsObject and not JsArray && EnumerableKeys(value.AsObject()).Count > 2;
        return Counted(printer.Inspect(value, isLarge ? Cell with { Depth = -1 } : Cell));
    }

    private string Counted(string text)
    {
        agent.Meter.Work(1);
        agent.Meter.Copy(text.Length);
        _remaining -= text.Length;
        return text;
    }

    private void Fill(List<string> column, int rows)
    {
        agent.Meter.Work(Math.Max(rows - column.Count, 0));
        agent.Meter.Allocate(8L * Math.Max(rows - column.Count, 0));
        while (column.Count < rows)
        {
            column.Add(string.Empty);
        }
    }

    private void Print()
    {
        int[] widths = [.. _columns.Select((column, i) => column.Append(_headers[i]).Max(TextWidth.Of) + 2)];
        PrintRule(widths, '┌', '┬', '┐');
        PrintRow(widths, i => _headers[i]);
        PrintRule(widths, '├', '┼', '┤');
        for (int row = 0; row < _columns[0].Count && !agent.Console.IsFull; row++)
        {
            agent.Meter.Work(widths.Length);
            PrintRow(widths, i => _columns[i][row]);
        }

        PrintRule(widths, '└', '┴', '┘');
    }

    private void PrintRow(int[] widths, Func<int, string> textOf)
    {
        for (int i = 0; i < widths.Length; i++)
        {
            string text = textOf(i);
            printer.Write(i == 0 ? "│ " : " │ ");
            printer.Write(text);
            WriteRepeated(' ', widths[i] - TextWidth.Of(text) - 2);
        }

        printer.Write(" │");
        printer.EndLine();
    }

    private void PrintRule(int[] widths, char left, char middle, char right)
    {
        for (int i = 0; i < widths.Length; i++)
        {
            printer.Write([i == 0 ? left : middle]);
            WriteRepeated('─', widths[i]);
        }

        printer.Write([right]);
        printer.EndLine();
    }

    /// <summary>Writes in pieces: a column is as wide as its longest text, which may be long.</summary>
    private void WriteRepeated(char character, int count)
    {
        Span<char> piece = stackalloc char[Math.Clamp(count, 0, 256)];
        piece.Fill(character);
        for (; count > 0 && !agent.Console.IsFull; count -= piece.Length)
        {
            printer.Write(piece[..Math.Min(count, piece.Length)]);
        }
    }
}
