using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Inspection;

/// <content>The entries of collections.</content>
internal sealed partial class Inspector
{
    private void FillArray(JsArray array, List<string> entries, int level)
    {
        if (!array.IsDense)
        {
            FillElements(array, array.Length, entries, level);
            return;
        }

        int index = 0;
        while (index < array.Count && entries.Count < _options.MaxArrayLength && !IsSpent)
        {
            int start = index;
            while (index < array.Count && array.Items[index].IsHole)
            {
                _agent.Meter.Work(1);
                index++;
            }

            if (index > start)
            {
                entries.Add(EmptyItems(index - start));
                continue;
            }

            _indentation += 2;
            entries.Add(Format(array.Items[index], level));
            _indentation -= 2;
            index++;
        }

        AddRemaining(entries, array.Count - index);
    }

    /// <summary>The elements of an array that is not dense, or of an arguments object.</summary>
    private void FillElements(JsObject source, uint length, List<string> entries, int level)
    {
        double next = 0;
        foreach (PropertyKey key in _agent.OwnKeys(source))
        {
            if (!key.IsIndex || key.Index >= length || entries.Count >= _options.MaxArrayLength || IsSpent)
            {
                break;
            }

            if (key.Index > next)
            {
                entries.Add(EmptyItems(key.Index - next));
                next = key.Index;
                if (entries.Count >= _options.MaxArrayLength)
                {
                    break;
                }
            }

            entries.Add(FormatProperty(source, key, EntryKind.Element, level));
            next++;
        }

        if (entries.Count < _options.MaxArrayLength && length > next)
        {
            entries.Add(EmptyItems(length - next));
        }
        else
        {
            AddRemaining(entries, length - next);
        }
    }

    private void FillSet(JsSet set, List<string> entries, int level)
    {
        _indentation += 2;
        long cursor = 0;
        int shown = 0;
        while (shown < _options.MaxArrayLength && !IsSpent && set.Table.MoveNext(ref cursor, out Value key, out _))
        {
            entries.Add(Format(key, level));
            shown++;
        }

        AddRemaining(entries, set.Table.Count - shown);
        _indentation -= 2;
    }

    private void FillMap(JsMap map, List<string> entries, int level)
    {
        _indentation += 2;
        long cursor = 0;
        int shown = 0;
        while (shown < _options.MaxArrayLength && !IsSpent && map.Table.MoveNext(ref cursor, out Value key, out Value value))
        {
            string keyText = Format(key, level);
            entries.Add(Charge($"{keyText} => {Format(value, level)}"));
            shown++;
        }

        AddRemaining(entries, map.Table.Count - shown);
        _indentation -= 2;
    }

    private Anatomy DissectIterator(TableIterator iterator, string tag)
    {
        string name = iterator.Gives == IterationKind.Entries ? tag.Replace("Iterator", "Entries", StringComparison.Ordinal) : tag;
        return new Anatomy
        {
            Keys = EnumerableKeys(iterator),
            Opening = $"[{name}] {{",
            Fill = (entries, level) => FillIterator(iterator, entries, level),
        };
    }

    private void FillIterator(TableIterator iterator, List<string> entries, int level)
    {
        _indentation += 2;
        long? cursor = null;
        int hidden = 0;
        while (!IsSpent && iterator.Peek(ref cursor, out Value key, out Value value))
        {
            if (entries.Count == _options.MaxArrayLength)
            {
                _agent.Meter.Work(1);
                hidden++;
            }
            else if (iterator.Gives == IterationKind.Entries)
            {
                var pair = new List<string> { Format(key, level), Format(value, level) };
                entries.Add(Layout(pair, string.Empty, "[", "]", isArray: true, level, iterator));
            }
            else
            {
                entries.Add(Format(iterator.Gives == IterationKind.Keys ? key : value, level));
            }
        }

        AddRemaining(entries, hidden);
        _indentation -= 2;
    }

    private void FillPromise(JsPromise promise, List<string> entries, int level)
    {
        if (promise.State == PromiseState.Pending)
        {
            entries.Add("<pending>");
            return;
        }

        _indentation += 2;
        string text = Format(promise.Result, level);
        _indentation -= 2;
        entries.Add(promise.State == PromiseState.Rejected ? $"<rejected> {text}" : text);
    }

    private static void AddRemaining(List<string> entries, double count)
    {
        if (count > 0)
        {
            entries.Add($"... {NumberText.ToText(count)} more item{(count > 1 ? "s" : string.Empty)}");
        }
    }

    private static string EmptyItems(double count) => $"<{NumberText.ToText(count)} empty item{(count > 1 ? "s" : string.Empty)}>";
}
