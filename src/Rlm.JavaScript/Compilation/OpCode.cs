namespace Rlm.JavaScript.Compilation;

/// <summary>
/// The operations. r[X] is the register X, k[X] the constant X, rk[X] a register or (negative) a constant; "site" is the number of an inline cache.
/// A jump goes to the instruction number in its target operand.
/// </summary>
internal enum OpCode
{
    /// <summary>r[A] = k[C].</summary>
    LoadConstant,
    LoadUndefined,
    LoadNull,
    LoadTrue,
    LoadFalse,

    /// <summary>r[A] = the marker of a binding in its temporal dead zone.</summary>
    LoadUninitialized,

    /// <summary>r[A] = r[B].</summary>
    Move,

    /// <summary>r[A] = this.</summary>
    LoadThis,

    /// <summary>r[A] = new.target.</summary>
    LoadNewTarget,

    /// <summary>r[A] = an array of the arguments from number C on.</summary>
    CreateRest,

    /// <summary>r[A] = the arguments object.</summary>
    CreateArguments,

    /// <summary>Throws a ReferenceError if r[A] is uninitialised; its name is k[C].</summary>
    CheckInitialized,

    /// <summary>r[A] = global C; a ReferenceError where it is not declared or not initialised.</summary>
    LoadGlobal,

    /// <summary>As LoadGlobal, but undefined where it is not declared: for typeof.</summary>
    LoadGlobalOrUndefined,

    /// <summary>global C = r[A], an assignment.</summary>
    StoreGlobal,

    /// <summary>global C = r[A], an initialisation.</summary>
    InitializeGlobal,

    /// <summary>r[A] = a new scope of C slots, all uninitialised, inside the scope r[B], or inside the function's scope where B is -1.</summary>
    CreateScope,

    /// <summary>r[A] = a copy of the scope r[A]: the next iteration of a loop.</summary>
    CopyScope,

    /// <summary>r[A] = slot C of the scope r[B].</summary>
    LoadSlot,

    /// <summary>As LoadSlot, with a ReferenceError where it is not initialised.</summary>
    LoadSlotChecked,

    /// <summary>Slot C of the scope r[B] = r[A].</summary>
    StoreSlot,

    /// <summary>As StoreSlot, with a ReferenceError where it is not initialised.</summary>
    StoreSlotChecked,

    /// <summary>r[A] = slot C of the scope B steps out from the function's scope.</summary>
    LoadOuter,
    LoadOuterChecked,
    StoreOuter,
    StoreOuterChecked,

    /// <summary>r[A] = r[B] + rk[C] and so on.</summary>
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Exponentiate,
    ShiftLeft,
    ShiftRight,
    ShiftRightUnsigned,
    BitwiseAnd,
    BitwiseOr,
    BitwiseXor,
    Equal,
    NotEqual,
    StrictEqual,
    StrictNotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    InstanceOf,

    /// <summary>r[A] = - r[B] and so on.</summary>
    Negate,
    ToNumber,
    ToNumeric,
    BitwiseNot,
    Not,
    TypeOf,

    /// <summary>r[A] = r[B] + 1.</summary>
    Increment,
    Decrement,

    /// <summary>r[A] = the property key of r[B], for keys that are used more than once.</summary>
    ToPropertyKey,

    /// <summary>r[A] = the strings of r[B] to r[B + C - 1] joined: a template.</summary>
    JoinTemplate,

    /// <summary>Goes to C.</summary>
    Jump,

    /// <summary>Goes back to C, and reports work.</summary>
    Loop,

    /// <summary>Reports work: before a jump back that has a condition.</summary>
    CheckWork,

    /// <summary>Goes to C if r[A] is true.</summary>
    JumpIfTrue,
    JumpIfFalse,
    JumpIfNullish,
    JumpIfNotNullish,
    JumpIfNotUndefined,
    JumpIfUninitialized,

    /// <summary>Goes to A if r[B] &lt; rk[C] and so on.</summary>
    JumpIfLess,
    JumpIfNotLess,

    /// <summary>As JumpIfLess, and reports work: the way back of a loop.</summary>
    LoopIfLess,
    JumpIfLessOrEqual,
    JumpIfNotLessOrEqual,
    JumpIfGreater,
    JumpIfNotGreater,
    JumpIfGreaterOrEqual,
    JumpIfNotGreaterOrEqual,
    JumpIfEqual,
    JumpIfNotEqual,
    JumpIfStrictEqual,
    JumpIfStrictNotEqual,

    /// <summary>Goes to jump table C at the number in r[A]: after a finally block.</summary>
    JumpTable,

    /// <summary>r[A] = r[B].name, by site C.</summary>
    GetProperty,

    /// <summary>As GetProperty where the name is <c>length</c>.</summary>
    GetLength,

    /// <summary>r[A] = r[B].name and r[A + 1] = r[B], by site C: the function and the this of a call.</summary>
    GetMethod,

    /// <summary>r[A].name = r[B], by site C.</summary>
    SetProperty,

    /// <summary>r[A] = r[B][rk[C]].</summary>
    GetElement,

    /// <summary>As GetElement; where r[C] is an object it becomes the property key it stands for, so that a SetElement that follows does not convert it again.</summary>
    GetElementForUpdate,

    /// <summary>r[A] = r[B][rk[C]] and r[A + 1] = r[B].</summary>
    GetElementMethod,

    /// <summary>r[A][rk[B]] = r[C].</summary>
    SetElement,

    /// <summary>r[A] = delete r[B][rk[C]].</summary>
    DeleteElement,

    /// <summary>r[A] = the prototype of the home object, in which super looks for properties.</summary>
    LoadSuperBase,

    /// <summary>r[A] = the property rk[C] of r[B + 1], with r[B] as this.</summary>
    GetSuper,

    /// <summary>The property rk[A] of r[B + 1] = r[C], with r[B] as this.</summary>
    SetSuper,

    /// <summary>r[A] = the element with the private name r[C] of r[B].</summary>
    GetPrivate,

    /// <summary>The element with the private name r[B] of r[A] = r[C].</summary>
    SetPrivate,

    /// <summary>Adds the element with the private name r[B] to r[A], with the value r[C].</summary>
    DefinePrivate,

    /// <summary>Adds the private method r[C] with the private name r[B] to r[A]; it cannot be assigned to.</summary>
    DefinePrivateMethod,

    /// <summary>r[A] = whether r[B] has the element with the private name r[C].</summary>
    HasPrivate,

    /// <summary>r[A] = a new private name with the description k[C].</summary>
    CreatePrivateName,

    /// <summary>r[A] = {}.</summary>
    CreateObject,

    /// <summary>r[A] = an object with the values r[B]… under the names of literal site C.</summary>
    CreateObjectFrom,

    /// <summary>Defines the property rk[B] of r[A] as r[C], a plain data property.</summary>
    DefineProperty,

    /// <summary>As DefineProperty, but not enumerable: a method of a class.</summary>
    DefineHidden,

    /// <summary>Defines the getter rk[B] of r[A] as r[C].</summary>
    DefineGetter,
    DefineSetter,
    DefineHiddenGetter,
    DefineHiddenSetter,

    /// <summary>Sets the prototype of r[A] to r[B] if that is an object or null.</summary>
    SetPrototype,

    /// <summary>Copies the enumerable own properties of r[B] to r[A], except for the C keys from r[B + 1] on.</summary>
    CopyProperties,

    /// <summary>r[A] = an array of r[B] to r[B + C - 1].</summary>
    CreateArray,

    /// <summary>Appends r[B] to the array r[A].</summary>
    AppendElement,

    /// <summary>Appends a hole to the array r[A].</summary>
    AppendHole,

    /// <summary>Appends the elements of r[B] to the array r[A] and goes to C, if r[B] is an array with unmodified iteration; else does nothing.</summary>
    AppendArray,

    /// <summary>r[A] = a new regular expression from literal C.</summary>
    CreateRegExp,

    /// <summary>r[A] = the template object of site C.</summary>
    GetTemplateObject,

    /// <summary>r[A] = a closure of function C in the scope r[B] (-1: the function's scope).</summary>
    CreateClosure,

    /// <summary>r[A] = a class constructor from class C in the scope r[A + 1] (undefined: the function's) with the parent r[B] (-1: no extends); r[A + 1] = its prototype.</summary>
    CreateClass,

    /// <summary>Sets the home object of the method r[A] to r[B].</summary>
    SetHomeObject,

    /// <summary>Sets the name of the function r[A] to the key r[B], with the prefix k[C] (-1: none).</summary>
    SetFunctionName,

    /// <summary>Sets the field initialiser of the constructor r[A] to r[B].</summary>
    SetFieldInitializer,

    /// <summary>r[A] = the function r[B] called with this r[B + 1] and C arguments after it.</summary>
    Call,

    /// <summary>As Call, but this is undefined, and r[B + 1] free.</summary>
    CallFunction,

    /// <summary>As Call, with the elements of the array r[B + 2] as the arguments.</summary>
    CallSpread,

    /// <summary>r[A] = new r[B] with C arguments from r[B + 2] on.</summary>
    New,
    NewSpread,

    /// <summary>r[A] = what the parent constructor makes of C arguments from r[B + 2] on: super(…).</summary>
    SuperCall,
    SuperCallSpread,

    /// <summary>Runs the field initialiser of the class constructor that runs on the new object r[A].</summary>
    InitializeFields,

    /// <summary>r[A] = the number of the last deferred value: a try block begins.</summary>
    EnterTry,

    /// <summary>The try block that r[A] stands for is about to be left: waits for the calls made in it, and throws the first error of these.</summary>
    LeaveTry,

    /// <summary>Returns r[A].</summary>
    Return,
    ReturnUndefined,
    Throw,

    /// <summary>Throws an error of kind B (see <see cref="ThrowKind"/>) about the name k[C].</summary>
    ThrowError,

    /// <summary>r[A] = await r[B].</summary>
    Await,

    /// <summary>Ends the initial part of a generator: parameters are bound, the body waits for the first next.</summary>
    InitialYield,

    /// <summary>r[A] = yield r[B].</summary>
    Yield,

    /// <summary>
    /// A step of yield*: r[A] was received in the way that r[A + 1] says (see <see cref="DelegateMode"/>); hands it to the iterator at r[B] and puts what
    /// that gave in r[A]; goes to C with another mode in r[A + 1] where a throw or return finds no method.
    /// </summary>
    DelegateCall,

    /// <summary>The step after: r[A] is the result object of the iterator at r[B]; goes to C if it is done, with its value in r[A].</summary>
    DelegateResult,

    /// <summary>Yields the result object r[A] as it is (its value, in an async generator); then r[A] = what was received and r[A + 1] = in which way.</summary>
    DelegateYield,

    /// <summary>r[A] = an iterator over r[B], r[A + 1] its next method or position.</summary>
    GetIterator,
    GetAsyncIterator,

    /// <summary>
    /// Asks the iterator at r[A] for its next value. Where that is known at once: r[B] = the value and skips the next instruction, or goes to C at the end.
    /// Else calls next, and the IteratorResult that follows looks at what it gave.
    /// </summary>
    IteratorNext,

    /// <summary>r[A] = what next of the iterator at r[B] gives; it has to be awaited, and an IteratorResult follows.</summary>
    AsyncIteratorNext,

    /// <summary>r[B] is the result of next of the iterator at r[A]: r[B] = its value, or goes to C if it is done.</summary>
    IteratorResult,

    /// <summary>Calls return of the iterator at r[A]: r[B] = what it gave; goes to C if there is nothing to call.</summary>
    IteratorClose,

    /// <summary>Throws a TypeError if r[A] is not an object: after closing an iterator.</summary>
    CheckIteratorResult,

    /// <summary>r[A] = the enumerable names of r[B] and its prototypes.</summary>
    GetNames,

    /// <summary>r[B] = the next name of r[A], or goes to C.</summary>
    NextName,

    /// <summary>Throws a TypeError if r[A] is undefined or null and cannot be destructured; k[C] is the first key wanted.</summary>
    CheckDestructurable,
}

internal enum ThrowKind
{
    ConstantAssignment,
    SuperDeletion,
    SuperCalledTwice,
    DelegateThrowMissing,
}

/// <summary>How a delegating generator received a value, as the numbers that stand in a register.</summary>
internal static class DelegateMode
{
    public const int Next = 0;
    public const int Throw = 1;
    public const int Return = 2;

    /// <summary>A throw, but the inner iterator has no such method.</summary>
    public const int ThrowMissing = 3;

    /// <summary>A return, but the inner iterator has no such method.</summary>
    public const int ReturnMissing = 4;
}
