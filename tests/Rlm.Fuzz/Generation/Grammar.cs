using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Rlm.Fuzz.Generation;

/// <summary>The productions of all grammar files; see Values.grammar for how they are written.</summary>
internal sealed partial class Grammar
{
    private const string TextMark = " (text)";

    private readonly Dictionary<string, List<Production>> _symbols = new(StringComparer.Ordinal);
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    private Grammar()
    {
    }

    /// <summary>Gets the grammar of this program.</summary>
    public static Grammar Default { get; } = Load();

    /// <summary>Gets all symbols.</summary>
    public IEnumerable<string> Symbols => _symbols.Keys;

    public IReadOnlyList<Production> this[string symbol] => _symbols[symbol];

    /// <summary>Whether a symbol is a piece of text, as opposed to an expression that may be put in parentheses.</summary>
    public bool IsText(string symbol) => _texts.Contains(symbol);

    private static Grammar Load()
    {
        var grammar = new Grammar();
        foreach (string name in Resource.Names("Grammar/"))
        {
            grammar.Read(Resource.Text(name));
        }

        grammar.Check();
        grammar.Measure();
        return grammar;
    }

    private void Read(string text)
    {
        List<Production>? productions = null;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] != ' ')
            {
                string symbol = line.Replace(TextMark, string.Empty, StringComparison.Ordinal);
                if (symbol.Length < line.Length)
                {
                    _texts.Add(symbol);
                }

                _symbols.Add(symbol, productions = []);
            }
            else if (productions is not null)
            {
                productions.Add(Parse(line[2..]));
            }
        }
    }

    private static Production Parse(string line)
    {
        Match head = Head().Match(line);
        string mark = head.Groups["mark"].Value;
        string text = line[head.Length..];
        int weight = mark.Length > 0 && mark != "!" ? int.Parse(mark, CultureInfo.InvariantCulture) : 1;
        return new Production(weight, mark != "!", text.Contains("await ", StringComparison.Ordinal), [.. Split(text)]);
    }

    private static IEnumerable<Part> Split(string text)
    {
        int end = 0;
        foreach (Match hole in Hole().Matches(text))
        {
            if (hole.Index > end)
            {
                yield return new Part(PartKind.Literal, text[end..hole.Index]);
            }

            end = hole.Index + hole.Length;
            bool isDelimited = IsDelimited(text[..hole.Index].TrimEnd(), text[end..].TrimStart());
            yield return HoleOf(hole, isDelimited);
        }

        if (end < text.Length)
        {
            yield return new Part(PartKind.Literal, text[end..]);
        }
    }

    private static Part HoleOf(Match hole, bool isDelimited)
    {
        FunctionKind? context = hole.Groups["context"] is { Success: true, Value: var kind } ? Enum.Parse<FunctionKind>(kind, ignoreCase: true) : null;
        string symbol = hole.Groups["symbol"].Value;
        return hole.Groups["word"].Value switch
        {
            "in" => new Part(PartKind.Parameter, symbol),
            "let" => new Part(PartKind.Variable, symbol),
            "const" => new Part(PartKind.Constant, symbol),
            "var" => new Part(PartKind.Assignable, symbol),
            "quote" => new Part(PartKind.Quote, symbol),
            "body" => new Part(PartKind.Body, symbol, context ?? FunctionKind.Plain),
            "block" => new Part(PartKind.Block, string.Empty, context),
            "loop" => new Part(PartKind.Loop, string.Empty, context),
            "statements" => new Part(PartKind.Statements, string.Empty, context),
            "last" => new Part(PartKind.Last, string.Empty),
            "#" => new Part(PartKind.Code, hole.Groups["code"].Value),
            _ => new Part(PartKind.Symbol, symbol, context, isDelimited),
        };
    }

    private static bool IsDelimited(string before, string after)
    {
        bool starts = before.Length == 0 || "(,[:;{".Contains(before[^1]) || Opening().IsMatch(before);
        bool ends = after.Length == 0 || "),];}:".Contains(after[0]);
        return starts && ends && !before.EndsWith("...", StringComparison.Ordinal);
    }

    private void Check()
    {
        IEnumerable<string> used = _symbols.Values.SelectMany(productions => productions).SelectMany(production => production.Parts)
            .Where(part => part.Kind is PartKind.Symbol or PartKind.Quote or PartKind.Body).Select(part => part.Text);
        if (used.FirstOrDefault(symbol => !_symbols.ContainsKey(symbol)) is { } missing)
        {
            throw new FormatException($"The grammar has no symbol {missing}.");
        }
    }

    /// <summary>Finds the height of every production, as the least solution of the equations between them.</summary>
    private void Measure()
    {
        bool isChanged = true;
        while (isChanged)
        {
            isChanged = false;
            foreach (Production production in _symbols.Values.SelectMany(productions => productions))
            {
                int height = production.Parts.Select(HeightOf).DefaultIfEmpty(0).Max();
                if (height < production.Height - 1)
                {
                    production.Height = height + 1;
                    isChanged = true;
                }
            }
        }
    }

    private int HeightOf(Part part) => part.Kind switch
    {
        PartKind.Symbol or PartKind.Quote or PartKind.Body => _symbols[part.Text].Where(production => !production.NeedsAsync && production.IsComparable).Min(production => production.Height),
        _ => 0,
    };

    [GeneratedRegex(@"^(?:(?<mark>!|\d+)\| )?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Head();

    [GeneratedRegex(
        @"(?<!\\p)\{(?:(?<word>in|let|const|var|quote):(?<symbol>[A-Z][\w.]*)|(?:(?<context>plain|async|generator) )?(?:(?<word>body):(?<symbol>[A-Z][\w.]*)|(?<word>block|loop|statements)|(?<symbol>[A-Z][\w.]*))|(?<word>last)|(?<word>\#)(?<code>\w+))\}",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();

    [GeneratedRegex(@"(?:[^=!<>]=|=>|\b(?:return|yield|case|throw))$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opening();
}
