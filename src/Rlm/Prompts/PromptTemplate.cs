using System.Text;

namespace Rlm.Prompts;

/// <summary>A text with places such as <c>{{name}}</c>. What is filled in is not searched for places again.</summary>
internal sealed class PromptTemplate
{
    private readonly string _source;
    private readonly List<(string Text, string? Place)> _parts = [];

    public PromptTemplate(string source)
    {
        _source = source;
        var position = 0;
        while (source.IndexOf("{{", position, StringComparison.Ordinal) is var open and >= 0)
        {
            var close = source.IndexOf("}}", open, StringComparison.Ordinal);
            _parts.Add((source[position..open], source[(open + 2)..close]));
            position = close + 2;
        }

        _parts.Add((source[position..], null));
    }

    public string Fill(params ReadOnlySpan<(string Place, string Text)> values)
    {
        var filled = new StringBuilder(_source.Length);
        foreach (var (text, place) in _parts)
        {
            filled.Append(text);
            if (place is not null)
            {
                filled.Append(ValueOf(place, values));
            }
        }

        return filled.ToString();
    }

    private static string ValueOf(string place, ReadOnlySpan<(string Place, string Text)> values)
    {
        foreach (var (name, text) in values)
        {
            if (name == place)
            {
                return text;
            }
        }

        throw new InvalidOperationException($"The prompt has a place '{place}' that nothing fills.");
    }
}
