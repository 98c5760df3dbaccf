namespace Rlm.JavaScript.Compilation;

/// <summary>What an operand of an instruction stands for.</summary>
internal enum OperandKind
{
    None,
    Register,

    /// <summary>A register, or a constant where it is negative.</summary>
    RegisterOrConstant,

    /// <summary>A register, or nothing where it is -1.</summary>
    RegisterOrNone,
    Constant,
    ConstantOrNone,

    /// <summary>The number of an instruction.</summary>
    Target,
    Count,

    /// <summary>The number of the first of several.</summary>
    First,

    /// <summary>A slot of a scope.</summary>
    Slot,

    /// <summary>The scopes between the function's and the one that is meant.</summary>
    Steps,

    /// <summary>The number of a global name.</summary>
    Global,

    /// <summary>The number of an inline cache for a property.</summary>
    Site,
    Literal,
    Template,
    RegExp,
    Function,
    Class,

    /// <summary>The number of a jump table.</summary>
    Table,
    ThrowKind,
}

/// <summary>What the three operands of an operation stand for.</summary>
internal readonly record struct OperandLayout(OperandKind A = OperandKind.None, OperandKind B = OperandKind.None, OperandKind C = OperandKind.None)
{
    /// <summary>The layout of an operation, as its comment in <see cref="OpCode"/> tells it.</summary>
    public static OperandLayout Of(OpCode op) => op switch
    {
        OpCode.LoadUndefined or OpCode.LoadNull or OpCode.LoadTrue or OpCode.LoadFalse or OpCode.LoadUninitialized or OpCode.LoadThis or OpCode.LoadNewTarget
            or OpCode.CreateArguments or OpCode.CopyScope or OpCode.LoadSuperBase or OpCode.CreateObject or OpCode.AppendHole or OpCode.InitializeFields
            or OpCode.EnterTry or OpCode.LeaveTry or OpCode.Return or OpCode.Throw or OpCode.DelegateYield or OpCode.CheckIteratorResult => new(OperandKind.Register),
        OpCode.CheckWork or OpCode.ReturnUndefined or OpCode.InitialYield => default,

        OpCode.LoadConstant or OpCode.CheckInitialized or OpCode.CreatePrivateName => new(OperandKind.Register, C: OperandKind.Constant),
        OpCode.CheckDestructurable => new(OperandKind.Register, C: OperandKind.ConstantOrNone),
        OpCode.CreateRest => new(OperandKind.Register, C: OperandKind.First),
        OpCode.LoadGlobal or OpCode.LoadGlobalOrUndefined or OpCode.StoreGlobal or OpCode.InitializeGlobal => new(OperandKind.Register, C: OperandKind.Global),
        OpCode.CreateRegExp => new(OperandKind.Register, C: OperandKind.RegExp),
        OpCode.GetTemplateObject => new(OperandKind.Register, C: OperandKind.Template),
        OpCode.JumpTable => new(OperandKind.Register, C: OperandKind.Table),
        OpCode.ThrowError => new(B: OperandKind.ThrowKind, C: OperandKind.Constant),

        OpCode.CreateScope => new(OperandKind.Register, OperandKind.RegisterOrNone, OperandKind.Count),
        OpCode.LoadSlot or OpCode.LoadSlotChecked or OpCode.StoreSlot or OpCode.StoreSlotChecked => new(OperandKind.Register, OperandKind.Register, OperandKind.Slot),
        OpCode.LoadOuter or OpCode.LoadOuterChecked or OpCode.StoreOuter or OpCode.StoreOuterChecked => new(OperandKind.Register, OperandKind.Steps, OperandKind.Slot),

        OpCode.Move or OpCode.Negate or OpCode.ToNumber or OpCode.ToNumeric or OpCode.BitwiseNot or OpCode.Not or OpCode.TypeOf or OpCode.Increment or OpCode.Decrement
            or OpCode.ToPropertyKey or OpCode.SetPrototype or OpCode.AppendElement or OpCode.SetHomeObject or OpCode.SetFieldInitializer or OpCode.Await or OpCode.Yield
            or OpCode.GetIterator or OpCode.GetAsyncIterator or OpCode.AsyncIteratorNext or OpCode.GetNames => new(OperandKind.Register, OperandKind.Register),
        >= OpCode.Add and <= OpCode.InstanceOf or OpCode.GetElement or OpCode.GetElementForUpdate or OpCode.GetElementMethod or OpCode.DeleteElement or OpCode.GetSuper =>
            new(OperandKind.Register, OperandKind.Register, OperandKind.RegisterOrConstant),
        OpCode.JoinTemplate or OpCode.CreateArray or OpCode.CopyProperties or OpCode.Call or OpCode.CallFunction or OpCode.New or OpCode.SuperCall =>
            new(OperandKind.Register, OperandKind.Register, OperandKind.Count),
        OpCode.CallSpread or OpCode.NewSpread or OpCode.SuperCallSpread => new(OperandKind.Register, OperandKind.Register),

        OpCode.Jump or OpCode.Loop => new(C: OperandKind.Target),
        OpCode.JumpIfTrue or OpCode.JumpIfFalse or OpCode.JumpIfNullish or OpCode.JumpIfNotNullish or OpCode.JumpIfNotUndefined or OpCode.JumpIfUninitialized =>
            new(OperandKind.Register, C: OperandKind.Target),
        >= OpCode.JumpIfLess and <= OpCode.JumpIfStrictNotEqual => new(OperandKind.Target, OperandKind.Register, OperandKind.RegisterOrConstant),
        OpCode.AppendArray or OpCode.DelegateCall or OpCode.DelegateResult or OpCode.IteratorNext or OpCode.IteratorResult or OpCode.IteratorClose or OpCode.NextName =>
            new(OperandKind.Register, OperandKind.Register, OperandKind.Target),

        OpCode.GetProperty or OpCode.GetLength or OpCode.GetMethod or OpCode.SetProperty => new(OperandKind.Register, OperandKind.Register, OperandKind.Site),
        OpCode.SetElement or OpCode.DefineProperty or OpCode.DefineHidden or OpCode.DefineGetter or OpCode.DefineSetter or OpCode.DefineHiddenGetter or OpCode.DefineHiddenSetter =>
            new(OperandKind.Register, OperandKind.RegisterOrConstant, OperandKind.Register),
        OpCode.SetSuper => new(OperandKind.RegisterOrConstant, OperandKind.Register, OperandKind.Register),
        OpCode.GetPrivate or OpCode.SetPrivate or OpCode.DefinePrivate or OpCode.DefinePrivateMethod or OpCode.HasPrivate =>
            new(OperandKind.Register, OperandKind.Register, OperandKind.Register),
        OpCode.CreateObjectFrom => new(OperandKind.Register, OperandKind.Register, OperandKind.Literal),
        OpCode.CreateClosure => new(OperandKind.Register, OperandKind.RegisterOrNone, OperandKind.Function),
        OpCode.CreateClass => new(OperandKind.Register, OperandKind.RegisterOrNone, OperandKind.Class),
        OpCode.SetFunctionName => new(OperandKind.Register, OperandKind.Register, OperandKind.ConstantOrNone),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "An operation needs a layout of its operands."),
    };
}
