using System.Runtime.CompilerServices;
using Rlm.JavaScript.Objects;
using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <summary>
/// Compiles one function. Variables have registers of their own, temporaries are taken from above them in the manner of a stack:
/// every method that compiles a part leaves the number of temporaries as it found it, but for the register it returns.
/// </summary>
internal sealed partial class FunctionCompiler
{
    /// <summary>More registers than this mean a function no language model writes.</summary>
    private const int MaxRegisters = 60_000;

    /// <summary>An instruction, and its part of the tables that belong to it.</summary>
    private const int InstructionBytes = 24;

    /// <summary>So many instructions in a row without a report of work get one: the guest writes as many as it likes into the body of a loop.</summary>
    private const int MostWithoutReport = 64;

    /// <summary>What an instruction costs that makes an object, where others cost 1.</summary>
    private const int CostOfObject = 8;

    private readonly ScriptCompiler _script;
    private readonly FunctionCompiler? _outer;
    private readonly FunctionNode? _node;
    private readonly LexicalScope _rootScope;
    private readonly HashSet<string> _constants;
    private readonly List<Instruction> _code = [];
    private readonly List<PositionEntry> _positions = [];
    private readonly List<Value> _constantPool = [];
    private readonly Dictionary<string, int> _stringConstants = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _numberConstants = [];
    private readonly List<CodeBlock> _functions = [];
    private readonly List<ClassTemplate> _classes = [];
    private readonly List<RegExpTemplate> _regExps = [];
    private readonly List<int[]> _jumpTables = [];
    private readonly List<(Label[] Labels, int Table)> _pendingTables = [];
    private readonly List<Handler> _handlers = [];
    private readonly List<ControlEntry> _control = [];
    private LexicalScope _scope;
    private int _next;
    private int _registerCount;
    private bool _needsArguments;

    /// <summary>What the instructions so far cost.</summary>
    private int _cost;

    /// <summary>On every way to here, there was a report of work at this cost or later.</summary>
    private int _reported;

    private FunctionCompiler(ScriptCompiler script, FunctionCompiler? outer, FunctionNode? node, LexicalScope rootScope, HashSet<string> constants)
    {
        _script = script;
        _outer = outer;
        _node = node;
        _rootScope = rootScope;
        _scope = rootScope;
        _constants = constants;
    }

    private bool IsAsync => _node?.IsAsync ?? true;

    private bool IsGenerator => _node?.IsGenerator ?? false;

    private int Pc => _code.Count;

    public static CodeBlock CompileScript(ScriptCompiler script, Script tree, HashSet<string> constants)
    {
        var compiler = new FunctionCompiler(script, outer: null, node: null, script.Analysis.Script, constants);
        compiler.ScriptBody(tree);
        return compiler.Finish(string.Empty, tree.Start, tree.End, parameterCount: 0, length: 0);
    }

    /// <param name="node">The function.</param>
    /// <param name="name">What its <c>name</c> says.</param>
    /// <param name="extent">What its source text is where that is more than the function: the class of a constructor.</param>
    private CodeBlock CompileFunction(FunctionNode node, string name, ClassNode? extent = null)
    {
        var compiler = new FunctionCompiler(_script, this, node, _script.Analysis.ScopeOf(node)!, _constants);
        int parameters = compiler.FunctionBody();
        int length = node.Parameters.TakeWhile(parameter => parameter.DefaultValue is null).Count();
        return compiler.Finish(name, extent?.Start ?? node.Start, extent?.End ?? node.End, parameters, length);
    }

    private CodeBlock Finish(string name, int start, int end, int parameterCount, int length)
    {
        foreach ((Label[] labels, int table) in _pendingTables)
        {
            _jumpTables[table] = Array.ConvertAll(labels, label => label.Target);
        }

        return _script.Finish(new CodeBlock
        {
            Name = name,
            Kind = _node?.Kind ?? FunctionKind.Normal,
            IsAsync = IsAsync,
            IsGenerator = IsGenerator,
            IsScript = _node is null,
            NeedsArguments = _needsArguments,
            IsPlain = !_needsArguments && !IsAsync && !IsGenerator && _node?.Kind is not (FunctionKind.ClassConstructor or FunctionKind.DerivedConstructor),
            ParameterCount = parameterCount,
            Length = length,
            // One more than is used, for results that nobody wants.
            RegisterCount = _registerCount + 1,
            Code = [.. _code],
            Constants = [.. _constantPool],
            Functions = [.. _functions],
            Classes = [.. _classes],
            RegExps = [.. _regExps],
            JumpTables = [.. _jumpTables],
            Handlers = [.. _handlers],
            Positions = [.. _positions],
            SourceStart = start,
            SourceEnd = end,
        });
    }

    private void Emit(OpCode op, int a = 0, int b = 0, int c = 0)
    {
        if (_cost - _reported >= MostWithoutReport && !FollowsDirectly(op))
        {
            Append(OpCode.CheckWork, 0, 0, 0);
            _reported = _cost;
        }

        Append(op, a, b, c);
        _cost += MakesObject(op) ? CostOfObject : 1;
    }

    private static bool MakesObject(OpCode op) =>
        op is OpCode.CreateRest or OpCode.CreateArguments or OpCode.CreateScope or OpCode.CopyScope or OpCode.JoinTemplate or OpCode.CreatePrivateName or OpCode.CreateObject
            or OpCode.CreateObjectFrom or OpCode.CopyProperties or OpCode.CreateArray or OpCode.AppendArray or OpCode.CreateRegExp or OpCode.GetTemplateObject or OpCode.CreateClosure
            or OpCode.CreateClass or OpCode.GetIterator or OpCode.GetAsyncIterator or OpCode.GetNames;

    /// <summary>Whether the instruction before counts on it: IteratorNext skips the IteratorResult behind it, and a call looks for an Await.</summary>
    private static bool FollowsDirectly(OpCode op) => op is OpCode.IteratorResult or OpCode.Await;

    private void Append(OpCode op, int a, int b, int c)
    {
        _script.Meter.Work(1);
        _script.Meter.Allocate(InstructionBytes);
        _code.Add(new Instruction(op, a, b, c));
    }

    /// <summary>Says that the instructions from here on belong to a place in the source.</summary>
    private void At(int position)
    {
        if (_positions.Count > 0 && _positions[^1].Pc == Pc)
        {
            _positions[^1] = new PositionEntry(Pc, position);
        }
        else if (_positions.Count == 0 || _positions[^1].Position != position)
        {
            _positions.Add(new PositionEntry(Pc, position));
        }
    }

    private int Temp()
    {
        int register = _next++;
        if (_next > _registerCount)
        {
            if (_next > MaxRegisters)
            {
                throw new SyntaxErrorException("The function is too large: too many variables or values at once.", _node?.Start ?? 0);
            }

            _registerCount = _next;
        }

        return register;
    }

    private void EmitJump(OpCode op, Label label, int a = 0, int b = 0)
    {
        Emit(op, a, b, label.Target);
        if (label.Target < 0)
        {
            AddJump(label);
        }
    }

    /// <summary>Emits a comparing jump, whose target is its first operand.</summary>
    private void EmitCompareJump(OpCode op, Label label, int left, int right)
    {
        Emit(op, label.Target, left, right);
        if (label.Target < 0)
        {
            AddJump(label);
        }
    }

    private void AddJump(Label label)
    {
        label.Jumps.Add(Pc - 1);
        label.Reported = Math.Min(label.Reported, _reported);
    }

    private void Mark(Label label)
    {
        label.Target = Pc;
        _reported = Math.Min(_reported, label.Reported);
        foreach (int jump in label.Jumps)
        {
            Instruction old = _code[jump];
            _code[jump] = IsCompareJump(old.Op) ? new Instruction(old.Op, Pc, old.B, old.C) : new Instruction(old.Op, old.A, old.B, Pc);
        }

        label.Jumps.Clear();
    }

    private static bool IsCompareJump(OpCode op) => op is >= OpCode.JumpIfLess and <= OpCode.JumpIfStrictNotEqual;

    private int Constant(string text)
    {
        if (!_stringConstants.TryGetValue(text, out int number))
        {
            number = _constantPool.Count;
            _constantPool.Add(_script.StringConstant(text));
            _stringConstants.Add(text, number);
        }

        return number;
    }

    private int Constant(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        if (!_numberConstants.TryGetValue(bits, out int number))
        {
            number = _constantPool.Count;
            _constantPool.Add(value);
            _numberConstants.Add(bits, number);
        }

        return number;
    }

    private int Constant(Value value)
    {
        _constantPool.Add(value);
        return _constantPool.Count - 1;
    }

    /// <summary>Adds handlers for a region. Those of inner statements have been added before, so that they are found first.</summary>
    private void AddHandlers(Region region, int target, int valueRegister, int completionRegister = -1, int tryStart = -1)
    {
        foreach ((int start, int end) in region.Ranges)
        {
            _handlers.Add(new Handler(start, end, target, valueRegister, completionRegister, tryStart));
        }
    }

    private static void EnsureStack(Node node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new SyntaxErrorException("The code is nested too deeply; use variables and functions for the inner parts", node.Start);
        }
    }
}
