using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// Goes through the matches of an unmodified global expression, which are the same whenever they are looked for: pattern and text never change.
/// Leaves <c>lastIndex</c> as the protocol would, which ends with a search in vain.
/// </summary>
internal struct MatchScanner
{
    private readonly Agent _agent;
    private readonly CompiledPattern _pattern;
    private readonly JsString _text;
    private int _position;

    public MatchScanner(Agent agent, JsRegExp expression, JsString text)
    {
        _agent = agent;
        _pattern = expression.Pattern;
        _text = text;
        expression.LastIndex = 0;
    }

    /// <summary>Finds the next match and writes its positions.</summary>
    public bool MoveNext(Span<int> captures)
    {
        if (_position > _text.Length)
        {
            return false;
        }

        ReadOnlySpan<char> span = _text.Span;
        if (!RegExpPrototype.TryMatch(_agent, _pattern, span, _position, _pattern.IsSticky, captures))
        {
            _position = int.MaxValue;
            return false;
        }

        _position = captures[1] > captures[0] ? captures[1] : RegExpPrototype.AdvanceIndex(span, captures[1], _pattern.IsUnicode);
        return true;
    }
}
