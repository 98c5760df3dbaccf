using Rlm.JavaScript.BuiltIns.Binary;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>Knows where each intrinsic object is made, and which names are global.</summary>
internal sealed class BuiltInCatalog : IntrinsicSource
{
    public static readonly BuiltInCatalog Instance = new();

    internal BuiltInCatalog()
    {
    }

    /// <inheritdoc/>
    public override DeferredReach ReachOf(NativeMethod method) => DeferredReaches.Of(method);

    /// <summary>
    /// The global names. The constructor of a prototype is made when either the global name or <c>x.constructor</c> is first used.
    /// </summary>
    public override IReadOnlyDictionary<string, Func<Realm, Value>> Globals { get; } = new Dictionary<string, Func<Realm, Value>>(StringComparer.Ordinal)
    {
        ["globalThis"] = realm => realm.Globals.Object,
        ["undefined"] = _ => Value.Undefined,
        ["NaN"] = _ => Value.NaN,
        ["Infinity"] = _ => double.PositiveInfinity,
        ["Object"] = realm => realm[Intrinsic.Object],
        ["Function"] = realm => realm[Intrinsic.Function],
        ["Array"] = realm => realm[Intrinsic.Array],
        ["String"] = realm => realm[Intrinsic.String],
        ["Number"] = realm => realm[Intrinsic.Number],
        ["Boolean"] = realm => realm[Intrinsic.Boolean],
        ["Symbol"] = realm => realm[Intrinsic.Symbol],
        ["BigInt"] = realm => realm[Intrinsic.BigInt],
        ["Error"] = realm => realm[Intrinsic.Error],
        ["EvalError"] = realm => realm[Intrinsic.EvalError],
        ["RangeError"] = realm => realm[Intrinsic.RangeError],
        ["ReferenceError"] = realm => realm[Intrinsic.ReferenceError],
        ["SyntaxError"] = realm => realm[Intrinsic.SyntaxError],
        ["TypeError"] = realm => realm[Intrinsic.TypeError],
        ["URIError"] = realm => realm[Intrinsic.UriError],
        ["AggregateError"] = realm => realm[Intrinsic.AggregateError],
        ["RegExp"] = realm => realm[Intrinsic.RegExp],
        ["Map"] = realm => realm[Intrinsic.Map],
        ["Set"] = realm => realm[Intrinsic.Set],
        ["WeakMap"] = realm => realm[Intrinsic.WeakMap],
        ["WeakSet"] = realm => realm[Intrinsic.WeakSet],
        ["Iterator"] = realm => realm[Intrinsic.Iterator],
        ["Promise"] = realm => realm[Intrinsic.Promise],
        ["Date"] = realm => realm[Intrinsic.Date],
        ["Int8Array"] = realm => realm[Intrinsic.Int8Array],
        ["Uint8Array"] = realm => realm[Intrinsic.Uint8Array],
        ["Uint8ClampedArray"] = realm => realm[Intrinsic.Uint8ClampedArray],
        ["Int16Array"] = realm => realm[Intrinsic.Int16Array],
        ["Uint16Array"] = realm => realm[Intrinsic.Uint16Array],
        ["Int32Array"] = realm => realm[Intrinsic.Int32Array],
        ["Uint32Array"] = realm => realm[Intrinsic.Uint32Array],
        ["Float32Array"] = realm => realm[Intrinsic.Float32Array],
        ["Float64Array"] = realm => realm[Intrinsic.Float64Array],
        ["BigInt64Array"] = realm => realm[Intrinsic.BigInt64Array],
        ["BigUint64Array"] = realm => realm[Intrinsic.BigUint64Array],
        ["ArrayBuffer"] = realm => realm[Intrinsic.ArrayBuffer],
        ["DataView"] = realm => realm[Intrinsic.DataView],
        ["Reflect"] = realm => realm[Intrinsic.Reflect],
        ["Proxy"] = realm => realm[Intrinsic.Proxy],
        ["Math"] = realm => realm[Intrinsic.Math],
        ["JSON"] = realm => realm[Intrinsic.Json],
        ["console"] = realm => realm[Intrinsic.Console],
        ["print"] = ConsoleObject.CreatePrint,
        ["process"] = ProcessObject.Create,
        ["performance"] = PerformanceObject.Create,
        ["queueMicrotask"] = GlobalFunctions.CreateQueueMicrotask,
        ["btoa"] = Base64Functions.CreateEncode,
        ["atob"] = Base64Functions.CreateDecode,
        ["structuredClone"] = StructuredClone.CreateFunction,
        ["parseInt"] = realm => realm[Intrinsic.ParseInt],
        ["parseFloat"] = realm => realm[Intrinsic.ParseFloat],
        ["isNaN"] = GlobalFunctions.CreateIsNaN,
        ["isFinite"] = GlobalFunctions.CreateIsFinite,
        ["encodeURIComponent"] = UriFunctions.CreateEncodeUriComponent,
        ["encodeURI"] = UriFunctions.CreateEncodeUri,
        ["decodeURIComponent"] = UriFunctions.CreateDecodeUriComponent,
        ["decodeURI"] = UriFunctions.CreateDecodeUri,
    };

    public override JsObject CreateRegExp(Realm realm, string pattern, string flags) => RegExpConstructor.CreateFromLiteral(realm, pattern, flags);

    public override Intrinsic? ConstructorOf(Intrinsic prototype) => prototype switch
    {
        Intrinsic.ObjectPrototype => Intrinsic.Object,
        Intrinsic.FunctionPrototype => Intrinsic.Function,
        Intrinsic.AsyncFunctionPrototype => Intrinsic.AsyncFunction,
        Intrinsic.GeneratorFunctionPrototype => Intrinsic.GeneratorFunction,
        Intrinsic.AsyncGeneratorFunctionPrototype => Intrinsic.AsyncGeneratorFunction,
        Intrinsic.ArrayPrototype => Intrinsic.Array,
        Intrinsic.StringPrototype => Intrinsic.String,
        Intrinsic.NumberPrototype => Intrinsic.Number,
        Intrinsic.BooleanPrototype => Intrinsic.Boolean,
        Intrinsic.SymbolPrototype => Intrinsic.Symbol,
        Intrinsic.BigIntPrototype => Intrinsic.BigInt,
        Intrinsic.ErrorPrototype => Intrinsic.Error,
        Intrinsic.EvalErrorPrototype => Intrinsic.EvalError,
        Intrinsic.RangeErrorPrototype => Intrinsic.RangeError,
        Intrinsic.ReferenceErrorPrototype => Intrinsic.ReferenceError,
        Intrinsic.SyntaxErrorPrototype => Intrinsic.SyntaxError,
        Intrinsic.TypeErrorPrototype => Intrinsic.TypeError,
        Intrinsic.UriErrorPrototype => Intrinsic.UriError,
        Intrinsic.AggregateErrorPrototype => Intrinsic.AggregateError,
        Intrinsic.RegExpPrototype => Intrinsic.RegExp,
        Intrinsic.MapPrototype => Intrinsic.Map,
        Intrinsic.SetPrototype => Intrinsic.Set,
        Intrinsic.WeakMapPrototype => Intrinsic.WeakMap,
        Intrinsic.WeakSetPrototype => Intrinsic.WeakSet,
        Intrinsic.PromisePrototype => Intrinsic.Promise,
        Intrinsic.ArrayBufferPrototype => Intrinsic.ArrayBuffer,
        Intrinsic.DataViewPrototype => Intrinsic.DataView,
        >= Intrinsic.TypedArrayPrototype and <= Intrinsic.BigUint64ArrayPrototype when (prototype - Intrinsic.TypedArrayPrototype) % 2 == 0 => prototype + 1,
        Intrinsic.DatePrototype => Intrinsic.Date,
        _ => null,
    };

    public override PropertyAttributes ConstructorAttributes(Intrinsic prototype) =>
        prototype is Intrinsic.AsyncFunctionPrototype or Intrinsic.GeneratorFunctionPrototype or Intrinsic.AsyncGeneratorFunctionPrototype
            ? PropertyAttributes.Configurable
            : PropertyAttributes.Hidden;

    public override Intrinsic? PrototypeOf(Intrinsic constructor) =>
        constructor == Intrinsic.Object ? Intrinsic.ObjectPrototype
        : constructor == Intrinsic.Function ? Intrinsic.FunctionPrototype
        : constructor > Intrinsic.Function && ConstructorOf(constructor - 1) == constructor ? constructor - 1
        : null;

    public override JsObject Create(Realm realm, Intrinsic intrinsic) => intrinsic switch
    {
        Intrinsic.ObjectPrototype => ObjectPrototype.Create(realm),
        Intrinsic.Object => ObjectConstructor.Create(realm),
        Intrinsic.FunctionPrototype => FunctionPrototype.Create(realm),
        Intrinsic.Function => FunctionConstructor.Create(realm),
        Intrinsic.ThrowTypeError => FunctionPrototype.CreateThrowTypeError(realm),
        >= Intrinsic.AsyncFunctionPrototype and <= Intrinsic.AsyncGeneratorFunction => FunctionConstructor.CreateOther(realm, intrinsic),
        Intrinsic.GeneratorPrototype => GeneratorPrototypes.CreateGenerator(realm),
        Intrinsic.AsyncGeneratorPrototype => GeneratorPrototypes.CreateAsyncGenerator(realm),
        Intrinsic.AsyncIteratorPrototype => GeneratorPrototypes.CreateAsyncIterator(realm),
        Intrinsic.IteratorPrototype => IteratorPrototype.Create(realm),
        Intrinsic.Iterator => IteratorConstructor.Create(realm),
        Intrinsic.IteratorHelperPrototype => IteratorHelper.CreatePrototype(realm),
        Intrinsic.WrapForValidIteratorPrototype => IteratorConstructor.CreateWrapperPrototype(realm),
        Intrinsic.ArrayIteratorPrototype => IteratorPrototypes.CreateArrayIterator(realm),
        Intrinsic.StringIteratorPrototype => IteratorPrototypes.CreateStringIterator(realm),
        Intrinsic.MapIteratorPrototype => IteratorPrototypes.CreateMapIterator(realm),
        Intrinsic.SetIteratorPrototype => IteratorPrototypes.CreateSetIterator(realm),
        Intrinsic.RegExpStringIteratorPrototype => RegExpPrototype.CreateStringIterator(realm),
        Intrinsic.ArrayPrototype => ArrayPrototype.Create(realm),
        Intrinsic.ArrayPrototypeValues => ArrayPrototype.CreateValues(realm),
        Intrinsic.Array => ArrayConstructor.Create(realm),
        Intrinsic.StringPrototype => StringPrototype.Create(realm),
        Intrinsic.String => StringConstructor.Create(realm),
        Intrinsic.NumberPrototype => NumberPrototype.Create(realm),
        Intrinsic.Number => NumberConstructor.Create(realm),
        Intrinsic.BooleanPrototype => BooleanBuiltIns.CreatePrototype(realm),
        Intrinsic.Boolean => BooleanBuiltIns.CreateConstructor(realm),
        Intrinsic.SymbolPrototype => SymbolBuiltIns.CreatePrototype(realm),
        Intrinsic.Symbol => SymbolBuiltIns.CreateConstructor(realm),
        Intrinsic.BigIntPrototype => BigIntBuiltIns.CreatePrototype(realm),
        Intrinsic.BigInt => BigIntBuiltIns.CreateConstructor(realm),
        Intrinsic.RegExpPrototype => RegExpPrototype.Create(realm),
        Intrinsic.RegExp => RegExpConstructor.Create(realm),
        Intrinsic.MapPrototype => MapBuiltIns.CreatePrototype(realm),
        Intrinsic.Map => MapBuiltIns.CreateConstructor(realm),
        Intrinsic.SetPrototype => SetBuiltIns.CreatePrototype(realm),
        Intrinsic.Set => SetBuiltIns.CreateConstructor(realm),
        Intrinsic.WeakMapPrototype => WeakCollections.CreateMapPrototype(realm),
        Intrinsic.WeakMap => WeakCollections.CreateMapConstructor(realm),
        Intrinsic.WeakSetPrototype => WeakCollections.CreateSetPrototype(realm),
        Intrinsic.WeakSet => WeakCollections.CreateSetConstructor(realm),
        Intrinsic.PromisePrototype => PromisePrototype.Create(realm),
        Intrinsic.Promise => PromiseConstructor.Create(realm),
        Intrinsic.DatePrototype => DatePrototype.Create(realm),
        Intrinsic.Date => DateConstructor.Create(realm),
        Intrinsic.ArrayBufferPrototype => ArrayBufferBuiltIns.CreatePrototype(realm),
        Intrinsic.ArrayBuffer => ArrayBufferBuiltIns.CreateConstructor(realm),
        Intrinsic.DataViewPrototype => DataViewBuiltIns.CreatePrototype(realm),
        Intrinsic.DataView => DataViewBuiltIns.CreateConstructor(realm),
        Intrinsic.TypedArrayPrototype => TypedArrayPrototype.Create(realm),
        Intrinsic.TypedArray => TypedArrayConstructor.CreateAbstract(realm),
        >= Intrinsic.Int8ArrayPrototype and <= Intrinsic.BigUint64Array => TypedArrayConstructor.Create(realm, intrinsic),
        Intrinsic.Reflect => ReflectObject.Create(realm),
        Intrinsic.Proxy => ProxyConstructor.Create(realm),
        Intrinsic.Math => MathObject.Create(realm),
        Intrinsic.Json => JsonObject.Create(realm),
        Intrinsic.ParseInt => GlobalFunctions.CreateParseInt(realm),
        Intrinsic.ParseFloat => GlobalFunctions.CreateParseFloat(realm),
        Intrinsic.Console => ConsoleObject.Create(realm),
        >= Intrinsic.ErrorPrototype and <= Intrinsic.AggregateError => ErrorBuiltIns.Create(realm, intrinsic),
        _ => throw new InvalidOperationException($"No built-in makes {intrinsic}."),
    };
}
