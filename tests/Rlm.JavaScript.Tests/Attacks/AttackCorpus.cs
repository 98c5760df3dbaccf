using System.Globalization;

namespace Rlm.JavaScript.Tests.Attacks;

/// <summary>
/// Reads the programs of the corpus. Lines that begin with <c>//#</c> start a program with its number and title, <c>//:</c> gives its options
/// (<c>work 2M</c>, <c>memory 16</c> in MB, <c>generated</c>, <c>whole</c>), <c>//&gt;</c> starts a turn with the end it must come to.
/// </summary>
internal static class AttackCorpus
{
    public static IReadOnlyDictionary<string, AttackProgram> Programs { get; } =
        Directory.GetFiles(Folder, "*.js").Order(StringComparer.Ordinal).SelectMany(Read).ToDictionary(program => program.Id, StringComparer.Ordinal);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Attacks", "Programs");

    private static IEnumerable<AttackProgram> Read(string file)
    {
        string text = File.ReadAllText(file).ReplaceLineEndings("\n");
        return text.Split("\n//# ").Skip(1).Select(Parse);
    }

    private static AttackProgram Parse(string text)
    {
        string[] parts = text.Split("\n//> ");
        string[] head = parts[0].Split("\n//: ");
        string[] name = head[0].Split(' ', 2);
        var program = new AttackProgram
        {
            Number = int.Parse(name[0], CultureInfo.InvariantCulture),
            Title = name[1].Trim(),
            Turns = [.. parts.Skip(1).Select(ParseTurn)],
        };
        return head.Length == 1 ? program : head[1].Trim().Split(", ").Aggregate(program, WithOption);
    }

    private static AttackTurn ParseTurn(string text)
    {
        string[] lines = text.Split('\n', 2);
        return new AttackTurn(lines.Length > 1 ? lines[1].Trim('\n') : string.Empty, lines[0].Trim());
    }

    private static AttackProgram WithOption(AttackProgram program, string option) => option.Split(' ') switch
    {
        ["work", var millions] => program with { Work = long.Parse(millions.TrimEnd('M'), CultureInfo.InvariantCulture) * 1_000_000 },
        ["memory", var megabytes] => program with { Memory = long.Parse(megabytes, CultureInfo.InvariantCulture) * 1024 * 1024 },
        ["generated"] => program with { IsGenerated = true },
        ["whole"] => program with { IsWhole = true },
        _ => throw new FormatException($"{program.Id}: there is no option '{option}'."),
    };
}
