using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;
using Rlm.JavaScript.RegularExpressions;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>A pattern with its flags as one realm uses it: the compiled program, and the layout of the objects with its named groups.</summary>
internal sealed class CompiledPattern(string source, RegExpProgram program)
{
    private Shape? _groupsShape;
    private string? _escapedSource;

    /// <summary>The pattern as it was given.</summary>
    public string Source { get; } = source;

    public RegExpProgram Program { get; } = program;

    public RegExpFlags Flags => Program.Flags;

    public bool IsGlobal => (Flags & RegExpFlags.Global) != 0;

    public bool IsSticky => (Flags & RegExpFlags.Sticky) != 0;

    public bool IsUnicode => (Flags & (RegExpFlags.Unicode | RegExpFlags.UnicodeSets)) != 0;

    public bool HasIndices => (Flags & RegExpFlags.HasIndices) != 0;

    /// <summary>Whether matches read and write <c>lastIndex</c>.</summary>
    public bool UsesLastIndex => (Flags & (RegExpFlags.Global | RegExpFlags.Sticky)) != 0;

    /// <summary>The pattern as it stands between slashes. See <see href="https://tc39.es/ecma262/#sec-escaperegexppattern"/>.</summary>
    public string EscapedSource => _escapedSource ??= Escape(Source);

    public long Bytes => 200 + Program.Bytes + (2L * Source.Length * (_escapedSource is null ? 1 : 2));

    /// <summary>Makes the object that holds a value for each named group, which stand in the order of <see cref="RegExpProgram.GroupNames"/>.</summary>
    public JsObject NewGroups(Realm realm, Value[] values)
    {
        realm.Meter.Allocate(ModelBytes.Object + ModelBytes.Values(values.Length));
        _groupsShape ??= MakeGroupsShape(realm);

        // A layout that belongs to one object only cannot be shared: that is what becomes of one with very many names.
        if (!_groupsShape.IsUnique)
        {
            return new JsObject(_groupsShape, values);
        }

        JsObject groups = realm.NewObject(prototype: null);
        for (int i = 0; i < values.Length; i++)
        {
            realm.Meter.Work(1);
            groups.Put(realm.Names.Intern(Program.GroupNames[i].Name), values[i]);
        }

        return groups;
    }

    private Shape MakeGroupsShape(Realm realm)
    {
        Shape shape = JsObject.ShapeForChildren(realm.Shapes, prototype: null);
        foreach ((string name, _) in Program.GroupNames)
        {
            realm.Meter.Work(1);
            shape = shape.Add(realm.Names.Intern(name), PropertyAttributes.Data);
        }

        return shape;
    }

    private static string Escape(string source)
    {
        if (source.Length == 0)
        {
            return "(?:)";
        }

        if (source.AsSpan().IndexOfAny("/\n\r\u2028\u2029") < 0)
        {
            return source;
        }

        var escaped = new System.Text.StringBuilder(source.Length + 8);
        bool isInClass = false;
        for (int i = 0; i < source.Length; i++)
        {
            char character = source[i];
            if (character == '\\' && i + 1 < source.Length && !IsLineTerminator(source[i + 1]))
            {
                escaped.Append(character).Append(source[++i]);
                continue;
            }

            isInClass = (isInClass || character == '[') && character != ']';
            switch (character)
            {
                case '/' when !isInClass:
                    escaped.Append("\\/");
                    break;
                case '\\':
                    // The line terminator that follows brings its own backslash.
                    break;
                case '\n':
                    escaped.Append("\\n");
                    break;
                case '\r':
                    escaped.Append("\\r");
                    break;
                case '\u2028':
                    escaped.Append("\\u2028");
                    break;
                case '\u2029':
                    escaped.Append("\\u2029");
                    break;
                default:
                    escaped.Append(character);
                    break;
            }
        }

        return escaped.ToString();
    }

    private static bool IsLineTerminator(char character) => character is '\n' or '\r' or '\u2028' or '\u2029';
}

/// <summary>The patterns that a realm has compiled, up to a number: a loop that makes the same expression again and again compiles it once.</summary>
internal sealed class PatternCache
{
    private const int MaximumCount = 256;
    private const int MaximumSourceLength = 4096;

    private readonly Dictionary<(string Source, RegExpFlags Flags), CompiledPattern> _patterns = [];

    /// <exception cref="RegExpSyntaxException">The pattern or the flags are not well formed.</exception>
    public CompiledPattern Get(Realm realm, string source, RegExpFlags flags)
    {
        if (source.Length > MaximumSourceLength)
        {
            return Compile(realm, source, flags);
        }

        realm.Meter.Work(1 + (source.Length / MeteredText.CharactersPerUnit));
        if (_patterns.TryGetValue((source, flags), out CompiledPattern? known))
        {
            return known;
        }

        CompiledPattern compiled = Compile(realm, source, flags);
        if (_patterns.Count == MaximumCount)
        {
            _patterns.Clear();
        }

        _patterns.Add((source, flags), compiled);
        return compiled;
    }

    public void Trace(Tracer tracer)
    {
        foreach (CompiledPattern pattern in _patterns.Values)
        {
            tracer.VisitCharacters(pattern, (int)(pattern.Bytes / 2));
        }
    }

    private static CompiledPattern Compile(Realm realm, string source, RegExpFlags flags)
    {
        var compiled = new CompiledPattern(source, RegExpCompiler.Compile(source, flags, realm.Meter));
        realm.Meter.Allocate(compiled.Bytes);
        return compiled;
    }
}
