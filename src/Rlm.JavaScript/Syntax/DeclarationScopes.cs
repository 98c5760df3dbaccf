using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Syntax;

/// <summary>
/// Finds names that are declared twice. Names must come from one <see cref="IdentifierTable"/>.
/// </summary>
/// <remarks>
/// All open scopes share one array; a scope owns the stretch from its start to that of the next. A scope with many
/// names gets an index, so that the check costs the same for the first name and the hundred-thousandth.
/// A <c>var</c> belongs to every scope between its place and its function: it is handed outward when a scope closes.
/// </remarks>
internal sealed class DeclarationScopes(SourceText source, Meter meter)
{
    private const int IndexThreshold = 12;

    private Declaration[] _declarations = new Declaration[32];
    private int _count;
    private Scope[] _scopes = new Scope[16];
    private int _depth = -1;

    [Flags]
    private enum Kinds : byte
    {
        None = 0,
        Lexical = 1,
        Var = 2,

        /// <summary>A function at the top of a function or script: like a var, but it does not leave its scope.</summary>
        TopLevelFunction = 4,
        Parameter = 8,

        /// <summary>A plain catch parameter, which a var may repeat.</summary>
        CatchIdentifier = 16,
        CatchPattern = 32,
    }

    public void EnterFunction() => Enter(isFunction: true);

    public void EnterBlock() => Enter(isFunction: false);

    public void Leave()
    {
        ref Scope scope = ref _scopes[_depth--];
        int start = scope.Start;
        int end = _count;
        scope.Index = null;
        _count = start;
        if (scope.IsFunction)
            return;

        // The stretch is compacted in place: what moves outward never overtakes what is read.
        for (int index = start; index < end; index++)
        {
            Declaration declaration = _declarations[index];
            if ((declaration.Kinds & Kinds.Var) != Kinds.None)
            {
                meter.Work(1);
                DeclareVar(declaration.Name, declaration.Position);
            }
        }
    }

    public void DeclareLexical(string name, int position)
    {
        if (Find(name) is var index and >= 0)
            throw Duplicate(name, position, _declarations[index].Position);
        Add(name, Kinds.Lexical, position);
    }

    public void DeclareVar(string name, int position)
    {
        int index = Find(name);
        if (index < 0)
        {
            Add(name, Kinds.Var, position);
            return;
        }

        ref Declaration existing = ref _declarations[index];
        if ((existing.Kinds & (Kinds.Lexical | Kinds.CatchPattern)) != Kinds.None)
            throw Duplicate(name, position, existing.Position);
        existing = existing with { Kinds = existing.Kinds | Kinds.Var };
    }

    /// <summary>A function declaration directly in the body of a function or script.</summary>
    public void DeclareTopLevelFunction(string name, int position)
    {
        int index = Find(name);
        if (index < 0)
            Add(name, Kinds.TopLevelFunction, position);
        else if ((_declarations[index].Kinds & Kinds.Lexical) != Kinds.None)
            throw Duplicate(name, position, _declarations[index].Position);
    }

    public void DeclareParameter(string name, int position)
    {
        if (Find(name) >= 0)
            throw new SyntaxErrorException($"Two parameters are named '{Parser.Shorten(name)}'", position);
        Add(name, Kinds.Parameter, position);
    }

    public void DeclareCatchParameter(string name, int position, bool isPattern)
    {
        if (Find(name) is var index and >= 0)
            throw Duplicate(name, position, _declarations[index].Position);
        Add(name, isPattern ? Kinds.CatchPattern : Kinds.CatchIdentifier, position);
    }

    /// <summary>The variable of a for-of loop must not repeat even a plain catch parameter.</summary>
    /// <seealso href="https://tc39.es/ecma262/#sec-variablestatements-in-catch-blocks"/>
    public void CheckForOfVar(string name, int position)
    {
        for (int depth = _depth; depth >= 0 && !_scopes[depth].IsFunction; depth--)
        {
            if (Find(name, depth) is var index and >= 0 && (_declarations[index].Kinds & Kinds.CatchIdentifier) != Kinds.None)
                throw Duplicate(name, position, _declarations[index].Position);
        }
    }

    /// <summary>Whether a name is declared, as far as it was read, in any open scope.</summary>
    public bool IsDeclared(string name)
    {
        for (int depth = _depth; depth >= 0; depth--)
        {
            if (Find(name, depth) >= 0)
                return true;
        }

        return false;
    }

    private void Enter(bool isFunction)
    {
        if (++_depth == _scopes.Length)
            Array.Resize(ref _scopes, _depth * 2);
        _scopes[_depth] = new Scope { Start = _count, IsFunction = isFunction };
    }

    private int Find(string name) => Find(name, _depth);

    private int Find(string name, int depth)
    {
        ref Scope scope = ref _scopes[depth];
        if (scope.Index is { } names)
            return names.TryGetValue(name, out int found) ? found : -1;

        int end = depth == _depth ? _count : _scopes[depth + 1].Start;
        for (int index = scope.Start; index < end; index++)
        {
            if (ReferenceEquals(_declarations[index].Name, name))
                return index;
        }

        return -1;
    }

    private void Add(string name, Kinds kinds, int position)
    {
        if (_count == _declarations.Length)
        {
            meter.Allocate(_count * 16L);
            Array.Resize(ref _declarations, _count * 2);
        }

        ref Scope scope = ref _scopes[_depth];
        int index = _count++;
        _declarations[index] = new Declaration(name, kinds, position);
        if (scope.Index is not null)
        {
            meter.Allocate(32);
            scope.Index.Add(name, index);
        }
        else if (_count - scope.Start > IndexThreshold)
        {
            scope.Index = new Dictionary<string, int>(_count - scope.Start, StringComparer.Ordinal);
            for (int earlier = scope.Start; earlier < _count; earlier++)
                scope.Index.Add(_declarations[earlier].Name, earlier);
        }
    }

    private SyntaxErrorException Duplicate(string name, int position, int firstPosition) =>
        new($"'{Parser.Shorten(name)}' is already declared on line {source.LineAt(firstPosition)}; assign to it without a new declaration, or choose another name", position);

    private readonly record struct Declaration(string Name, Kinds Kinds, int Position);

    private struct Scope
    {
        public int Start;
        public bool IsFunction;
        public Dictionary<string, int>? Index;
    }
}
