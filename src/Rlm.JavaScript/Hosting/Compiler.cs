using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Hosting;

/// <summary>From source text to code.</summary>
internal static class Compiler
{
    /// <exception cref="SyntaxErrorException">The source is no valid script.</exception>
    public static CompiledScript Compile(SourceText source, ParserOptions options, Meter meter)
    {
        // No trace sees the tree: until it is code, it counts as held.
        long outer = meter.EnterNative();
        try
        {
            return ScriptCompiler.Compile(Parser.Parse(source.Text, options, meter), source, meter);
        }
        finally
        {
            meter.LeaveNative(outer);
        }
    }
}
