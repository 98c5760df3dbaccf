using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <content>Statements.</content>
internal sealed partial class FunctionCompiler
{
    private void Statement(Statement statement)
    {
        EnsureStack(statement);
        int mark = _next;
        int reported = _reported;
        switch (statement)
        {
            case ExpressionStatement expression:
                At(expression.Start);
                Effect(expression.Expression);
                break;
            case VariableDeclaration declaration:
                Declaration(declaration);
                break;
            case BlockStatement block:
                Block(block, block.Body);
                break;
            case IfStatement @if:
                If(@if);
                break;
            case ForStatement @for:
                For(@for, []);
                break;
            case ForEachStatement forEach:
                ForEach(forEach, []);
                break;
            case WhileStatement @while:
                While(@while, []);
                break;
            case DoWhileStatement doWhile:
                DoWhile(doWhile, []);
                break;
            case ReturnStatement @return:
                At(@return.Start);
                EmitReturn(@return.Argument);
                break;
            case BreakStatement @break:
                Break(@break);
                break;
            case ContinueStatement @continue:
                Continue(@continue);
                break;
            case ThrowStatement @throw:
                int error = Operand(@throw.Argument);
                At(@throw.Start);
                Emit(OpCode.Throw, error);
                break;
            case TryStatement @try:
                Try(@try);
                break;
            case SwitchStatement @switch:
                Switch(@switch, []);
                break;
            case LabeledStatement labeled:
                Labeled(labeled);
                break;
            case ClassDeclaration @class:
                int value = Temp();
                Class(@class.Class, @class.Class.Name!, value);
                InitializeName(@class.Class.Name!, value);
                break;
        }

        if (statement is TryStatement or ForEachStatement)
        {
            // Handlers are reached from everywhere in it: what was reported in it need not have been.
            _reported = reported;
        }

        _next = mark;
    }

    private void Block(Node owner, IReadOnlyList<Statement> body)
    {
        int mark = _next;
        LexicalScope? scope = _script.Analysis.ScopeOf(owner);
        EnterScope(scope);
        HoistFunctions(body);
        foreach (Statement statement in body)
        {
            Statement(statement);
        }

        LeaveScope(scope);
        _next = mark;
    }

    private void Declaration(VariableDeclaration declaration)
    {
        foreach (VariableDeclarator declarator in declaration.Declarators)
        {
            int mark = _next;
            At(declarator.Start);
            if (declarator.Initializer is null)
            {
                if (declaration.Kind != VariableKind.Var)
                {
                    int undefined = DeclaredRegister(declarator.Target) is >= 0 and var own ? own : Temp();
                    Emit(OpCode.LoadUndefined, undefined);
                    InitializeTarget(declarator.Target, undefined);
                }
            }
            else if (declarator.Target is Identifier name)
            {
                int target = DeclaredRegister(name);
                int value = target >= 0 && IsWrittenLast(declarator.Initializer) ? target : Temp();
                Evaluate(declarator.Initializer, value, name.Name);
                InitializeTarget(name, value, isVar: declaration.Kind == VariableKind.Var);
            }
            else
            {
                int value = Operand(declarator.Initializer);
                Destructure((Pattern)declarator.Target, value, isDeclaration: declaration.Kind != VariableKind.Var);
            }

            _next = mark;
        }
    }

    /// <summary>The register of a declared name that lives in one; else -1.</summary>
    private int DeclaredRegister(Node target) =>
        target is Identifier { Name: var name } && Lookup(name) is { IsCaptured: false, NeedsCheck: false } binding && Owns(binding.Scope) ? binding.Register : -1;

    private void If(IfStatement statement)
    {
        var end = new Label();
        for (int i = 0; i < statement.Clauses.Count; i++)
        {
            var otherwise = new Label();
            JumpIf(statement.Clauses[i].Test, jumpWhen: false, otherwise);
            Statement(statement.Clauses[i].Consequent);
            if (i < statement.Clauses.Count - 1 || statement.Alternate is not null)
            {
                EmitJump(OpCode.Jump, end);
            }

            Mark(otherwise);
        }

        if (statement.Alternate is not null)
        {
            Statement(statement.Alternate);
        }

        Mark(end);
    }

    private void Labeled(LabeledStatement statement)
    {
        switch (statement.Body)
        {
            case ForStatement @for:
                For(@for, statement.Labels);
                break;
            case ForEachStatement forEach:
                ForEach(forEach, statement.Labels);
                break;
            case WhileStatement @while:
                While(@while, statement.Labels);
                break;
            case DoWhileStatement doWhile:
                DoWhile(doWhile, statement.Labels);
                break;
            case SwitchStatement @switch:
                Switch(@switch, statement.Labels);
                break;
            default:
                var target = new BreakTarget(statement.Labels, isLoop: false, takesPlainBreak: false);
                _control.Add(target);
                Statement(statement.Body);
                _control.RemoveAt(_control.Count - 1);
                Mark(target.Break);
                break;
        }
    }

    private void While(WhileStatement loop, IReadOnlyList<string> labels)
    {
        var target = new BreakTarget(labels, isLoop: true, takesPlainBreak: true);
        var top = new Label();
        EmitJump(OpCode.Jump, target.Continue);
        Mark(top);
        LoopBody(target, loop.Body);
        Mark(target.Continue);
        LoopBack(loop.Test, top);
        Mark(target.Break);
    }

    private void DoWhile(DoWhileStatement loop, IReadOnlyList<string> labels)
    {
        var target = new BreakTarget(labels, isLoop: true, takesPlainBreak: true);
        var top = new Label();
        Mark(top);
        LoopBody(target, loop.Body);
        Mark(target.Continue);
        LoopBack(loop.Test, top);
        Mark(target.Break);
    }

    private void LoopBody(BreakTarget target, Statement body)
    {
        _control.Add(target);
        Statement(body);
        _control.RemoveAt(_control.Count - 1);
    }

    /// <summary>The end of a loop: goes back to the top while the test holds. Every way back reports work.</summary>
    private void LoopBack(Expression? test, Label top)
    {
        int mark = _next;
        if (test is null or BooleanLiteral { Value: true })
        {
            Emit(OpCode.Loop, 0, 0, top.Target);
            return;
        }

        bool isLoopTest = IsLoopTest(test);
        if (!isLoopTest)
        {
            Emit(OpCode.CheckWork);
        }

        JumpIf(test, jumpWhen: true, top, isLoopTest);
        _next = mark;
    }

    private void For(ForStatement loop, IReadOnlyList<string> labels)
    {
        LexicalScope? scope = _script.Analysis.ScopeOf(loop);
        EnterScope(scope);
        if (loop.Initializer is VariableDeclaration declaration)
        {
            Declaration(declaration);
        }
        else if (loop.Initializer is Expression expression)
        {
            At(expression.Start);
            Effect(expression);
        }

        if (scope is { SlotCount: > 0 })
        {
            // Closures made by the initialiser keep the variables as they were before the first turn.
            Emit(OpCode.CopyScope, scope.Register);
        }

        var target = new BreakTarget(labels, isLoop: true, takesPlainBreak: true);
        var top = new Label();
        var test = new Label();
        if (loop.Test is not null)
        {
            // The test stands at the end, where it costs one jump a turn.
            EmitJump(OpCode.Jump, test);
        }

        Mark(top);
        LoopBody(target, loop.Body);
        Mark(target.Continue);
        if (scope is { SlotCount: > 0 })
        {
            Emit(OpCode.CopyScope, scope.Register);
        }

        if (loop.Update is not null)
        {
            At(loop.Update.Start);
            Effect(loop.Update);
        }

        Mark(test);
        LoopBack(loop.Test, top);
        Mark(target.Break);
        LeaveScope(scope);
    }

    private void Switch(SwitchStatement statement, IReadOnlyList<string> labels)
    {
        int discriminant = Temp();
        Evaluate(statement.Discriminant, discriminant);
        LexicalScope? scope = _script.Analysis.ScopeOf(statement);
        EnterScope(scope);
        foreach (SwitchCase @case in statement.Cases)
        {
            HoistFunctions(@case.Body);
        }

        var target = new BreakTarget(labels, isLoop: false, takesPlainBreak: true);
        Label[] starts = [.. statement.Cases.Select(_ => new Label())];
        int defaultCase = -1;
        for (int i = 0; i < starts.Length; i++)
        {
            if (statement.Cases[i].Test is { } test)
            {
                int mark = _next;
                At(test.Start);
                EmitCompareJump(OpCode.JumpIfStrictEqual, starts[i], discriminant, OperandOrConstant(test));
                _next = mark;
            }
            else
            {
                defaultCase = i;
            }
        }

        EmitJump(OpCode.Jump, defaultCase >= 0 ? starts[defaultCase] : target.Break);
        _control.Add(target);
        for (int i = 0; i < starts.Length; i++)
        {
            Mark(starts[i]);
            foreach (Statement inner in statement.Cases[i].Body)
            {
                Statement(inner);
            }
        }

        _control.RemoveAt(_control.Count - 1);
        Mark(target.Break);
        LeaveScope(scope);
    }
}
