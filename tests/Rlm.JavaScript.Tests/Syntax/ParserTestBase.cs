using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Tests.Syntax;

/// <summary>Ways to run the parser in tests.</summary>
public abstract class ParserTestBase
{
    /// <summary>A strict script as the specification has it, without the liberties of a session.</summary>
    private protected static readonly ParserOptions Plain = new()
    {
        AllowTopLevelAwait = false,
        AllowTopLevelReturn = false,
        AllowTypeAnnotations = false,
    };

    private protected static readonly ParserOptions Session = new();

    private protected static Script Parse(string source, ParserOptions? options = null) => Parser.Parse(source, options ?? Session, new Meter());

    private protected static string Tree(string source, ParserOptions? options = null) => TreePrinter.Print(Parse(source, options));

    private protected static SyntaxErrorException Fails(string source, ParserOptions? options = null) =>
        Assert.Throws<SyntaxErrorException>(() => Parse(source, options));
}
