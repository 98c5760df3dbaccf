using System.Globalization;
using System.Text;
using Rlm.JavaScript.Objects;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <summary>
/// Writes compiled code for people: one line for each instruction with its number, operation and operands, a mark where jumps go, the lines of the source,
/// and the exception handlers; then the functions inside. For development only, nothing of it runs in a session.
/// </summary>
internal sealed class Disassembler
{
    private const int LongestText = 40;

    private readonly StringBuilder _text = new();
    private readonly CompiledScript _script;

    private Disassembler(CompiledScript script) => _script = script;

    public static string Write(CompiledScript script)
    {
        var disassembler = new Disassembler(script);
        // An explicit stack: functions nest as deep as the source likes.
        var pending = new Stack<(CodeBlock Block, string Title)>();
        pending.Push((script.Main, "script"));
        while (pending.TryPop(out (CodeBlock Block, string Title) next))
        {
            disassembler.Block(next.Block, next.Title);
            for (int i = next.Block.Classes.Length - 1; i >= 0; i--)
            {
                pending.Push((next.Block.Classes[i].Constructor, $"{next.Title} > class {i} {next.Block.Classes[i].Name}".TrimEnd()));
            }

            for (int i = next.Block.Functions.Length - 1; i >= 0; i--)
            {
                pending.Push((next.Block.Functions[i], $"{next.Title} > function {i} {next.Block.Functions[i].Name}".TrimEnd()));
            }
        }

        return disassembler._text.ToString();
    }

    private void Block(CodeBlock block, string title)
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        string kind = (block.IsAsync ? "async " : string.Empty) + (block.IsGenerator ? "generator " : string.Empty) + (block.IsScript ? "script" : block.Kind.ToString());
        Line($"{title}: {kind}, {block.ParameterCount} parameters, {block.RegisterCount} registers{(block.NeedsArguments ? ", reads its arguments" : string.Empty)}");
        HashSet<int> targets = TargetsOf(block);
        int line = 0;
        for (int pc = 0; pc < block.Code.Length; pc++)
        {
            int here = _script.Source.LineAt(block.PositionAt(pc));
            if (here != line)
            {
                Line($"  ; line {here}");
                line = here;
            }

            Instruction instruction = block.Code[pc];
            string operands = Operands(block, instruction);
            Line(operands.Length == 0
                ? $"{(targets.Contains(pc) ? '>' : ' ')}{pc,5}  {instruction.Op}"
                : $"{(targets.Contains(pc) ? '>' : ' ')}{pc,5}  {instruction.Op,-24} {operands}");
        }

        for (int i = 0; i < block.JumpTables.Length; i++)
        {
            Line($"  table {i}: {string.Join(", ", block.JumpTables[i].Select(target => target < 0 ? "none" : $"-> {target}"))}");
        }

        foreach (Handler handler in block.Handlers)
        {
            Line(handler.IsFinally
                ? $"  finally {handler.Start}..{handler.End - 1} -> {handler.Target}, value in r{handler.ValueRegister}, completion in r{handler.CompletionRegister}"
                : $"  catch {handler.Start}..{handler.End - 1} -> {handler.Target}, value in r{handler.ValueRegister}");
        }
    }

    private void Line(string line) => _text.Append(line).Append('\n');

    private static HashSet<int> TargetsOf(CodeBlock block)
    {
        var targets = new HashSet<int>();
        foreach (Instruction instruction in block.Code)
        {
            OperandLayout layout = OperandLayout.Of(instruction.Op);
            if (layout.A == OperandKind.Target)
            {
                targets.Add(instruction.A);
            }

            if (layout.C == OperandKind.Target)
            {
                targets.Add(instruction.C);
            }
        }

        targets.UnionWith(block.Handlers.Select(handler => handler.Target));
        targets.UnionWith(block.JumpTables.SelectMany(table => table));
        return targets;
    }

    /// <summary>The operands in their order, but a target last.</summary>
    private string Operands(CodeBlock block, in Instruction instruction)
    {
        OperandLayout layout = OperandLayout.Of(instruction.Op);
        string[] parts =
        [
            layout.A == OperandKind.Target ? string.Empty : Operand(block, layout.A, instruction.A),
            Operand(block, layout.B, instruction.B),
            Operand(block, layout.C, instruction.C),
            layout.A == OperandKind.Target ? Operand(block, layout.A, instruction.A) : string.Empty,
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private string Operand(CodeBlock block, OperandKind kind, int operand)
    {
        string text = kind switch
        {
            OperandKind.None => string.Empty,
            OperandKind.Register => $"r{operand}",
            OperandKind.RegisterOrConstant when operand < 0 => Constant(block.Constants[~operand]),
            OperandKind.RegisterOrConstant => $"r{operand}",
            OperandKind.RegisterOrNone when operand < 0 => "none",
            OperandKind.RegisterOrNone => $"r{operand}",
            OperandKind.Constant => Constant(block.Constants[operand]),
            OperandKind.ConstantOrNone when operand < 0 => "none",
            OperandKind.ConstantOrNone => Constant(block.Constants[operand]),
            OperandKind.Target => $"-> {operand}",
            OperandKind.Count => $"count {operand}",
            OperandKind.First => $"from {operand}",
            OperandKind.Slot => $"slot {operand}",
            OperandKind.Steps => $"{operand} out",
            OperandKind.Global => $"global {_script.Globals[operand]}",
            OperandKind.Site => $".{_script.PropertySites[operand]} (site {operand})",
            OperandKind.Literal => $"{{ {string.Join(", ", _script.LiteralSites[operand])} }}",
            OperandKind.Template => $"template {operand}",
            OperandKind.RegExp => $"/{Short(block.RegExps[operand].Pattern)}/{block.RegExps[operand].Flags}",
            OperandKind.Function => $"function {operand} {block.Functions[operand].Name}",
            OperandKind.Class => $"class {operand} {block.Classes[operand].Name}",
            OperandKind.Table => $"table {operand}",
            OperandKind.ThrowKind => ((ThrowKind)operand).ToString(),
            _ => throw new InvalidOperationException($"No way to write an operand of kind {kind}."),
        };
        return text.TrimEnd();
    }

    private static string Constant(in Value constant) => constant.Reference switch
    {
        null => constant.Number.ToString("R", CultureInfo.InvariantCulture),
        JsString text => $"\"{Short(text.ToString())}\"",
        JsBigInt big => big.Value.ToString(CultureInfo.InvariantCulture) + "n",
        _ => constant.IsUndefined ? "undefined" : constant.Reference.Kind.ToString(),
    };

    /// <summary>The text in one line of limited length.</summary>
    private static string Short(string text)
    {
        string cut = text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText), "…");
        return cut.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
    }
}
