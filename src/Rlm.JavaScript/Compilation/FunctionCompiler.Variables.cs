using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <content>Names: where each lives, and how it is read, assigned and initialised.</content>
internal sealed partial class FunctionCompiler
{
    /// <summary>Enters a scope: gives its variables registers, and makes the scope object if inner functions use some of them.</summary>
    private void EnterScope(LexicalScope? scope)
    {
        if (scope is null)
        {
            return;
        }

        int parent = ScopeRegister(_scope);
        _scope = scope;
        if (scope.SlotCount > 0)
        {
            scope.Register = Temp();
            Emit(OpCode.CreateScope, scope.Register, parent, scope.SlotCount);
        }

        foreach (Binding binding in scope.Bindings.Values)
        {
            if (!binding.IsCaptured)
            {
                binding.Register = Temp();
                if (binding.NeedsCheck)
                {
                    Emit(OpCode.LoadUninitialized, binding.Register);
                }
            }
        }
    }

    /// <summary>Leaves a scope; the caller resets the temporaries to what they were before it.</summary>
    private void LeaveScope(LexicalScope? scope)
    {
        if (scope is not null)
        {
            _scope = scope.Parent!;
        }
    }

    /// <summary>The register of the innermost scope object that code in a scope sees within this function; -1 for that of the function itself.</summary>
    private int ScopeRegister(LexicalScope? scope)
    {
        for (; scope is not null && Owns(scope); scope = scope.Parent)
        {
            if (scope.SlotCount > 0)
            {
                return scope.Register;
            }
        }

        return -1;
    }

    private bool Owns(LexicalScope scope) => ReferenceEquals(scope.Function, _rootScope.Function) || _inlined.Contains(scope.Function);

    /// <summary>Functions compiled as part of this one: the initialisers of fields.</summary>
    private readonly HashSet<FunctionScope> _inlined = [];

    private Binding? Lookup(string name)
    {
        for (LexicalScope? scope = _scope; scope is not null; scope = scope.Parent)
        {
            if (scope.Bindings.TryGetValue(name, out Binding? binding))
            {
                return binding;
            }
        }

        return null;
    }

    /// <summary>How many scope objects lie between the function's own and that of a variable outside.</summary>
    private int HopsTo(LexicalScope target)
    {
        LexicalScope? scope = _scope;
        while (scope is not null && Owns(scope))
        {
            scope = scope.Parent;
        }

        int hops = 0;
        for (; !ReferenceEquals(scope, target); scope = scope!.Parent)
        {
            if (scope!.SlotCount > 0)
            {
                hops++;
            }
        }

        return hops;
    }

    private bool NeedsCheck(Binding binding, int position) => binding.IsCheckedAt(position, isInner: !Owns(binding.Scope));

    private void LoadName(string name, int position, int target)
    {
        At(position);
        if (Lookup(name) is not { } binding)
        {
            Emit(OpCode.LoadGlobal, target, 0, _script.Global(name));
            return;
        }

        bool isChecked = NeedsCheck(binding, position);
        if (!binding.IsCaptured)
        {
            if (isChecked)
            {
                Emit(OpCode.CheckInitialized, binding.Register, 0, Constant(name));
            }

            Move(target, binding.Register);
        }
        else
        {
            // The error of a checked load takes the name from the source, where this may not be written.
            bool isThis = binding.Kind == BindingKind.This;
            bool isLoadChecked = isChecked && !isThis;
            if (Owns(binding.Scope))
            {
                Emit(isLoadChecked ? OpCode.LoadSlotChecked : OpCode.LoadSlot, target, binding.Scope.Register, binding.Slot);
            }
            else
            {
                Emit(isLoadChecked ? OpCode.LoadOuterChecked : OpCode.LoadOuter, target, HopsTo(binding.Scope), binding.Slot);
            }

            if (isThis)
            {
                Emit(OpCode.CheckInitialized, target, 0, Constant(name));
            }
        }
    }

    /// <summary>Assigns to a name that exists or, for a global, may be made.</summary>
    private void StoreName(string name, int position, int value)
    {
        At(position);
        if (Lookup(name) is not { } binding)
        {
            if (_constants.Contains(name))
            {
                Emit(OpCode.LoadGlobal, Scratch(), 0, _script.Global(name));
                Emit(OpCode.ThrowError, 0, (int)ThrowKind.ConstantAssignment, Constant(name));
                return;
            }

            Emit(OpCode.StoreGlobal, value, 0, _script.Global(name));
            return;
        }

        if (binding.IsConstant)
        {
            if (binding.Kind == BindingKind.Const)
            {
                LoadName(name, position, Scratch());
            }

            Emit(OpCode.ThrowError, 0, (int)ThrowKind.ConstantAssignment, Constant(name));
            return;
        }

        bool isChecked = NeedsCheck(binding, position);
        if (!binding.IsCaptured)
        {
            if (isChecked)
            {
                Emit(OpCode.CheckInitialized, binding.Register, 0, Constant(name));
            }

            Move(binding.Register, value);
        }
        else if (Owns(binding.Scope))
        {
            Emit(isChecked ? OpCode.StoreSlotChecked : OpCode.StoreSlot, value, binding.Scope.Register, binding.Slot);
        }
        else
        {
            Emit(isChecked ? OpCode.StoreOuterChecked : OpCode.StoreOuter, value, HopsTo(binding.Scope), binding.Slot);
        }
    }

    /// <summary>Gives a declared name its first value.</summary>
    private void InitializeName(string name, int value)
    {
        if (Lookup(name) is not { } binding)
        {
            Emit(OpCode.InitializeGlobal, value, 0, _script.Global(name));
        }
        else
        {
            Initialize(binding, value);
        }
    }

    private void Initialize(Binding binding, int value)
    {
        if (!binding.IsCaptured)
        {
            Move(binding.Register, value);
        }
        else if (Owns(binding.Scope))
        {
            Emit(OpCode.StoreSlot, value, binding.Scope.Register, binding.Slot);
        }
        else
        {
            Emit(OpCode.StoreOuter, value, HopsTo(binding.Scope), binding.Slot);
        }
    }

    /// <summary>The register of a variable that lives in one and can be used as an operand right here; else -1.</summary>
    private int RegisterOf(Expression expression)
    {
        if (expression is Identifier identifier
            && Lookup(identifier.Name) is { IsCaptured: false } binding
            && Owns(binding.Scope)
            && !NeedsCheck(binding, identifier.Start))
        {
            return binding.Register;
        }

        return -1;
    }

    private void Move(int target, int source)
    {
        if (target != source)
        {
            Emit(OpCode.Move, target, source);
        }
    }

    /// <summary>A register whose content nobody needs.</summary>
    private int Scratch()
    {
        int register = Temp();
        _next--;
        return register;
    }
}
