using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>Makes the intrinsic objects and tells the names of the built-in globals; implemented by the built-ins.</summary>
internal abstract class IntrinsicSource
{
    private readonly ObjectTemplate?[] _templates = new ObjectTemplate?[(int)Intrinsic.Count];
    private readonly bool[] _isPrepared = new bool[(int)Intrinsic.Count];

    /// <summary>Makes one intrinsic object. It may ask the realm for others, but not in a circle: a prototype is made before its constructor.</summary>
    public abstract JsObject Create(Realm realm, Intrinsic intrinsic);

    /// <summary>Makes a regular expression from a literal, whose pattern has been checked before.</summary>
    public abstract JsObject CreateRegExp(Realm realm, string pattern, string flags);

    /// <summary>The template of an intrinsic; null before the first was made.</summary>
    public ObjectTemplate? TemplateOf(Intrinsic intrinsic) => Volatile.Read(ref _templates[(int)intrinsic]);

    /// <summary>
    /// Makes the template of an intrinsic in a realm of its own, if the process has none yet: so what an intrinsic costs does not depend on whether a session
    /// is the first to use it.
    /// </summary>
    public void Prepare(Intrinsic intrinsic)
    {
        if (!Volatile.Read(ref _isPrepared[(int)intrinsic]))
        {
            _ = new Realm(new Meter(), this, isForTemplates: true)[intrinsic];
            Volatile.Write(ref _isPrepared[(int)intrinsic], true);
        }
    }

    /// <summary>Keeps what was recorded as the template of an intrinsic.</summary>
    public void Keep(Intrinsic intrinsic, ObjectRecording recording) => Volatile.Write(ref _templates[(int)intrinsic], ObjectTemplate.From(recording));

    /// <summary>The constructor that belongs to a prototype object, which has it as its <c>constructor</c>; null where there is none.</summary>
    public abstract Intrinsic? ConstructorOf(Intrinsic prototype);

    /// <summary>The attributes of the <c>constructor</c> of a prototype object.</summary>
    public abstract PropertyAttributes ConstructorAttributes(Intrinsic prototype);

    /// <summary>The prototype object that is made before this constructor; null where there is none.</summary>
    public abstract Intrinsic? PrototypeOf(Intrinsic constructor);

    /// <summary>What a built-in function does with deferred values.</summary>
    public abstract DeferredReach ReachOf(NativeMethod method);

    /// <summary>The global names and how each value is made on first use.</summary>
    public abstract IReadOnlyDictionary<string, Func<Realm, Value>> Globals { get; }
}

/// <summary>The intrinsics, interned names, shapes and global variables of one session (ECMA-262 §9.3).</summary>
internal sealed class Realm : ILazyValueSource
{
    /// <summary>What an entry of <see cref="SymbolRegistry"/> takes, in model bytes.</summary>
    public const long SymbolRegistryBytes = 48;

    /// <summary>The slots of an iterator's result.</summary>
    public const int ValueSlot = 0;
    public const int DoneSlot = 1;

    private readonly JsObject?[] _intrinsics = new JsObject?[(int)Intrinsic.Count];
    private readonly IntrinsicSource _source;
    private readonly bool _isForTemplates;
    private Shape? _proxyShape;
    private Shape? _arrayShape;
    private Shape? _objectShape;
    private Shape? _functionShape;
    private Shape? _iteratorResultShape;
    private Cell? _arrayIteratorNext;
    private Dictionary<Atom, Symbol>? _symbolRegistry;

    /// <summary>What is made at the moment, until the code that makes it has asked for its template.</summary>
    private Intrinsic? _making;
    private ObjectRecording? _recording;

    public Realm(Meter meter, IntrinsicSource source, bool isForTemplates = false)
    {
        _isForTemplates = isForTemplates;
        Meter = meter;
        _source = source;
        Shapes = new ShapeSpace(meter, this);
        Names = new AtomTable(meter);
        Globals = new GlobalTable(this, source.Globals);
    }

    public Meter Meter { get; }

    public ShapeSpace Shapes { get; }

    public AtomTable Names { get; }

    public GlobalTable Globals { get; }

    /// <summary>Symbols made by <c>Symbol.for</c>, by key.</summary>
    public Dictionary<Atom, Symbol> SymbolRegistry => _symbolRegistry ??= [];

    public JsObject this[Intrinsic intrinsic] => _intrinsics[(int)intrinsic] ?? Make(intrinsic);

    /// <summary>The prototype object of an intrinsic as such, for <c>new JsMap(realm.ShapeOf(Intrinsic.MapPrototype), …)</c>.</summary>
    public Shape ShapeOf(Intrinsic prototype) => JsObject.ShapeForChildren(Shapes, this[prototype]);

    /// <summary>What a built-in function does with deferred values.</summary>
    public DeferredReach ReachOf(NativeMethod method) => _source.ReachOf(method);

    /// <summary>Whether an intrinsic has been made; one that has not cannot have been modified.</summary>
    public bool IsMade(Intrinsic intrinsic) => _intrinsics[(int)intrinsic] is not null;

    /// <summary>Makes an intrinsic known before it is finished, for the few that refer to each other in a circle.</summary>
    public void Announce(Intrinsic intrinsic, JsObject unfinished) => _intrinsics[(int)intrinsic] = unfinished;

    /// <summary>The layout of all proxies, which have no properties.</summary>
    public Shape ProxyShape => _proxyShape ??= Shape.CreateRoot(Shapes, prototype: null);

    public JsObject NewObject()
    {
        Meter.Allocate(ModelBytes.Object);
        return new JsObject(_objectShape ??= ShapeOf(Intrinsic.ObjectPrototype));
    }

    public JsObject NewObject(JsObject? prototype)
    {
        Meter.Allocate(ModelBytes.Object);
        return new JsObject(JsObject.ShapeForChildren(Shapes, prototype));
    }

    public JsArray NewArray(int capacity = 0)
    {
        Meter.Allocate(ModelBytes.Array);
        var array = new JsArray(_arrayShape ??= ShapeOf(Intrinsic.ArrayPrototype));
        array.Reserve(capacity);
        return array;
    }

    /// <summary>Makes an array of values that the caller gives away; charges for them.</summary>
    public JsArray NewArray(Value[] items)
    {
        Meter.Allocate(ModelBytes.Array + ModelBytes.Values(items.Length));
        return new JsArray(_arrayShape ??= ShapeOf(Intrinsic.ArrayPrototype), items, items.Length);
    }

    /// <summary>Makes a built-in function.</summary>
    public NativeFunction NewFunction(string name, int length, NativeMethod method, params Value[] captured)
    {
        Meter.Allocate(ModelBytes.Function + (captured.Length == 0 ? 0 : ModelBytes.Values(captured.Length)));
        return new NativeFunction(FunctionShape, NameText(name), length, method, isConstructor: false, captured);
    }

    public NativeFunction NewConstructor(string name, int length, NativeMethod method, JsObject? prototype = null)
    {
        Meter.Allocate(ModelBytes.Function);
        Shape shape = prototype is null ? FunctionShape : JsObject.ShapeForChildren(Shapes, prototype);
        return new NativeFunction(shape, NameText(name), length, method, isConstructor: true);
    }

    /// <summary>The text of a name that the engine gives to something: the one that all sessions share, where there is one.</summary>
    public static Value NameText(string name) => name.Length > 0 && Atoms.TryFind(name, out Atom? shared) ? shared!.Text : Value.FromString(name);

    /// <summary>The template of the intrinsic that is being made, for the first builder that asks. Where there is none yet, that builder is to record one.</summary>
    public ObjectTemplate? TakeTemplate(out ObjectRecording? recording)
    {
        recording = null;
        if (_making is not { } intrinsic)
        {
            return null;
        }

        _making = null;
        ObjectTemplate? template = _source.TemplateOf(intrinsic);
        if (template is null)
        {
            recording = _recording = new ObjectRecording();
        }

        return template;
    }

    /// <summary>Makes what a slot of a built-in object waits for. It may be read after a limit was reached, and so must not be refused.</summary>
    public Value Make(LazyValue lazy)
    {
        long limit = Meter.EnterOwn();
        try
        {
            return lazy switch
            {
                LazyMethod method => NewFunction(method.Name, method.Length, method.Code),
                LazyAccessor accessor => NewAccessor(accessor),
                LazyPoison => NewPoison(),
                _ => this[((LazyIntrinsic)lazy).Intrinsic],
            };
        }
        finally
        {
            Meter.LeaveOwn(limit);
        }
    }

    /// <summary>Charges for and makes a string that owns a copy of the characters.</summary>
    public JsString NewString(ReadOnlySpan<char> text)
    {
        Meter.Copy(text.Length);
        Meter.Allocate(JsString.FlatBytes(0));
        return JsString.Create(text);
    }

    /// <summary>Charges for and makes a string from text that was just made.</summary>
    public JsString NewString(string text)
    {
        Meter.Copy(text.Length);
        Meter.Allocate(JsString.FlatBytes(0));
        return JsString.Create(text);
    }

    /// <summary>Charges for and makes a part of a string; shares the characters where that pays.</summary>
    public JsString NewSlice(JsString text, int start, int length)
    {
        if (length > 1 && length < text.Length)
        {
            Meter.Allocate(text.SliceBytes(length));
        }

        return text.Slice(start, length);
    }

    /// <summary>Charges for and makes one of the parts that a string is cut up into; see <see cref="JsString.Piece"/>.</summary>
    public JsString NewPiece(JsString text, int start, int length)
    {
        if (length > 1 && length < text.Length)
        {
            Meter.Allocate(JsString.PieceBytes(length));
        }

        return text.Piece(start, length);
    }

    /// <summary>The property key of a name that the engine knows.</summary>
    public PropertyKey Key(string name) => Names.Key(name);

    /// <summary>Whether an object is laid out as an iterator's result usually is: its value stands in <see cref="ValueSlot"/> and done in <see cref="DoneSlot"/>.</summary>
    public bool IsIteratorResult(JsObject instance) => ReferenceEquals(instance.Shape, _iteratorResultShape);

    /// <summary>ECMAScript CreateIterResultObject.</summary>
    public JsObject NewIteratorResult(Value value, bool done)
    {
        Meter.Allocate(ModelBytes.Object + ModelBytes.Values(2));
        _iteratorResultShape ??= ShapeOf(Intrinsic.ObjectPrototype).Add(Atoms.Value, PropertyAttributes.Data).Add(Atoms.Done, PropertyAttributes.Data);
        if (!_iteratorResultShape.IsUnique)
        {
            return new JsObject(_iteratorResultShape, [value, done]);
        }

        // There are so many shapes already that each object has its own.
        JsObject result = NewObject();
        result.Put(Atoms.Value, value);
        result.Put(Atoms.Done, done);
        return result;
    }

    /// <summary>Makes an object of the class that regular-expression literals have.</summary>
    public JsObject NewRegExp(string pattern, string flags) => _source.CreateRegExp(this, pattern, flags);

    /// <summary>Makes the object behind <c>arguments</c>, without its properties.</summary>
    public JsObject NewArguments()
    {
        Meter.Allocate(ModelBytes.Object);
        return new JsArguments(ShapeOf(Intrinsic.ObjectPrototype));
    }

    /// <summary>The getter of <c>length</c> that typed arrays inherit; null while there are none.</summary>
    public JsFunction? TypedArrayLength { get; set; }

    /// <summary>The original <c>values</c> of typed arrays, by which their iteration is known to be unmodified; null while there are none.</summary>
    public JsFunction? TypedArrayValues { get; set; }

    /// <summary>Whether the array iterator still has the <c>next</c> it was made with.</summary>
    public bool IsArrayIteratorUnmodified =>
        !IsMade(Intrinsic.ArrayIteratorPrototype)
        || (this[Intrinsic.ArrayIteratorPrototype].GetOwnProperty(Atoms.Next, out Property next) && ReferenceEquals(next.Value.Reference, _arrayIteratorNext));

    public void Trace(Tracer tracer, bool includeNames)
    {
        foreach (JsObject? intrinsic in _intrinsics)
        {
            tracer.Visit(intrinsic);
        }

        if (includeNames)
        {
            Names.Trace(tracer);
        }

        Globals.Trace(tracer);
        tracer.Count(SymbolRegistryBytes * (_symbolRegistry?.Count ?? 0));
        foreach ((Atom key, Symbol symbol) in _symbolRegistry ?? [])
        {
            tracer.Visit(key);
            tracer.Visit(symbol);
        }
    }

    private Shape FunctionShape => _functionShape ??= ShapeOf(Intrinsic.FunctionPrototype);

    private Accessor NewAccessor(LazyAccessor accessor)
    {
        Meter.Allocate(ModelBytes.Accessor);
        return new Accessor(
            NewFunction($"get {accessor.Name}", 0, accessor.Getter),
            accessor.Setter is { } setter ? NewFunction($"set {accessor.Name}", 1, setter) : null);
    }

    private Accessor NewPoison()
    {
        Meter.Allocate(ModelBytes.Accessor);
        var thrower = (JsFunction)this[Intrinsic.ThrowTypeError];
        return new Accessor(thrower, thrower);
    }

    private JsObject Make(Intrinsic intrinsic)
    {
        if (_source.PrototypeOf(intrinsic) is { } prototype && !IsMade(prototype))
        {
            // Should that need this constructor, it is made on the way.
            _ = this[prototype];
            if (_intrinsics[(int)intrinsic] is { } constructor)
            {
                return constructor;
            }
        }

        JsObject made = Create(intrinsic);
        made = _intrinsics[(int)intrinsic] ??= made;
        if (intrinsic == Intrinsic.ArrayIteratorPrototype && made.GetOwnProperty(Atoms.Next, out Property next))
        {
            _arrayIteratorNext = next.Value.Reference;
        }

        return made;
    }

    /// <summary>Makes an intrinsic, with a property for its constructor that waits for its first use, and keeps a template where there is none yet.</summary>
    private JsObject Create(Intrinsic intrinsic)
    {
        if (!_isForTemplates)
        {
            _source.Prepare(intrinsic);
        }

        (Intrinsic? Making, ObjectRecording? Recording) outer = (_making, _recording);
        long limit = Meter.EnterOwn();
        try
        {
            (_making, _recording) = (intrinsic, null);
            JsObject made = _source.Create(this, intrinsic);
            if (_source.ConstructorOf(intrinsic) is { } constructor)
            {
                made.Put(Atoms.Constructor, LazyIntrinsic.Of(constructor), _source.ConstructorAttributes(intrinsic));
            }

            if (_recording is { } recording && ReferenceEquals(recording.Target, made))
            {
                _source.Keep(intrinsic, recording);
            }

            return made;
        }
        finally
        {
            Meter.LeaveOwn(limit);
            (_making, _recording) = outer;
        }
    }
}
