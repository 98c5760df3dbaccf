using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Rlm.Fuzz.Generation;

/// <summary>Expands symbols of the grammar to code whose names are bound and whose types mostly fit.</summary>
/// <param name="choice">What is chosen.</param>
/// <param name="isComparable">Whether only code is made that Node.js runs with the same result.</param>
/// <param name="callPercent">How many percent of values go through a function of the host.</param>
internal sealed partial class Expansion(Choice choice, bool isComparable, int callPercent = 0)
{
    private const int MaxBlockDepth = 5;
    private const int MaxSteps = 900;
    private const int VariablePercent = 45;
    private const int WildPercent = 2;

    private readonly Grammar _grammar = Grammar.Default;
    private readonly Literals _literals = new(choice);
    private readonly List<Variable> _variables = [];
    private FunctionKind _context = FunctionKind.Async;
    private bool _isInLoop;
    private bool _isInFunction;
    private int _names;
    private int _depth;
    private int _steps;
    private int _maxDepth;

    /// <summary>A program as a list of statements.</summary>
    public IReadOnlyList<string> Program(int statements) => [.. Enumerable.Range(0, statements).Select(_ => Statement())];

    /// <summary>A statement of the block that is open.</summary>
    public string Statement()
    {
        _steps = Math.Min(_steps, MaxSteps - 150);
        _maxDepth = 2 + choice.Below(5);
        return Expand(callPercent > 0 && choice.Percent(50) ? "CallStatement" : "Statement");
    }

    /// <summary>An expression of a type, or a text.</summary>
    public string Expand(string symbol)
    {
        if (choice.Percent(VariablePercent) && VariableOf(symbol, isAssigned: false) is { } variable)
        {
            return variable;
        }

        if (!isComparable && !_grammar.IsText(symbol) && choice.Percent(WildPercent))
        {
            symbol = "Any";
        }

        _depth++;
        _steps++;
        string text = CanBeCall(symbol) ? Call(Expand(symbol)) : Fill(Choose(_grammar[symbol]));
        _depth--;
        return text;
    }

    private bool CanBeCall(string symbol) =>
        callPercent > 0 && _depth <= _maxDepth && choice.Percent(callPercent) && symbol is "Any" or "Number" or "Int" or "String" or "Boolean" or "Numbers" or "Array" or "Object";

    /// <summary>A value that comes back from the host: of a function whose calls are independent, or now and then of one that is not.</summary>
    private string Call(string value)
    {
        string call = choice.Percent(12) ? $"tell({value})" : $"ask({value})";
        return _context == FunctionKind.Async && choice.Percent(60) ? $"(await {call})" : call;
    }

    private Production Choose(IReadOnlyList<Production> productions)
    {
        bool isExhausted = _depth > _maxDepth || _steps > MaxSteps;
        List<Production> usable = [.. productions.Where(IsUsable)];
        if (isExhausted)
        {
            int least = usable.Min(production => production.Height);
            usable = [.. usable.Where(production => production.Height == least)];
        }

        int chosen = choice.Below(usable.Sum(production => production.Weight));
        return usable.First(production => (chosen -= production.Weight) < 0);
    }

    private bool IsUsable(Production production) =>
        (production.IsComparable || !isComparable) && (!production.NeedsAsync || _context == FunctionKind.Async) && production.Height < int.MaxValue;

    private string Fill(Production production)
    {
        var text = new StringBuilder();
        var declared = new List<Variable>();
        int visible = _variables.Count;
        string last = "spare";
        int label = 0;
        foreach (Part part in production.Parts)
        {
            switch (part.Kind)
            {
                case PartKind.Literal:
                    text.Append(part.Text);
                    break;
                case PartKind.Parameter:
                    last = NewName();
                    _variables.Add(new Variable(last, part.Text, IsAssignable: false));
                    text.Append(last);
                    break;
                case PartKind.Variable or PartKind.Constant:
                    last = NewName();
                    declared.Add(new Variable(last, part.Text, part.Kind == PartKind.Variable));
                    text.Append(last);
                    break;
                case PartKind.Assignable:
                    text.Append(VariableOf(part.Text, isAssigned: true) ?? "spare");
                    break;
                case PartKind.Last:
                    text.Append(last);
                    break;
                case PartKind.Code:
                    label = part.Text == "label" ? ++_names : label;
                    text.Append(part.Text is "label" or "usedlabel" ? FormattableString.Invariant($"L{label}") : part.Text == "unique" ? (++_names).ToString(CultureInfo.InvariantCulture) : _literals.Make(part.Text));
                    break;
                case PartKind.Quote:
                    text.Append(Literals.Quote(Expand(part.Text)));
                    break;
                default:
                    text.Append(Within(part));
                    break;
            }
        }

        _variables.RemoveRange(visible, _variables.Count - visible);
        _variables.AddRange(declared);
        return text.ToString();
    }

    private string Within(Part part)
    {
        (FunctionKind context, bool isInLoop, bool isInFunction) = (_context, _isInLoop, _isInFunction);
        if (part.Context is { } kind)
        {
            _context = kind;
            _isInLoop = false;
            _isInFunction = part.Kind == PartKind.Body;
        }

        _isInLoop |= part.Kind == PartKind.Loop;
        string text = part.Kind switch
        {
            PartKind.Symbol => Operand(Expand(part.Text), part),
            PartKind.Body => Body(part.Text),
            PartKind.Block => $"{{ {Statements()} }}",
            PartKind.Loop => $"{{ tick(); {Statements()} }}",
            _ => Statements(),
        };
        (_context, _isInLoop, _isInFunction) = (context, isInLoop, isInFunction);
        return text;
    }

    private string Body(string symbol)
    {
        int visible = _variables.Count;
        string statements = StatementList(choice.Below(3));
        string result = Expand(symbol);
        _variables.RemoveRange(visible, _variables.Count - visible);
        return $"{{ tick(); {statements} return {result}; }}";
    }

    private string Statements()
    {
        int visible = _variables.Count;
        string statements = StatementList(1 + choice.Below(3));
        _variables.RemoveRange(visible, _variables.Count - visible);
        return statements;
    }

    private string StatementList(int count)
    {
        _depth++;
        IEnumerable<string> statements = _depth > MaxBlockDepth || _steps > MaxSteps ? [] : Enumerable.Range(0, count).Select(_ => Expand(StatementSymbol()));
        string text = string.Join(' ', statements);
        _depth--;
        return text;
    }

    private string StatementSymbol()
    {
        int chosen = choice.Below(100);
        return chosen switch
        {
            < 12 when _isInLoop => "LoopStatement",
            < 20 when _isInFunction => "FunctionStatement",
            < 50 when _context == FunctionKind.Generator => "GeneratorStatement",
            < 35 when _context == FunctionKind.Async => "AsyncStatement",
            _ => "Statement",
        };
    }

    private string? VariableOf(string symbol, bool isAssigned)
    {
        List<Variable> fitting = [.. _variables.Where(variable => variable.Type == symbol && (variable.IsAssignable || !isAssigned))];
        return fitting.Count == 0 ? null : choice.Of(fitting).Name;
    }

    private string NewName() => FormattableString.Invariant($"v{++_names}");

    private string Operand(string text, Part part) => part.IsDelimited
        ? StartsStatement().IsMatch(text) && _depth == 1 ? $"({text})" : text
        : _grammar.IsText(part.Text) || Simple().IsMatch(text) ? text : $"({text})";

    [GeneratedRegex(@"^(?:[A-Za-z_$][\w$]*|""[^""\\]*"")$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Simple();

    [GeneratedRegex(@"^(?:function|class|async)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StartsStatement();

    private sealed record Variable(string Name, string Type, bool IsAssignable);
}
