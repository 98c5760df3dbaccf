using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <content>Loops over names and iterators.</content>
internal sealed partial class FunctionCompiler
{
    private void ForEach(ForEachStatement loop, IReadOnlyList<string> labels)
    {
        int source = Temp();
        LexicalScope? scope = _script.Analysis.ScopeOf(loop);

        // The right side sees the loop's names in their dead zone; where none is used there, the scope can wait.
        EnterScope(scope);
        Evaluate(loop.Right, source);
        LeaveScope(scope);
        if (loop.Kind == ForEachKind.In)
        {
            ForIn(loop, labels, source, scope);
        }
        else
        {
            ForOf(loop, labels, source, scope);
        }
    }

    private void ForIn(ForEachStatement loop, IReadOnlyList<string> labels, int source, LexicalScope? scope)
    {
        var target = new BreakTarget(labels, isLoop: true, takesPlainBreak: true);
        At(loop.Right.Start);
        Emit(OpCode.GetNames, source, source);
        Mark(target.Continue);
        Emit(OpCode.CheckWork);
        int mark = _next;
        int name = Temp();
        EmitJump(OpCode.NextName, target.Break, source, name);
        Body(loop, target, name, scope);
        Emit(OpCode.Loop, 0, 0, target.Continue.Target);
        Mark(target.Break);
        _next = mark;
    }

    /// <summary>
    /// The iterator is closed when the body leaves the loop early or throws. What the iterator itself throws does not close it:
    /// only the body is covered by the handler.
    /// </summary>
    private void ForOf(ForEachStatement loop, IReadOnlyList<string> labels, int source, LexicalScope? scope)
    {
        bool isAsync = loop.Kind == ForEachKind.AwaitOf;
        int iterator = Temp();
        Temp();
        int value = Temp();
        int error = Temp();
        At(loop.Right.Start);
        Emit(isAsync ? OpCode.GetAsyncIterator : OpCode.GetIterator, iterator, source);
        var target = new BreakTarget(labels, isLoop: true, takesPlainBreak: true);
        var entry = new IteratorEntry(iterator, isAsync) { Region = new Region() };
        Mark(target.Continue);
        At(loop.Right.Start);
        EmitNext(iterator, value, target.Break, isAsync);
        _control.Add(target);
        _control.Add(entry);

        // The target is outside the iterator entry, so that break closes; continue must not, so it has a target inside.
        var inner = new BreakTarget(labels, isLoop: true, takesPlainBreak: false);
        entry.Region.Open(Pc);
        Body(loop, inner, value, scope);
        entry.Region.Close(Pc);
        _control.RemoveRange(_control.Count - 2, 2);
        Mark(inner.Continue);
        Mark(inner.Break);
        Emit(OpCode.Loop, 0, 0, target.Continue.Target);
        CloseOnThrow(entry, error);
        Mark(target.Break);
    }

    /// <summary>Gets the next value of an iterator, or goes to a label at the end.</summary>
    private void EmitNext(int iterator, int value, Label done, bool isAsync = false)
    {
        if (isAsync)
        {
            Emit(OpCode.AsyncIteratorNext, value, iterator);
            Emit(OpCode.Await, value, value);
        }
        else
        {
            EmitJump(OpCode.IteratorNext, done, iterator, value);
        }

        EmitJump(OpCode.IteratorResult, done, iterator, value);
    }

    /// <summary>
    /// The handler of a loop or pattern over an iterator: closes it, and throws again what was thrown. What closing throws is dropped.
    /// A generator's return comes here as well, and goes on leaving.
    /// </summary>
    private void CloseOnThrow(IteratorEntry entry, int error)
    {
        int completion = Temp();
        AddHandlers(entry.Region!, Pc, error, completion);
        var isReturn = new Label();
        var rethrow = new Label();
        int zero = Constant((double)Handler.ReturnCompletion);
        EmitCompareJump(OpCode.JumpIfStrictEqual, isReturn, completion, ~zero);
        var closing = new Region();
        int result = Temp();
        closing.Open(Pc);
        EmitJump(OpCode.IteratorClose, rethrow, entry.IteratorRegister, result);
        if (entry.IsAsync)
        {
            Emit(OpCode.Await, result, result);
        }

        closing.Close(Pc);
        AddHandlers(closing, Pc, result);
        Mark(rethrow);
        Emit(OpCode.Throw, error);
        Mark(isReturn);
        if (IsGenerator)
        {
            CloseIterator(entry);
            LeaveForReturn(error, _control.Count);
        }

        _next -= 2;
    }

    private void Body(ForEachStatement loop, BreakTarget target, int value, LexicalScope? scope)
    {
        int mark = _next;

        // Entered anew each turn: every turn has variables of its own.
        EnterScope(scope);
        if (loop.Left is VariableDeclaration declaration)
        {
            At(declaration.Start);
            InitializeTarget(declaration.Declarators[0].Target, value, isVar: declaration.Kind == VariableKind.Var);
        }
        else
        {
            At(loop.Left.Start);
            AssignTarget(loop.Left, value);
        }

        _control.Add(target);
        Statement(loop.Body);
        _control.RemoveAt(_control.Count - 1);
        LeaveScope(scope);
        _next = mark;
    }
}
