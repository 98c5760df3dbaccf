namespace Rlm.JavaScript.Syntax;

internal sealed partial class Parser
{
    private FunctionContext _context;
    private int _loops;
    private int _breakables;

    // Labels of the current function; the value tells whether it labels a loop.
    private Dictionary<string, bool>? _labels;

    // The last await or yield expression and the last identifier `await` read in this function: errors if they turn out to stand in arrow parameters.
    private int _suspensionPosition = -1;
    private int _awaitIdentifierPosition = -1;
    private bool _hasTopLevelAwait;

    /// <summary>What the code being read may contain.</summary>
    [Flags]
    private enum FunctionContext
    {
        None = 0,

        /// <summary>await is an operator.</summary>
        Await = 1 << 0,

        /// <summary>await is no identifier.</summary>
        AwaitReserved = 1 << 1,

        /// <summary>yield is an operator.</summary>
        Yield = 1 << 2,
        Return = 1 << 3,
        SuperProperty = 1 << 4,
        SuperCall = 1 << 5,
        NewTarget = 1 << 6,

        /// <summary>In field initialisers and static blocks, where <c>arguments</c> must not be used.</summary>
        NoArguments = 1 << 7,

        /// <summary>In formal parameters, where await and yield expressions are errors.</summary>
        Parameters = 1 << 8,
        StaticBlock = 1 << 9,
        TopLevel = 1 << 10,

        /// <summary>What an arrow function takes over from the code around it.</summary>
        InheritedByArrows = SuperProperty | SuperCall | NewTarget | NoArguments,
    }

    [Flags]
    private enum ExpressionContext
    {
        None = 0,

        /// <summary>The operator <c>in</c> ends the expression: the head of a for statement.</summary>
        NoIn = 1,

        /// <summary>The expression may turn out to be a pattern or a parameter.</summary>
        Cover = 2,

        /// <summary>A colon behind the expression belongs to <c>?:</c> or <c>case</c> and begins no return type.</summary>
        ColonFollows = 4,

        /// <summary>An arrow function may begin at this token.</summary>
        Arrow = 8,

        /// <summary>Inherited by the operands at the end of an expression.</summary>
        Tail = NoIn | ColonFollows,
    }

    private bool Has(FunctionContext flags) => (_context & flags) != FunctionContext.None;

    private FunctionState EnterFunction(FunctionContext context)
    {
        Enter();
        var state = new FunctionState(_context, _loops, _breakables, _labels, _suspensionPosition, _awaitIdentifierPosition);
        _context = context | (_options.AllowTopLevelAwait ? FunctionContext.AwaitReserved : FunctionContext.None);
        _loops = _breakables = 0;
        _labels = null;
        _scopes.EnterFunction();
        return state;
    }

    private void LeaveFunction(in FunctionState state)
    {
        _scopes.Leave();
        (_context, _loops, _breakables, _labels, _suspensionPosition, _awaitIdentifierPosition) = state;
        Leave();
    }

    private readonly record struct FunctionState(
        FunctionContext Context, int Loops, int Breakables, Dictionary<string, bool>? Labels, int SuspensionPosition, int AwaitIdentifierPosition);
}
