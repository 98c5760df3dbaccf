using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>The prototypes of the iterators of arrays, strings, Maps and Sets, and the one they have in common (ECMA-262 §27.1.4).</summary>
internal static class IteratorPrototypes
{
    public static JsObject CreateIterator(Realm realm) =>
        ObjectBuilder.New(realm, realm[Intrinsic.ObjectPrototype], capacity: 1)
            .Method(WellKnownSymbols.Iterator, "[Symbol.iterator]", 0, (in NativeCall call) => call.This)
            .Object;

    public static JsObject CreateArrayIterator(Realm realm) => Create(realm, ArrayIterator.NextMethod, "Array Iterator");

    public static JsObject CreateStringIterator(Realm realm) => Create(realm, StringIterator.NextMethod, "String Iterator");

    public static JsObject CreateMapIterator(Realm realm) => Create(realm, TableIterator.NextInMap, "Map Iterator");

    public static JsObject CreateSetIterator(Realm realm) => Create(realm, TableIterator.NextInSet, "Set Iterator");

    private static JsObject Create(Realm realm, NativeMethod next, string tag) =>
        ObjectBuilder.New(realm, realm[Intrinsic.IteratorPrototype], capacity: 2)
            .Method("next", 0, next)
            .Tag(tag)
            .Object;
}
