using System.Runtime.InteropServices;

namespace Rlm.JavaScript.Compilation;

/// <summary>
/// One instruction: an operation and three operands, mostly register numbers. The operand C of an arithmetic operation or comparison
/// may be a constant: a negative value is the complement of its number in <see cref="CodeBlock.Constants"/>.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct Instruction(OpCode op, int a, int b, int c)
{
    public readonly OpCode Op = op;
    public readonly int A = a;
    public readonly int B = b;
    public readonly int C = c;
}
