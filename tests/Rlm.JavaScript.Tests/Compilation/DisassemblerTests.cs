using System.Runtime.CompilerServices;
using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Hosting;
using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Tests.Compilation;

/// <summary>
/// The code of a few programs, as text. A change of the compiler shows here: run the tests with <c>RLM_APPROVE=1</c>, and read the difference before committing it.
/// </summary>
public sealed class DisassemblerTests
{
    [Theory]
    [InlineData("loop", "function sum(n) {\n  let total = 0;\n  for (let i = 0; i < n; i++) {\n    total += i * 2.5;\n  }\n  return total;\n}\nsum(10)")]
    [InlineData("handlers", "for (const item of items) {\n  try {\n    if (!item) break;\n    use(item.name);\n  } catch (error) {\n    log(error);\n  } finally {\n    done();\n  }\n}")]
    [InlineData("closures", "const counter = (start = 1, ...rest) => {\n  let value = start;\n  return { next: () => ++value, rest };\n};")]
    [InlineData("class", "class Point extends Base {\n  #x = 1;\n  get x() { return this.#x; }\n  static of(...values) { return new Point(...values); }\n  move() { super.move(); return this; }\n}")]
    [InlineData("suspension", "async function* pages(source) {\n  for await (const page of source) yield await page;\n}\nfunction* both(a, b) { yield* a; return b; }")]
    [InlineData("literals", "const { a, ...rest } = { ['k' + 1]: /x\\n/g, b: 2n, __proto__: null };\nconst text = tag`one\n${a?.b ?? -1}`;\nswitch (typeof text) { case 'string': delete rest.c; }")]
    public void Write_Program_IsApproved(string name, string source)
    {
        string text = Disassembler.Write(Compiler.Compile(new SourceText(source), new ParserOptions(), new Meter()));

        Verify($"{source}\n\n{text}", $"{name}.txt");
    }

    [Fact]
    public void Write_DeeplyNestedFunctions_NeedsNoDeepStack()
    {
        const int Depth = 60;
        string source = string.Concat(Enumerable.Repeat("() => ", Depth)) + "1";

        string text = Disassembler.Write(Compiler.Compile(new SourceText(source), new ParserOptions(), new Meter()));

        Assert.Equal(Depth, text.Split('\n').Count(line => line.Contains(": Arrow, ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Write_LongConstant_IsCutAndKeptInOneLine()
    {
        string text = Disassembler.Write(Compiler.Compile(new SourceText($"f('\\n{new string('x', 1000)}')"), new ParserOptions(), new Meter()));

        Assert.Contains($"\"\\n{new string('x', 39)}…\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Layout_EveryOperation_HasOne()
    {
        Assert.All(Enum.GetValues<OpCode>(), op => OperandLayout.Of(op));
    }

    private static void Verify(string actual, string name, [CallerFilePath] string callerPath = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(callerPath)!, "Approved", name);
        if (Environment.GetEnvironmentVariable("RLM_APPROVE") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"There is no approved file '{name}'.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
