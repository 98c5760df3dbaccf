using Rlm.JavaScript.Objects;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <summary>The code of one function or of the top level of a script. Immutable but for a table that is made when needed; what it caches at run time is kept in <c>ScriptInstance</c>.</summary>
internal sealed class CodeBlock
{
    private (int Start, int End)[]? _loops;

    public required string Name { get; init; }

    public required FunctionKind Kind { get; init; }

    public required bool IsAsync { get; init; }

    public required bool IsGenerator { get; init; }

    public required bool IsScript { get; init; }

    /// <summary>Whether the function reads its arguments other than through plain parameters.</summary>
    public required bool NeedsArguments { get; init; }

    /// <summary>The registers that receive the arguments.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>What the function's <c>length</c> says.</summary>
    public required int Length { get; init; }

    public required int RegisterCount { get; init; }

    public required Instruction[] Code { get; init; }

    public required Value[] Constants { get; init; }

    public required CodeBlock[] Functions { get; init; }

    public required ClassTemplate[] Classes { get; init; }

    public required RegExpTemplate[] RegExps { get; init; }

    public required int[][] JumpTables { get; init; }

    /// <summary>The exception handlers, inner ones first.</summary>
    public required Handler[] Handlers { get; init; }

    /// <summary>Source positions, ascending by instruction; each holds up to the next.</summary>
    public required PositionEntry[] Positions { get; init; }

    /// <summary>The part of the source the function was made from.</summary>
    public required int SourceStart { get; init; }

    public required int SourceEnd { get; init; }

    /// <summary>Whether <c>new</c> may be applied.</summary>
    public bool IsConstructor => !IsAsync && !IsGenerator && Kind is FunctionKind.Normal or FunctionKind.ClassConstructor or FunctionKind.DerivedConstructor;

    /// <summary>Whether calling it may suspend its frame.</summary>
    public bool IsSuspendable => IsAsync || IsGenerator;

    /// <summary>Whether a call needs nothing but registers: no list of its arguments, no coroutine, and no <c>new</c>.</summary>
    public required bool IsPlain { get; init; }

    /// <summary>The model bytes of this block, without those of the functions in it.</summary>
    public long OwnBytes => 200 + (16L * Code.Length) + (16L * Constants.Length) + (24L * Handlers.Length) + (8L * Positions.Length) + JumpTables.Sum(table => 24L + (4 * table.Length));

    /// <summary>Whether an instruction stands in a loop or a try block, and which of them is inside the other.</summary>
    public Surroundings SurroundingsOf(int pc)
    {
        int start = -1;
        foreach (ref readonly Handler handler in Handlers.AsSpan())
        {
            if (handler.TryStart >= 0 && pc >= handler.Start && pc < handler.End)
            {
                start = handler.TryStart;
                break;
            }
        }

        _loops ??= FindLoops();
        return Array.Exists(_loops, loop => pc >= loop.Start && pc <= loop.End && loop.Start >= start) ? Surroundings.Loop
            : start >= 0 ? Surroundings.Try
            : Surroundings.None;
    }

    /// <summary>Every jump backwards is the end of a loop, which begins where it goes.</summary>
    private (int Start, int End)[] FindLoops()
    {
        var loops = Enumerable.Range(0, Code.Length).Select(pc => (Start: TargetOf(Code[pc]), End: pc));
        return [.. loops.Where(loop => loop.Start < loop.End)];
    }

    private static int TargetOf(in Instruction instruction)
    {
        OperandLayout layout = OperandLayout.Of(instruction.Op);
        return layout.A == OperandKind.Target ? instruction.A : layout.C == OperandKind.Target ? instruction.C : int.MaxValue;
    }

    public int PositionAt(int pc)
    {
        int low = 0;
        int high = Positions.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Positions[middle].Pc <= pc)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return Positions.Length == 0 ? SourceStart : Positions[low].Position;
    }
}

/// <summary>What is nearest around an instruction in its function.</summary>
internal enum Surroundings : byte
{
    None,
    Loop,
    Try,
}

internal readonly record struct PositionEntry(int Pc, int Position);

/// <summary>
/// Where an exception thrown at instructions from <paramref name="Start"/> up to <paramref name="End"/> goes.
/// With a completion register it is a finally block, which a generator's return also goes to.
/// </summary>
/// <param name="Start">The first instruction covered.</param>
/// <param name="End">The instruction after the last one covered.</param>
/// <param name="Target">Where to go on.</param>
/// <param name="ValueRegister">Receives the exception, or the value returned.</param>
/// <param name="CompletionRegister">Receives <see cref="ThrowCompletion"/> or <see cref="ReturnCompletion"/>; -1 for a catch.</param>
/// <param name="TryStart">The first instruction of the try block; -1 for the handlers that close iterators.</param>
internal readonly record struct Handler(int Start, int End, int Target, int ValueRegister, int CompletionRegister, int TryStart)
{
    public const int ThrowCompletion = 0;
    public const int ReturnCompletion = 1;

    public bool IsFinally => CompletionRegister >= 0;
}

internal sealed record RegExpTemplate(string Pattern, string Flags);

/// <summary>What a class definition consists of apart from its elements, which are defined by instructions.</summary>
internal sealed record ClassTemplate(CodeBlock Constructor, string Name, int SourceStart, int SourceEnd);

/// <summary>All that was compiled from one source text.</summary>
internal sealed class CompiledScript
{
    public required SourceText Source { get; init; }

    public required CodeBlock Main { get; init; }

    /// <summary>The global names that the code refers to, by number.</summary>
    public required string[] Globals { get; init; }

    /// <summary>The names that the script declares at top level.</summary>
    public required GlobalDeclaration[] Declarations { get; init; }

    /// <summary>The property names of the inline-cache sites, by number.</summary>
    public required string[] PropertySites { get; init; }

    /// <summary>The property names of object-literal sites, by number.</summary>
    public required string[][] LiteralSites { get; init; }

    public required TemplateSite[] TemplateSites { get; init; }

    /// <summary>The string constants of all functions.</summary>
    public required Value[] Strings { get; init; }

    /// <summary>The model bytes of the code of all functions.</summary>
    public required long CodeBytes { get; init; }

    /// <summary>Whether the last statement is an expression other than a call of print or a console method, whose value is worth showing.</summary>
    public required bool EndsWithExpression { get; init; }
}

internal readonly record struct GlobalDeclaration(string Name, GlobalDeclarationKind Kind);

internal enum GlobalDeclarationKind
{
    Var,
    Function,
    Let,
    Const,
    Class,
}

internal sealed record TemplateSite(IReadOnlyList<string?> Cooked, IReadOnlyList<string> Raw);
