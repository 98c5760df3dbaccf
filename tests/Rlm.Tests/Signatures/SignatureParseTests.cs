namespace Rlm.Tests.Signatures;

public class SignatureParseTests
{
    [Theory]
    [InlineData("a -> b", "a: string -> b: string")]
    [InlineData("a, b: list[str] -> c: int, d: 'x'|'y'", "a: string, b: string[] -> c: number, d: \"x\" | \"y\"")]
    [InlineData("  a:str,b :string\n->c:  str ", "a: string, b: string -> c: string")]
    [InlineData("a: int[] -> b: long", "a: number[] -> b: number")]
    [InlineData("a -> b: float, c: double, d: number, e: decimal", "a: string -> b: number, c: number, d: number, e: number")]
    [InlineData("a -> b: bool", "a: string -> b: boolean")]
    [InlineData("a -> b: date, c: datetime", "a: string -> b: string, c: string")]
    [InlineData("a -> b: json, c: any, d: object", "a: string -> b: any, c: any, d: any")]
    [InlineData("a -> b: dict[str, int]", "a: string -> b: Record<string, number>")]
    [InlineData("a -> b: dict[str, list[dict[str, bool]]]", "a: string -> b: Record<string, Record<string, boolean>[]>")]
    [InlineData("a -> b: dict", "a: string -> b: Record<string, any>")]
    [InlineData("a -> b: list, c: list[], d: str[][]", "a: string -> b: any[], c: any[][], d: string[][]")]
    [InlineData("a -> b: int?", "a: string -> b?: number")]
    [InlineData("a -> b: Optional[int]", "a: string -> b?: number")]
    [InlineData("a -> b: int | None", "a: string -> b?: number")]
    [InlineData("a -> b: null | str", "a: string -> b?: string")]
    [InlineData("a -> b: list[int?]", "a: string -> b: (number | null)[]")]
    [InlineData("a -> b: (int?)[]", "a: string -> b: (number | null)[]")]
    [InlineData("a -> b: Literal['a', \"b\"]", "a: string -> b: \"a\" | \"b\"")]
    [InlineData("a -> b: ('x'|'y')[]", "a: string -> b: (\"x\" | \"y\")[]")]
    [InlineData("a -> b: 'x'|'y'|null", "a: string -> b?: \"x\" | \"y\"")]
    [InlineData("a -> b: 'it, -> is: fine'", "a: string -> b: \"it, -> is: fine\"")]
    [InlineData("-> b", " -> b: string")]
    [InlineData("größe -> ответ", "größe: string -> ответ: string")]
    public void Parse_ValidText_ReadsFields(string text, string expected) =>
        Assert.Equal(expected, Signature.Parse(text).ToString());

    [Theory]
    [InlineData("a, b", "Expected '->' between inputs and outputs, at position 4.\n  a, b\n      ^")]
    [InlineData("", "Expected '->' between inputs and outputs, at position 0.\n  \n  ^")]
    [InlineData("a -> b -> c", "There is a second '->'; a signature has exactly one, at position 7.\n  a -> b -> c\n         ^")]
    [InlineData("a ->", "Expected at least one output after '->', at position 4.\n  a ->\n      ^")]
    [InlineData("a b -> c", "Expected ',' or '->' but found 'b', at position 2.\n  a b -> c\n    ^")]
    [InlineData("a -> b c", "Expected ',' but found 'c', at position 7.\n  a -> b c\n         ^")]
    [InlineData("a, -> b", "Expected the name of an input but found '-', at position 3.\n  a, -> b\n     ^")]
    [InlineData("a -> b,", "Expected the name of an output, at position 7.\n  a -> b,\n         ^")]
    [InlineData("a -> 1b", "Expected the name of an output but found '1', at position 5.\n  a -> 1b\n       ^")]
    [InlineData("a -> b:", "Expected a type, at position 7.\n  a -> b:\n         ^")]
    [InlineData("a -> b: 'x", "The quotation mark is never closed, at position 8.\n  a -> b: 'x\n          ^")]
    [InlineData("a -> b: list[int", "Expected ']', at position 16.\n  a -> b: list[int\n                  ^")]
    [InlineData("a -> b: dict[int, str]", "The keys of a dict are str, at position 13.\n  a -> b: dict[int, str]\n               ^")]
    [InlineData("a -> b: dict[str]", "Expected ',' but found ']', at position 16.\n  a -> b: dict[str]\n                  ^")]
    [InlineData("a -> b: int | str", "A union can hold quoted texts ('a' | 'b') or one type and null (int | null), at position 8.\n  a -> b: int | str\n          ^")]
    [InlineData("a -> b: null", "A union can hold quoted texts ('a' | 'b') or one type and null (int | null), at position 8.\n  a -> b: null\n          ^")]
    [InlineData("a -> b: Literal[1]", "Expected a quoted text, at position 16.\n  a -> b: Literal[1]\n                  ^")]
    [InlineData("a -> b: Optional", "Expected '[' after Optional, at position 16.\n  a -> b: Optional\n                  ^")]
    [InlineData("a\n->\tb: x y", "Unknown type 'x' (known: str, int, float, decimal, bool, date, datetime, json, list[T], dict[str, T], T[], T?, Optional[T], Literal['a', 'b']), at position 8.\n  a -> b: x y\n          ^")]
    public void Parse_InvalidText_SaysWhatAndWhere(string text, string expected)
    {
        var exception = Assert.Throws<SignatureException>(() => Signature.Parse(text));

        Assert.Equal(expected, exception.Message);
        Assert.NotNull(exception.Position);
    }

    [Fact]
    public void Parse_LongText_ShowsOnlyTheSurroundings()
    {
        var exception = Assert.Throws<SignatureException>(() => Signature.Parse(new string('a', 1_000) + " -> b: nope, " + new string('c', 1_000)));

        var lines = exception.Message.Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.True(lines[1].Length < 130);
        Assert.Equal("nope", lines[1].Substring(lines[2].Length - 1, 4));
    }

    [Fact]
    public void Parse_DeeplyNestedType_IsRefusedAndDoesNotOverflow()
    {
        var text = "a -> b: " + string.Concat(Enumerable.Repeat("list[", 100_000));

        Assert.StartsWith("Types may nest at most 16 deep", Assert.Throws<SignatureException>(() => Signature.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Null_Throws() => Assert.Throws<ArgumentNullException>(() => Signature.Parse(null!));

    [Theory]
    [InlineData("for -> x", "the input 'for' is a word that JavaScript reserves; choose another name")]
    [InlineData("llm_query -> x", "the input 'llm_query' is the name of a built-in; choose another name")]
    [InlineData("llm_query_batched -> x", "the input 'llm_query_batched' is the name of a built-in; choose another name")]
    [InlineData("rlm_query -> x", "the input 'rlm_query' is the name of a built-in; choose another name")]
    [InlineData("rlm_query_batched -> x", "the input 'rlm_query_batched' is the name of a built-in; choose another name")]
    [InlineData("SUBMIT -> x", "the input 'SUBMIT' is the name of a built-in; choose another name")]
    [InlineData("print -> x", "the input 'print' is the name of a built-in; choose another name")]
    [InlineData("console -> x", "the input 'console' is the name of a built-in; choose another name")]
    [InlineData("x -> trajectory", "the output 'trajectory' is a member of every prediction; choose another name")]
    [InlineData("x -> finalReasoning", "the output 'finalReasoning' is a member of every prediction; choose another name")]
    [InlineData("x -> __proto__", "the output '__proto__' is not a key in an object literal of JavaScript; choose another name")]
    [InlineData("x, x -> y", "the name 'x' is used 2 times; names must differ")]
    [InlineData("x -> y, x", "the name 'x' is used 2 times; names must differ")]
    public void Parse_ForbiddenName_IsRefused(string text, string problem) =>
        Assert.Equal($"The signature 'signature' is not valid:\n- {problem}", Assert.Throws<SignatureException>(() => Signature.Parse(text)).Message);

    [Fact]
    public void Parse_SeveralForbiddenNames_AreAllNamed()
    {
        var message = Assert.Throws<SignatureException>(() => Signature.Parse("for, SUBMIT, a, a -> trajectory")).Message;

        Assert.Equal(5, message.Split('\n').Length);
    }

    [Fact]
    public void Parse_InputCalledInterpreter_IsAllowed() =>
        Assert.Equal("interpreter", Signature.Parse("interpreter -> answer").Inputs[0].Name);

    [Fact]
    public void With_Changes_LeavesTheOriginal()
    {
        var original = Signature.Parse("a -> b", "Do it.");

        var changed = original.WithInstructions("Do that.")
            .Append(SignatureField.Input("c", "int?", "A number."))
            .Prepend(SignatureField.Input("z"))
            .Append(SignatureField.Output("e", "list[str]"))
            .Prepend(SignatureField.Output("d", "bool"));

        Assert.Equal("a: string -> b: string", original.ToString());
        Assert.Equal("Do it.", original.Instructions);
        Assert.Equal("z: string, a: string, c?: number -> d: boolean, b: string, e: string[]", changed.ToString());
        Assert.Equal("Do that.", changed.Instructions);
        Assert.Equal("A number.", changed.Inputs[2].Description);
    }

    [Fact]
    public void Append_TakenName_IsRefused() =>
        Assert.Throws<SignatureException>(() => Signature.Parse("a -> b").Append(SignatureField.Output("a")));

    [Fact]
    public void Field_BadType_ShowsTheCaret() =>
        Assert.Contains("\n  int int\n      ^", Assert.Throws<SignatureException>(() => SignatureField.Input("a", "int int")).Message, StringComparison.Ordinal);
}
