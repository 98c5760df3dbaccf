using System.Data;
using System.Text;

namespace Rlm.Tests.Signatures;

public class InputTypeTests
{
    private sealed record Document(string Name, FileInfo Content);

    private sealed record Odd(ReadOnlyMemory<char> Text, TextReader Reader, Stream Stream, DataTable Table, StringBuilder Builder, Own Own);

    private sealed class Own : ISandboxValue
    {
        public int Hidden => 1;

        public object? ToSandboxValue() => "x";
    }

    private sealed class Everything
    {
        [Input] public required FileInfo File { get; init; }
        [Input] public required TextReader Reader { get; init; }
        [Input] public required StreamReader Derived { get; init; }
        [Input] public required Stream Stream { get; init; }
        [Input] public required ReadOnlyMemory<char> Memory { get; init; }
        [Input] public required Memory<char>? Optional { get; init; }
        [Input] public required DataTable Table { get; init; }
        [Input] public required Own Own { get; init; }
        [Input] public required IReadOnlyList<FileInfo> Files { get; init; }
        [Input] public required List<Document> Documents { get; init; }
        [Input] public required Odd[] Odd { get; init; }
        [Output] public string Answer { get; init; } = "";
    }

    [Fact]
    public void From_SpecialInputs_AreShownAsWhatTheCodeSees() =>
        Assert.Equal(
            [
                "file: string", "reader: string", "derived: string", "stream: string", "memory: string", "optional?: string", "table: Record<string, any>[]", "own: any",
                "files: string[]", "documents: { name: string; content: string }[]",
                "odd: { text: string; reader: string; stream: string; table: Record<string, any>[]; builder: string; own: any }[]",
            ],
            Signature.From<Everything>().Inputs.Select(field => field.ToString()));
}
