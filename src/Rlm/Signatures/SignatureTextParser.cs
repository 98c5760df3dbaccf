using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rlm.Json;

namespace Rlm.Signatures;

/// <summary>Reads the text form of signatures and types by recursive descent.</summary>
internal sealed class SignatureTextParser
{
    private const int MaxTypeDepth = 16;
    private const string KnownTypes = "str, int, float, decimal, bool, date, datetime, json, list[T], dict[str, T], T[], T?, Optional[T], Literal['a', 'b']";

    private readonly string _text;
    private int _position;
    private int _depth;

    private SignatureTextParser(string text) => _text = text;

    public static (IReadOnlyList<SignatureField> Inputs, IReadOnlyList<SignatureField> Outputs) Parse(string text)
    {
        var parser = new SignatureTextParser(text);
        var inputs = parser.ParseFields(FieldKind.Input);
        if (!parser.TryTake("->"))
        {
            parser.Fail(parser.AtEnd ? "Expected '->' between inputs and outputs" : $"Expected ',' or '->' but found '{parser.Current}'");
        }

        var outputs = parser.ParseFields(FieldKind.Output);
        if (parser.TryPeek("->"))
        {
            parser.Fail("There is a second '->'; a signature has exactly one");
        }

        parser.ExpectEnd("','");
        if (outputs.Count == 0)
        {
            parser.Fail("Expected at least one output after '->'");
        }

        return (inputs, outputs);
    }

    public static (JsonElement Schema, bool IsOptional) ParseType(string text)
    {
        var parser = new SignatureTextParser(text);
        var type = parser.ParseUnion();
        parser.ExpectEnd("the end of the type");
        return (Finish(type.Schema), type.IsNullable);
    }

    private bool AtEnd
    {
        get
        {
            SkipSpace();
            return _position == _text.Length;
        }
    }

    private char Current => _text[_position];

    private List<SignatureField> ParseFields(FieldKind kind)
    {
        var fields = new List<SignatureField>();
        if (AtEnd || TryPeek("->"))
        {
            return fields;
        }

        do
        {
            var name = ParseName(kind is FieldKind.Input ? "the name of an input" : "the name of an output");
            var type = TryTake(":") ? ParseUnion() : new ParsedType(new JsonObject { ["type"] = "string" }, false);
            fields.Add(new SignatureField(kind, name, Finish(type.Schema), type.IsNullable));
        }
        while (TryTake(","));
        return fields;
    }

    private ParsedType ParseUnion()
    {
        if (++_depth > MaxTypeDepth)
        {
            Fail($"Types may nest at most {MaxTypeDepth} deep");
        }

        var start = SkipSpace();
        var members = new List<ParsedType> { ParsePostfix() };
        while (TryTake("|"))
        {
            members.Add(ParsePostfix());
        }

        _depth--;
        return Unite(members, start);
    }

    /// <summary>A union is either of quoted texts, or of one type and null.</summary>
    private ParsedType Unite(List<ParsedType> members, int start)
    {
        if (members.Count == 1 && !members[0].IsOnlyNull)
        {
            return members[0];
        }

        var isNullable = members.Exists(member => member.IsNullable);
        var types = members.FindAll(member => !member.IsOnlyNull);
        if (types.Count == 1)
        {
            return types[0] with { IsNullable = true };
        }

        if (types.Count == 0 || types.Exists(type => type.Literals is null))
        {
            FailAt(start, "A union can hold quoted texts ('a' | 'b') or one type and null (int | null)");
        }

        return Literal(types.SelectMany(type => type.Literals!), isNullable);
    }

    private ParsedType ParsePostfix()
    {
        var type = ParsePrimary();
        while (true)
        {
            if (TryTake("["))
            {
                Expect("]");
                type = new ParsedType(ArrayOf(type), false);
            }
            else if (TryTake("?"))
            {
                type = type with { IsNullable = true };
            }
            else
            {
                return type;
            }
        }
    }

    private ParsedType ParsePrimary()
    {
        if (AtEnd)
        {
            Fail("Expected a type");
        }

        if (Current is '\'' or '"')
        {
            return Literal([ParseQuoted()], false);
        }

        if (TryTake("("))
        {
            var inner = ParseUnion();
            Expect(")");
            return inner;
        }

        var start = SkipSpace();
        var name = ParseName("a type");
        return name.ToUpperInvariant() switch
        {
            "STR" or "STRING" => Scalar("string"),
            "INT" or "INTEGER" or "LONG" => Scalar("integer"),
            "FLOAT" or "DOUBLE" or "NUMBER" or "DECIMAL" => Scalar("number"),
            "BOOL" or "BOOLEAN" => Scalar("boolean"),
            "DATE" => Scalar("string", "date"),
            "DATETIME" => Scalar("string", "date-time"),
            "JSON" or "ANY" or "OBJECT" => new ParsedType([], false),
            "NULL" or "NONE" => new ParsedType([], true) { IsOnlyNull = true },
            "LIST" => new ParsedType(ArrayOf(ParseArgument() ?? new ParsedType([], false)), false),
            "OPTIONAL" => ParseRequiredArgument(name) with { IsNullable = true },
            "DICT" => ParseDictionary(),
            "LITERAL" => ParseLiterals(),
            _ => Unknown(name, start),
        };
    }

    private ParsedType? ParseArgument()
    {
        // list followed by [] is an array of lists, not an argument list.
        if (TryPeek("[]") || !TryTake("["))
        {
            return null;
        }

        var argument = ParseUnion();
        Expect("]");
        return argument;
    }

    private ParsedType ParseRequiredArgument(string name)
    {
        if (ParseArgument() is { } argument)
        {
            return argument;
        }

        Fail($"Expected '[' after {name}");
        return null!;
    }

    private ParsedType ParseDictionary()
    {
        var value = new ParsedType([], false);
        if (!TryPeek("[]") && TryTake("["))
        {
            var keyStart = SkipSpace();
            var key = ParseUnion();
            if (key.IsNullable || key.Schema["type"]?.GetValue<string>() != "string" || key.Schema.Count != 1)
            {
                FailAt(keyStart, "The keys of a dict are str");
            }

            Expect(",");
            value = ParseUnion();
            Expect("]");
        }

        return new ParsedType(new JsonObject { ["type"] = "object", ["additionalProperties"] = value.ToSchema() }, false);
    }

    private ParsedType ParseLiterals()
    {
        Expect("[");
        var texts = new List<string>();
        do
        {
            if (AtEnd || Current is not ('\'' or '"'))
            {
                Fail("Expected a quoted text");
            }

            texts.Add(ParseQuoted());
        }
        while (TryTake(","));
        Expect("]");
        return Literal(texts, false);
    }

    private string ParseQuoted()
    {
        var start = _position;
        var end = _text.IndexOf(Current, start + 1);
        if (end < 0)
        {
            FailAt(start, "The quotation mark is never closed");
        }

        _position = end + 1;
        return _text[(start + 1)..end];
    }

    private string ParseName(string expected)
    {
        var start = SkipSpace();
        if (start == _text.Length || !JavaScriptIdentifier.IsStart(_text[start]))
        {
            Fail(start == _text.Length ? $"Expected {expected}" : $"Expected {expected} but found '{_text[start]}'");
        }

        while (_position < _text.Length && JavaScriptIdentifier.IsPart(_text[_position]))
        {
            _position++;
        }

        return _text[start.._position];
    }

    private void Expect(string token)
    {
        if (!TryTake(token))
        {
            Fail(AtEnd ? $"Expected '{token}'" : $"Expected '{token}' but found '{Current}'");
        }
    }

    private void ExpectEnd(string expected)
    {
        if (!AtEnd)
        {
            Fail($"Expected {expected} but found '{Current}'");
        }
    }

    private bool TryTake(string token)
    {
        if (!TryPeek(token))
        {
            return false;
        }

        _position += token.Length;
        return true;
    }

    private bool TryPeek(string token)
    {
        SkipSpace();
        return string.CompareOrdinal(_text, _position, token, 0, token.Length) == 0;
    }

    private int SkipSpace()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }

        return _position;
    }

    [DoesNotReturn]
    private void Fail(string problem) => FailAt(SkipSpace(), problem);

    [DoesNotReturn]
    private void FailAt(int position, string problem) =>
        throw new SignatureException($"{problem}, at position {position}.\n{CaretDisplay.Show(_text, position)}", position);

    [DoesNotReturn]
    private ParsedType Unknown(string name, int start)
    {
        FailAt(start, $"Unknown type '{name}' (known: {KnownTypes})");
        return null!;
    }

    private static ParsedType Scalar(string type, string? format = null)
    {
        var schema = new JsonObject { ["type"] = type };
        if (format is not null)
        {
            schema["format"] = format;
        }

        return new ParsedType(schema, false);
    }

    private static ParsedType Literal(IEnumerable<string> texts, bool isNullable)
    {
        var literals = texts.Distinct(StringComparer.Ordinal).ToList();
        var schema = new JsonObject { ["enum"] = new JsonArray([.. literals.Select(text => (JsonNode)text)]) };
        return new ParsedType(schema, isNullable) { Literals = literals };
    }

    private static JsonObject ArrayOf(ParsedType item) => new() { ["type"] = "array", ["items"] = item.ToSchema() };

    private static JsonElement Finish(JsonObject schema) => schema.ToElement();

    private sealed record ParsedType(JsonObject Schema, bool IsNullable)
    {
        public List<string>? Literals { get; init; }
        public bool IsOnlyNull { get; init; }

        public JsonObject ToSchema()
        {
            // An empty schema allows null already.
            if (!IsNullable || Schema.Count == 0)
            {
                return Schema;
            }

            return new JsonObject { ["anyOf"] = new JsonArray(Schema, new JsonObject { ["type"] = "null" }) };
        }
    }
}
