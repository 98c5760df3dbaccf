namespace Rlm.Fuzz.Generation;

/// <summary>A program to try.</summary>
/// <param name="Index">Its number in the run.</param>
/// <param name="Statements">Its statements or lines, any of which may be left out when it is shrunk.</param>
internal sealed record Candidate(long Index, IReadOnlyList<string> Statements)
{
    private const int WithCallsPercent = 25;
    private const int CallPercent = 8;

    /// <summary>Gets what runs before a program that shows values in every detail.</summary>
    public static string Prelude { get; } = Resource.Text("Printer.js") + Resource.Text("Prelude.js");

    /// <summary>Gets what runs before most programs, as compiling the other takes longer than they do.</summary>
    public static string ShortPrelude { get; } = Resource.Text("ShortPrinter.js") + Resource.Text("Prelude.js");

    /// <summary>Gets the program as one text.</summary>
    public string Source => string.Join('\n', Statements);

    /// <summary>The program of a seed and an index: one of three comes of the programs of the tests; a quarter of the others is full of calls of the host.</summary>
    public static Candidate Of(ulong seed, long index)
    {
        var choice = new Choice(seed, index);
        if (choice.Percent(33))
        {
            return new Candidate(index, new Mutator(choice).Make().Split('\n'));
        }

        int callPercent = choice.Percent(WithCallsPercent) ? CallPercent : 0;
        IReadOnlyList<string> statements = new Expansion(choice, isComparable: false, callPercent).Program(2 + choice.Below(10));
        return new Candidate(index, [.. statements.Select(statement => Guarded(choice, statement))]);
    }

    /// <summary>Most statements may throw without ending the program, so that those after them run too.</summary>
    public static string Guarded(Choice choice, string statement) =>
        IsDeclaration(statement) || choice.Percent(25) ? statement : $"try {{ {statement} }} catch (e) {{ out(show(e)); }}";

    /// <summary>Whether a statement declares names for those after it.</summary>
    public static bool IsDeclaration(string statement) =>
        ((string[])["let ", "const ", "var ", "function", "class", "async function"]).Any(word => statement.StartsWith(word, StringComparison.Ordinal));
}
