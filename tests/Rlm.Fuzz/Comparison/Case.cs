using System.Globalization;
using System.Text;
using System.Text.Json;
using Rlm.Fuzz.Generation;

namespace Rlm.Fuzz.Comparison;

/// <summary>An expression or a program to compare.</summary>
/// <param name="Family">The built-in it is about.</param>
/// <param name="Source">Its code.</param>
internal sealed record Case(string Family, string Source)
{
    public const string Programs = "Programs";
    private const string Prefix = "Case.";
    private const char Begin = '\u0001';
    private const char End = '\u0002';

    /// <summary>Gets the families of the grammar.</summary>
    public static IReadOnlyList<string> Families { get; } = [.. Grammar.Default.Symbols.Where(symbol => symbol.StartsWith(Prefix, StringComparison.Ordinal)).Select(symbol => symbol[Prefix.Length..])];

    /// <summary>An expression of a family.</summary>
    public static Case Of(string family, Choice choice) => new(family, new Expansion(choice, isComparable: true).Expand(Prefix + family));

    /// <summary>A whole program that prints what it does.</summary>
    public static Case Program(Choice choice)
    {
        IEnumerable<string> statements = new Expansion(choice, isComparable: true).Program(3 + choice.Below(8));
        string body = string.Join('\n', statements.Select(statement => Candidate.Guarded(choice, statement)));
        return new Case(Programs, $"try {{\n{body}\n}} catch (e) {{ out(\"ends with \" + show(e)); }}");
    }

    /// <summary>The code that evaluates cases and returns a text for each.</summary>
    public static string Batch(IEnumerable<Case> cases, bool isForNode)
    {
        var source = new StringBuilder(Resource.Text("Printer.js"));
        source.Append("const results = [];\nconst attempt = action => { try { return show(action()); } catch (e) { return \"throws \" + show(e); } };\n");
        if (!isForNode)
        {
            source.Append(CultureInfo.InvariantCulture, $"const printed = action => {{ print('\\u{(int)Begin:x4}'); try {{ action(); }} finally {{ print('\\u{(int)End:x4}'); }} return '\\u{(int)Begin:x4}'; }};\n");
        }

        foreach (Case item in cases)
        {
            source.Append(CultureInfo.InvariantCulture, $"results.push(attempt(() => ({item.Source})));\n");
        }

        return source.Append("return results;").ToString();
    }

    /// <summary>The texts of a batch in which what was printed stands where it was captured.</summary>
    public static IReadOnlyList<string> WithPrinted(Answer answer)
    {
        string[] printed = answer.Printed.Split(Begin).Skip(1).Select(text => text[1..Math.Max(1, text.IndexOf(End))]).ToArray();
        int next = 0;
        return [.. answer.Value!.Select(text => text == "\"\\u0001\"" ? printed[next++] : text.StartsWith("throws", StringComparison.Ordinal) && printed.Length > 0 ? Skip(text, ref next) : text)];
    }

    /// <summary>What Node.js captured, without quotes.</summary>
    public static string Unquoted(string text) => text.StartsWith('"') ? JsonSerializer.Deserialize<string>(text) ?? text : text;

    private static string Skip(string text, ref int next)
    {
        next++;
        return text;
    }
}
