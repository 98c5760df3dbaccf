using Rlm.JavaScript.Compilation;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <content>Evaluating scripts, one after another, over the same global names.</content>
internal sealed partial class Agent
{
    private readonly List<GlobalCell> _declared = [];
    private JsPromise? _main;
    private int _turn;

    /// <summary>The outcome of the running script; pending while it waits.</summary>
    public JsPromise Main => _main!;

    /// <summary>The global names that this evaluation declared or made by assignment, in order.</summary>
    public IReadOnlyList<GlobalCell> Declared => _declared;

    /// <summary>Whether the value of the script is worth showing; see <see cref="CompiledScript.EndsWithExpression"/>.</summary>
    public bool ShowsResult { get; private set; }

    public void BeginEvaluation()
    {
        _turn++;
        _declared.Clear();
        _unhandled.Clear();
        _hostCallCount = 0;
        Console.Begin(Options.MaxOutputLength);
    }

    /// <summary>Links a script into the session and runs it until it ends or waits for the host.</summary>
    public void Start(CompiledScript script)
    {
        foreach (GlobalDeclaration declaration in script.Declarations)
        {
            Meter.Work(1);
            CheckDeclaration(declaration);
        }

        // Declared before anything refers to them, so that names are listed in the order of the source.
        foreach (GlobalDeclaration declaration in script.Declarations)
        {
            Meter.Work(1);
            Declare(declaration);
        }

        var instance = new ScriptInstance(Realm, script, _turn);
        ShowsResult = script.EndsWithExpression;

        var function = new Closure(Realm.ShapeOf(Intrinsic.FunctionPrototype), script.Main, instance, scope: null, Value.Undefined);
        _main = null;
        _entryDepth = 0;
        PushCall(function, Realm.Globals.Object, 0, 0, newTarget: null);
        _main = _frames[0]!.Coroutine!.Promise!;
        _main.IsHandled = true;
        Run(0);
        RunJobs();
    }

    /// <summary>Ends an evaluation that came to its end: names whose initialiser failed become undefined.</summary>
    public void EndEvaluation()
    {
        foreach (GlobalCell cell in _declared)
        {
            if (cell.Value.IsUninitialized)
            {
                cell.Value = Value.Undefined;
            }
        }

        EndDeferring();
        ForgetRegisters();
        ForgetCalls();
    }

    /// <summary>What finished calls left in the registers must not outlive the evaluation; a stack that grew large is given back.</summary>
    private void ForgetRegisters()
    {
        if (_stack.Length > InitialRegisters)
        {
            _stack = new Value[InitialRegisters];
        }
        else
        {
            _stack.AsSpan().Clear();
        }
    }

    /// <summary>Abandons everything that runs or waits; the global names keep the values they have.</summary>
    public void Abandon()
    {
        DropFrames(0);
        _entryDepth = 0;
        _reentrancy = 0;
        _jobs.Clear();
        _hostCalls.Clear();
        _exitValue = Value.Undefined;
        Meter.ResetNative();
        EndEvaluation();
    }

    /// <summary>The first promise that was rejected without anyone asking; null where there is none.</summary>
    public JsPromise? FirstUnhandledRejection => _unhandled.Find(promise => !promise.IsHandled);

    /// <summary>
    /// Drops names that nothing refers to any more. Only between evaluations: then no name is held anywhere but in traced objects. Finding them traces all that
    /// is live, so it waits until there are twice as many as the last time left, or many while memory is short.
    /// </summary>
    public void SweepNames()
    {
        const int Enough = 4096;
        int added = Realm.Names.Count - _keptNames;
        if (added < Enough || (added < _keptNames && !Meter.IsMemoryShort))
        {
            return;
        }

        var tracer = new Tracer();
        Trace(tracer, includeNames: false);
        tracer.Run();
        Realm.Names.Sweep(tracer);
        _keptNames = Realm.Names.Count;
    }

    private void CheckDeclaration(GlobalDeclaration declaration)
    {
        if (!Realm.Globals.TryGet(Realm.Names.Intern(declaration.Name), out GlobalCell? cell))
        {
            return;
        }

        if (cell.IsReadOnly)
        {
            throw SyntaxError($"'{declaration.Name}' is read-only: it is set by the host and cannot be declared again. Use another name.");
        }

        bool isLexical = declaration.Kind >= GlobalDeclarationKind.Let;
        if (IsFixed(cell) && declaration.Kind != GlobalDeclarationKind.Var)
        {
            throw SyntaxError($"Identifier '{declaration.Name}' has already been declared");
        }

        if (!Options.AllowRedeclaration
            && (cell.Role == GlobalKind.Lexical || (isLexical && cell.Role is GlobalKind.Variable && (cell.Attributes & PropertyAttributes.Configurable) == 0)))
        {
            throw SyntaxError($"Identifier '{declaration.Name}' has already been declared");
        }
    }

    /// <summary>Whether a name is one of <c>undefined</c>, <c>NaN</c> and <c>Infinity</c>, which nothing can change.</summary>
    private static bool IsFixed(GlobalCell cell) => cell.Role == GlobalKind.BuiltIn && (cell.Attributes & PropertyAttributes.Configurable) == 0;

    // The cell itself knows whether it is listed: a script may declare any number of names, and delete and make one again in a loop.
    private void ListAsDeclared(GlobalCell cell)
    {
        if (cell.DeclaredInTurn != _turn)
        {
            cell.DeclaredInTurn = _turn;
            _declared.Add(cell);
        }
    }

    private void Declare(GlobalDeclaration declaration)
    {
        GlobalCell cell = Realm.Globals.GetOrAdd(Realm.Names.Intern(declaration.Name));
        if (IsFixed(cell))
        {
            return;
        }

        bool isKnown = cell.Role is GlobalKind.Variable or GlobalKind.Lexical or GlobalKind.HostVariable;
        ListAsDeclared(cell);
        if (declaration.Kind >= GlobalDeclarationKind.Let)
        {
            // A name that is declared again keeps its value until its new initialiser has run.
            if (!isKnown || !Options.AllowRedeclaration)
            {
                cell.Source = null;
                cell.Value = Value.Uninitialized;
            }

            cell.Role = GlobalKind.Lexical;
            return;
        }

        if (!isKnown && cell.Role != GlobalKind.BuiltIn)
        {
            cell.Value = Value.Undefined;
        }

        if (cell.Role == GlobalKind.Undeclared)
        {
            cell.Attributes = PropertyAttributes.Writable | PropertyAttributes.Enumerable;
        }

        cell.Materialize(Realm);
        cell.Role = GlobalKind.Variable;
    }
}
