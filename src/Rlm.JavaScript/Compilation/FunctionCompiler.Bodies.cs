using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <content>The prologue and the body of functions and scripts.</content>
internal sealed partial class FunctionCompiler
{
    private void ScriptBody(Script script)
    {
        HoistFunctions(script.Body);
        int last = script.Body.Count - 1;
        for (int i = 0; i <= last; i++)
        {
            if (i == last && script.Body[i] is ExpressionStatement statement)
            {
                int value = Temp();
                At(statement.Start);
                Evaluate(statement.Expression, value);
                Emit(OpCode.Return, value);
                return;
            }

            Statement(script.Body[i]);
        }

        Emit(OpCode.ReturnUndefined);
    }

    /// <summary>Compiles the whole function and returns the number of registers that arguments are put in.</summary>
    private int FunctionBody()
    {
        FunctionNode node = _node!;
        int parameters = node.Parameters.Count;
        for (int i = 0; i < parameters; i++)
        {
            Temp();
        }

        EnterFunctionScope(parameters);
        BindParameters(node, parameters);
        if (node.IsGenerator)
        {
            Emit(OpCode.InitialYield);
        }

        LexicalScope? body = _script.Analysis.BodyScopeOf(node);
        EnterScope(body);
        DeclareVars(body ?? _rootScope, isApart: body is not null);
        HoistFunctions(node.Body);
        if (node.ExpressionBody is { } expression)
        {
            EmitReturn(expression);
        }
        else
        {
            foreach (Statement statement in node.Body)
            {
                Statement(statement);
            }

            EmitReturn(argument: null);
        }

        return parameters;
    }

    /// <summary>A plain parameter lives in the register its argument arrives in, unless inner functions use it.</summary>
    private void EnterFunctionScope(int parameters)
    {
        FunctionNode node = _node!;
        _scope = _rootScope;
        if (_rootScope.SlotCount > 0)
        {
            _rootScope.Register = Temp();
            Emit(OpCode.CreateScope, _rootScope.Register, -1, _rootScope.SlotCount);
        }

        for (int i = 0; i < parameters; i++)
        {
            if (node.Parameters[i].Target is Identifier { Name: var name } && _rootScope.Bindings[name] is { IsCaptured: false, NeedsCheck: false } parameter)
            {
                parameter.Register = i;
            }
        }

        foreach (Binding binding in _rootScope.Bindings.Values)
        {
            if (!binding.IsCaptured && binding.Register < 0)
            {
                binding.Register = Temp();
                if (binding.NeedsCheck || binding.Kind == BindingKind.This)
                {
                    Emit(OpCode.LoadUninitialized, binding.Register);
                }
            }
        }

        if (_rootScope.Bindings.TryGetValue("arguments", out Binding? arguments) && arguments.Kind == BindingKind.Arguments)
        {
            _needsArguments = true;
            int value = Temp();
            Emit(OpCode.CreateArguments, value);
            Initialize(arguments, value);
            _next--;
        }
    }

    private void BindParameters(FunctionNode node, int parameters)
    {
        for (int i = 0; i < parameters; i++)
        {
            PatternElement parameter = node.Parameters[i];
            if (parameter.DefaultValue is { } defaultValue)
            {
                var given = new Label();
                At(parameter.Start);
                EmitJump(OpCode.JumpIfNotUndefined, given, i);
                Evaluate(defaultValue, i, NameOf(parameter.Target));
                Mark(given);
            }

            if (parameter.Target is Identifier identifier)
            {
                Initialize(_rootScope.Bindings[identifier.Name], i);
            }
            else
            {
                Destructure((Pattern)parameter.Target, i, isDeclaration: true);
            }
        }

        if (node.Rest is { } rest)
        {
            _needsArguments = true;
            int value = Temp();
            Emit(OpCode.CreateRest, value, 0, parameters);
            InitializeTarget(rest, value);
            _next--;
        }
    }

    /// <summary>Gives the variables declared by var their first value: undefined, or that of the parameter of the same name.</summary>
    private void DeclareVars(LexicalScope scope, bool isApart)
    {
        int value = -1;
        foreach (Binding binding in scope.Bindings.Values)
        {
            if (binding.Kind != BindingKind.Var)
            {
                continue;
            }

            if (isApart && _rootScope.Bindings.TryGetValue(binding.Name, out Binding? parameter))
            {
                int copy = Temp();
                _scope = _rootScope;
                LoadName(parameter.Name, _node!.End, copy);
                _scope = scope;
                Initialize(binding, copy);
                _next--;
            }
            else if (!binding.IsCaptured)
            {
                Emit(OpCode.LoadUndefined, binding.Register);
            }
            else
            {
                if (value < 0)
                {
                    value = Temp();
                    Emit(OpCode.LoadUndefined, value);
                }

                Initialize(binding, value);
            }
        }
    }

    /// <summary>Creates the functions declared directly in a list of statements, before any of it runs.</summary>
    private void HoistFunctions(IReadOnlyList<Statement> body)
    {
        foreach (Statement statement in body)
        {
            Statement inner = statement;
            while (inner is LabeledStatement labeled)
            {
                inner = labeled.Body;
            }

            if (inner is FunctionDeclaration { Function: var function })
            {
                int value = Temp();
                At(function.Start);
                Closure(function, function.Name!, value);
                InitializeName(function.Name!, value);
                _next--;
            }
        }
    }

    /// <summary>Compiles a return: the value is evaluated first, then the statements around are left.</summary>
    private void EmitReturn(Expression? argument)
    {
        int mark = _next;
        if (_node is { Kind: FunctionKind.DerivedConstructor })
        {
            EmitDerivedReturn(argument);
        }
        else if (argument is null)
        {
            if (_control.Exists(entry => entry is not BreakTarget))
            {
                int undefined = Temp();
                Emit(OpCode.LoadUndefined, undefined);
                LeaveForReturn(undefined, _control.Count);
            }
            else
            {
                Emit(OpCode.ReturnUndefined);
            }
        }
        else if (argument is ConditionalExpression conditional && !(IsAsync && IsGenerator) && _control.TrueForAll(entry => entry is BreakTarget))
        {
            foreach (ConditionalArm arm in conditional.Arms)
            {
                var otherwise = new Label();
                JumpIf(arm.Test, jumpWhen: false, otherwise);
                EmitReturn(arm.Consequent);
                Mark(otherwise);
            }

            EmitReturn(conditional.Alternate);
        }
        else
        {
            int value = Operand(argument);
            if (IsAsync && IsGenerator)
            {
                int awaited = Temp();
                Emit(OpCode.Await, awaited, value);
                value = awaited;
            }

            LeaveForReturn(value, _control.Count);
        }

        _next = mark;
    }

    /// <summary>The constructor of a derived class returns an object, or else the this that super() has made by the time it is left.</summary>
    private void EmitDerivedReturn(Expression? argument)
    {
        int value = Temp();
        if (argument is null)
        {
            Emit(OpCode.LoadUndefined, value);
        }
        else
        {
            Evaluate(argument, value);
        }

        LeaveForReturn(value, _control.Count);
    }
}
