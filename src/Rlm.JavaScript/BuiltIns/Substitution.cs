using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// Expands the <c>$</c> patterns of a replacement text for one match: <c>$$ $&amp; $` $' $1 $&lt;name&gt;</c>.
/// See <see href="https://tc39.es/ecma262/#sec-getsubstitution"/>.
/// </summary>
internal readonly ref struct Substitution
{
    private readonly Agent _agent;
    private readonly JsString _text;
    private readonly ReadOnlySpan<char> _matched;
    private readonly int _position;

    /// <summary>The groups as start and end in the text, that of the whole match first; empty where they are values.</summary>
    private readonly ReadOnlySpan<int> _captures;
    private readonly CompiledPattern? _pattern;

    /// <summary>The groups as values, a string or undefined each, the whole match not among them.</summary>
    private readonly ReadOnlySpan<Value> _values;
    private readonly JsObject? _namedGroups;

    /// <summary>A match of a plain text or of an unmodified expression, given by positions.</summary>
    public Substitution(Agent agent, JsString text, ReadOnlySpan<int> captures, CompiledPattern? pattern)
    {
        _agent = agent;
        _text = text;
        _captures = captures;
        _pattern = pattern;
        _position = captures[0];
        _matched = text.Span[captures[0]..captures[1]];
    }

    /// <summary>A match as the result of an <c>exec</c> method tells it.</summary>
    public Substitution(Agent agent, JsString text, JsString matched, int position, ReadOnlySpan<Value> values, JsObject? namedGroups)
    {
        _agent = agent;
        _text = text;
        _matched = matched.Span;
        _position = position;
        _values = values;
        _namedGroups = namedGroups;
    }

    private int GroupCount => _captures.Length > 0 ? (_captures.Length / 2) - 1 : _values.Length;

    private bool HasNamedGroups => _pattern is null ? _namedGroups is not null : _pattern.Program.GroupNames.Count > 0;

    public void Append(JsString template, TextBuilder result)
    {
        ReadOnlySpan<char> rest = template.Span;
        while (true)
        {
            int dollar = MeteredText.IndexOf(rest, "$", 0, _agent.Meter);
            if (dollar < 0 || dollar + 1 == rest.Length)
            {
                result.Append(rest);
                return;
            }

            result.Append(rest[..dollar]);
            rest = rest[dollar..];
            rest = rest[AppendPattern(rest, result)..];
        }
    }

    /// <summary>Appends what a <c>$</c> and its next character stand for, and returns how many characters of the template that took.</summary>
    private int AppendPattern(ReadOnlySpan<char> template, TextBuilder result)
    {
        switch (template[1])
        {
            case '$':
                result.Append('$');
                return 2;
            case '&':
                result.Append(_matched);
                return 2;
            case '`':
                result.Append(_text.Span[.._position]);
                return 2;
            case '\'':
                result.Append(_text.Span[Math.Min(_position + _matched.Length, _text.Length)..]);
                return 2;
            case >= '0' and <= '9':
                return AppendNumbered(template, result);
            case '<' when HasNamedGroups:
                return AppendNamed(template, result);
            default:
                result.Append('$');
                return 1;
        }
    }

    private int AppendNumbered(ReadOnlySpan<char> template, TextBuilder result)
    {
        int length = 2;
        int group = template[1] - '0';
        if (template.Length > 2 && char.IsAsciiDigit(template[2]))
        {
            int two = (group * 10) + (template[2] - '0');
            if (two <= GroupCount)
            {
                group = two;
                length = 3;
            }
        }

        if (group == 0 || group > GroupCount)
        {
            result.Append(template[..length]);
        }
        else if (_captures.Length == 0)
        {
            AppendValue(_values[group - 1], result);
        }
        else
        {
            AppendCapture(group, result);
        }

        return length;
    }

    private int AppendNamed(ReadOnlySpan<char> template, TextBuilder result)
    {
        int end = MeteredText.IndexOf(template, ">", 0, _agent.Meter);
        if (end < 0)
        {
            result.Append("$<");
            return 2;
        }

        ReadOnlySpan<char> name = template[2..end];
        if (_pattern is null)
        {
            AppendValue(_agent.Get(_namedGroups!, _agent.Realm.Names.Intern(_agent.Realm.NewString(name))), result);
            return end + 1;
        }

        foreach ((string groupName, int group) in _pattern.Program.GroupNames)
        {
            _agent.Meter.Work(1);
            if (name.SequenceEqual(groupName))
            {
                AppendCapture(group, result);
                break;
            }
        }

        return end + 1;
    }

    private void AppendCapture(int group, TextBuilder result)
    {
        int start = _captures[group * 2];
        if (start >= 0)
        {
            result.Append(_text.Span[start.._captures[(group * 2) + 1]]);
        }
    }

    private void AppendValue(Value value, TextBuilder result)
    {
        if (!value.IsUndefined)
        {
            result.Append(_agent.ToJsString(value));
        }
    }
}
