using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <content>Leaving statements: break, continue, return, and what runs on the way.</content>
internal sealed partial class FunctionCompiler
{
    /// <summary>Leaves the first <paramref name="count"/> statements around, innermost first, and returns a value.</summary>
    private void LeaveForReturn(int value, int count)
    {
        var suspended = new List<ControlEntry>();
        for (int i = count - 1; i >= 0; i--)
        {
            switch (_control[i])
            {
                case IteratorEntry iterator:
                    Suspend(iterator, suspended);
                    CloseIterator(iterator);
                    break;
                case ProtectedEntry protectedEntry:
                    Emit(OpCode.LeaveTry, protectedEntry.TryRegister);
                    Suspend(protectedEntry, suspended);
                    break;
                case FinallyEntry entry:
                    Emit(OpCode.LeaveTry, entry.TryRegister);
                    Suspend(entry, suspended);
                    Move(entry.ValueRegister, value);
                    LoadNumber(entry.CompletionRegister, Handler.ReturnCompletion);
                    EmitJump(OpCode.Jump, entry.Start);
                    entry.HasReturn = true;
                    ResumeAll(suspended);
                    return;
            }
        }

        if (_node is { Kind: FunctionKind.DerivedConstructor })
        {
            var hasValue = new Label();
            EmitJump(OpCode.JumpIfNotUndefined, hasValue, value);
            LoadName("this", _node.End, value);
            Mark(hasValue);
        }

        Emit(OpCode.Return, value);
        ResumeAll(suspended);
    }

    /// <summary>Leaves the first <paramref name="count"/> statements around up to a target, and goes on there.</summary>
    private void LeaveForJump(BreakTarget target, bool isContinue, int count)
    {
        var suspended = new List<ControlEntry>();
        for (int i = count - 1; i >= 0; i--)
        {
            switch (_control[i])
            {
                case BreakTarget found when ReferenceEquals(found, target):
                    EmitJump(OpCode.Jump, isContinue ? target.Continue : target.Break);
                    ResumeAll(suspended);
                    return;
                case IteratorEntry iterator:
                    Suspend(iterator, suspended);
                    CloseIterator(iterator);
                    break;
                case FinallyEntry entry:
                    Emit(OpCode.LeaveTry, entry.TryRegister);
                    Suspend(entry, suspended);
                    LoadNumber(entry.CompletionRegister, FinallyEntry.NormalCompletion + 1 + ExitNumber(entry, target, isContinue));
                    EmitJump(OpCode.Jump, entry.Start);
                    ResumeAll(suspended);
                    return;
                case ProtectedEntry protectedEntry:
                    Emit(OpCode.LeaveTry, protectedEntry.TryRegister);
                    Suspend(protectedEntry, suspended);
                    break;
            }
        }
    }

    private static int ExitNumber(FinallyEntry entry, BreakTarget target, bool isContinue)
    {
        int number = entry.Exits.FindIndex(exit => ReferenceEquals(exit.Target, target) && exit.IsContinue == isContinue);
        if (number < 0)
        {
            entry.Exits.Add(new FinallyExit(target, isContinue));
            number = entry.Exits.Count - 1;
        }

        return number;
    }

    /// <summary>Closes the iterator of a loop that is left early; a return method that throws, or gives no object, throws from here.</summary>
    private void CloseIterator(IteratorEntry iterator)
    {
        int result = Temp();
        var done = new Label();
        EmitJump(OpCode.IteratorClose, done, iterator.IteratorRegister, result);
        if (iterator.IsAsync)
        {
            Emit(OpCode.Await, result, result);
        }

        Emit(OpCode.CheckIteratorResult, result);
        Mark(done);
        _next--;
    }

    private void Suspend(ControlEntry entry, List<ControlEntry> suspended)
    {
        entry.Region?.Close(Pc);
        suspended.Add(entry);
    }

    private void ResumeAll(List<ControlEntry> suspended)
    {
        foreach (ControlEntry entry in suspended)
        {
            entry.Region?.Open(Pc);
        }
    }

    private void Break(BreakStatement statement)
    {
        At(statement.Start);
        BreakTarget target = FindTarget(entry => statement.Label is null ? entry.TakesPlainBreak : !entry.TakesOnlyContinue && entry.Labels.Contains(statement.Label));
        LeaveForJump(target, isContinue: false, _control.Count);
    }

    private void Continue(ContinueStatement statement)
    {
        At(statement.Start);
        BreakTarget target = FindTarget(entry => entry.IsLoop && (statement.Label is null || entry.Labels.Contains(statement.Label)));
        LeaveForJump(target, isContinue: true, _control.Count);
    }

    private BreakTarget FindTarget(Predicate<BreakTarget> matches) =>
        (BreakTarget)_control[_control.FindLastIndex(entry => entry is BreakTarget target && matches(target))];

    private void Try(TryStatement statement)
    {
        if (statement.Finalizer is not null)
        {
            TryFinally(statement);
        }
        else
        {
            TryCatch(statement);
        }
    }

    private void TryCatch(TryStatement statement)
    {
        int mark = _next;
        int error = Temp();
        var end = new Label();
        var entry = new ProtectedEntry(Temp()) { Region = new Region() };
        Emit(OpCode.EnterTry, entry.TryRegister);
        int start = Pc;
        entry.Region.Open(Pc);
        _control.Add(entry);
        Statement(statement.Block);
        _control.RemoveAt(_control.Count - 1);
        Emit(OpCode.LeaveTry, entry.TryRegister);
        entry.Region.Close(Pc);
        EmitJump(OpCode.Jump, end);
        AddHandlers(entry.Region, Pc, error, tryStart: start);
        CatchBody(statement, error);
        Mark(end);
        _next = mark;
    }

    private void CatchBody(TryStatement statement, int error)
    {
        int mark = _next;
        LexicalScope? scope = _script.Analysis.ScopeOf(statement);
        EnterScope(scope);
        if (statement.Parameter is { } parameter)
        {
            InitializeTarget(parameter, error);
        }

        Statement(statement.Handler!);
        LeaveScope(scope);
        _next = mark;
    }

    private void TryFinally(TryStatement statement)
    {
        int mark = _next;
        var entry = new FinallyEntry(Temp(), Temp(), Temp()) { Region = new Region() };
        Emit(OpCode.EnterTry, entry.TryRegister);
        int start = Pc;
        entry.Region.Open(Pc);
        _control.Add(entry);
        if (statement.Handler is null)
        {
            Statement(statement.Block);
        }
        else
        {
            TryCatch(statement);
        }

        _control.RemoveAt(_control.Count - 1);
        Emit(OpCode.LeaveTry, entry.TryRegister);
        LoadNumber(entry.CompletionRegister, FinallyEntry.NormalCompletion);
        entry.Region.Close(Pc);
        AddHandlers(entry.Region, Pc, entry.ValueRegister, entry.CompletionRegister, start);
        Mark(entry.Start);
        Statement(statement.Finalizer!);
        ContinueAfterFinally(entry);
        _next = mark;
    }

    /// <summary>Goes on as the completion says: throws again, returns, breaks, continues, or falls through.</summary>
    private void ContinueAfterFinally(FinallyEntry entry)
    {
        var throws = new Label();
        var returns = new Label();
        var normal = new Label();
        Label[] exits = [.. entry.Exits.Select(_ => new Label())];
        _jumpTables.Add([]);
        _pendingTables.Add(([throws, returns, normal, .. exits], _jumpTables.Count - 1));
        Emit(OpCode.JumpTable, entry.CompletionRegister, 0, _jumpTables.Count - 1);
        Mark(throws);
        Emit(OpCode.Throw, entry.ValueRegister);
        Mark(returns);
        if (entry.HasReturn || IsGenerator)
        {
            LeaveForReturn(entry.ValueRegister, _control.Count);
        }

        for (int i = 0; i < exits.Length; i++)
        {
            Mark(exits[i]);
            LeaveForJump(entry.Exits[i].Target, entry.Exits[i].IsContinue, _control.Count);
        }

        Mark(normal);
    }

    private void LoadNumber(int register, int value) => Emit(OpCode.LoadConstant, register, 0, Constant((double)value));

    /// <summary>A try block with a catch: code that leaves it for good is not covered any more.</summary>
    private sealed class ProtectedEntry(int tryRegister) : ControlEntry
    {
        public readonly int TryRegister = tryRegister;
    }
}
