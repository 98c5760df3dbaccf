using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>Replaces matches by what a function of the guest says: the common part of <c>replace</c> and <c>replaceAll</c>, with text and with expressions.</summary>
internal abstract class ReplaceFrame(Agent agent, JsString text, JsFunction replacer) : NativeFrame
{
    private TextBuilder? _result;
    private int _copied;
    private bool _isWaiting;

    protected Agent Agent { get; } = agent;

    protected JsString Text { get; } = text;

    /// <summary>Where the match that was found last begins.</summary>
    protected int Position { get; set; }

    /// <summary>How long it is.</summary>
    protected int Length { get; set; }

    public override bool Resume(Agent agent, ref Value value)
    {
        if (_isWaiting)
        {
            Accept(value);
        }

        while (TryNext(out Value[] arguments))
        {
            _isWaiting = true;
            if (!agent.TryCall(replacer, Value.Undefined, arguments, out value))
            {
                return false;
            }

            Accept(value);
        }

        value = Finish();
        return true;
    }

    public override void Trace(Tracer tracer)
    {
        tracer.Visit(Text);
        tracer.Visit(replacer);
        _result?.Trace(tracer);
    }

    /// <summary>Finds the next match, sets <see cref="Position"/> and <see cref="Length"/>, and gives the arguments for the function.</summary>
    protected abstract bool TryNext(out Value[] arguments);

    private void Accept(Value value)
    {
        _isWaiting = false;
        JsString replacement = Agent.ToJsString(value);

        // The results of an exec of the guest's may overlap or go back: such are left out.
        if (Position >= _copied)
        {
            _result ??= new TextBuilder(Agent, Text.Length);
            _result.Append(Text.Span[_copied..Position]);
            _result.Append(replacement);
            _copied = Position + Length;
        }
    }

    private JsString Finish()
    {
        if (_result is null)
        {
            return Text;
        }

        if (_copied < Text.Length)
        {
            _result.Append(Text.Span[_copied..]);
        }

        return _result.ToJsString();
    }
}

/// <summary>Replaces a plain text, once or wherever it stands.</summary>
internal sealed class TextReplaceFrame(Agent agent, JsString text, JsString search, JsFunction replacer, bool isAll) : ReplaceFrame(agent, text, replacer)
{
    private readonly Value[] _arguments = [search, 0, text];
    private int _from;

    protected override bool TryNext(out Value[] arguments)
    {
        arguments = _arguments;
        if (_from > Text.Length)
        {
            return false;
        }

        int found = MeteredText.IndexOf(Text.Span, search.Span, _from, Agent.Meter);
        if (found < 0)
        {
            return false;
        }

        Position = found;
        Length = search.Length;
        _from = isAll ? found + Math.Max(Length, 1) : int.MaxValue;
        arguments[1] = found;
        return true;
    }

    public override void Trace(Tracer tracer)
    {
        base.Trace(tracer);
        tracer.Visit(search);
    }
}

/// <summary>Replaces the matches of an unmodified expression.</summary>
internal sealed class PatternReplaceFrame : ReplaceFrame
{
    private readonly CompiledPattern _pattern;
    private readonly int[] _captures;
    private readonly Value[] _arguments;
    private readonly bool _isGlobal;
    private MatchScanner _matches;
    private bool _isGiven;

    /// <summary>Takes all matches of a global expression.</summary>
    public PatternReplaceFrame(Agent agent, JsString text, CompiledPattern pattern, MatchScanner matches, JsFunction replacer)
        : this(agent, text, pattern, replacer)
    {
        _matches = matches;
        _isGlobal = true;
    }

    /// <summary>Takes one match that has been found.</summary>
    public PatternReplaceFrame(Agent agent, JsString text, CompiledPattern pattern, ReadOnlySpan<int> captures, JsFunction replacer)
        : this(agent, text, pattern, replacer)
    {
        captures.CopyTo(_captures);
        _isGiven = true;
    }

    private PatternReplaceFrame(Agent agent, JsString text, CompiledPattern pattern, JsFunction replacer)
        : base(agent, text, replacer)
    {
        _pattern = pattern;
        _captures = RegExpPrototype.NewCaptures(agent, pattern);
        int count = (_captures.Length / 2) + (pattern.Program.GroupNames.Count > 0 ? 3 : 2);
        agent.Meter.Allocate(ModelBytes.Values(count));
        _arguments = new Value[count];
    }

    protected override bool TryNext(out Value[] arguments)
    {
        arguments = _arguments;
        bool isFound = _isGlobal ? _matches.MoveNext(_captures) : _isGiven;
        _isGiven = false;
        if (!isFound)
        {
            return false;
        }

        Position = _captures[0];
        Length = _captures[1] - _captures[0];
        int groups = _captures.Length / 2;
        Agent.Meter.Work(groups);
        for (int i = 0; i < groups; i++)
        {
            _arguments[i] = RegExpPrototype.GroupValue(Agent.Realm, Text, _captures, i);
        }

        _arguments[groups] = Position;
        _arguments[groups + 1] = Text;
        if (_arguments.Length > groups + 2)
        {
            _arguments[groups + 2] = RegExpPrototype.NewGroups(Agent.Realm, _pattern, _arguments.AsSpan(0, groups));
        }

        return true;
    }

    public override void Trace(Tracer tracer)
    {
        base.Trace(tracer);
        tracer.Visit(_arguments);
        tracer.Count(24 + (4L * _captures.Length));
        tracer.VisitCharacters(_pattern, (int)(_pattern.Bytes / 2));
    }
}

/// <summary>Replaces the matches that an <c>exec</c> method of the guest's has given.</summary>
internal sealed class ResultsReplaceFrame(Agent agent, JsString text, JsArray results, JsFunction replacer) : ReplaceFrame(agent, text, replacer)
{
    private Value[] _arguments = [];
    private int _next;

    protected override bool TryNext(out Value[] arguments)
    {
        if (_next == results.Count)
        {
            arguments = [];
            return false;
        }

        var match = ExecResult.Read(Agent, results.Items[_next++].AsObject(), Text);
        Position = match.Position;
        Length = match.Matched.Length;
        arguments = _arguments = [match.Matched, .. match.Groups, match.Position, Text, .. match.NamedGroups.IsUndefined ? (ReadOnlySpan<Value>)[] : [match.NamedGroups]];
        return true;
    }

    public override void Trace(Tracer tracer)
    {
        base.Trace(tracer);
        tracer.Visit(results);
        tracer.Visit(_arguments);
    }
}
