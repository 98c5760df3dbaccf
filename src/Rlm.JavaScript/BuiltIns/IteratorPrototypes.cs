using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>The prototypes of the iterators of arrays, strings, Maps and Sets; <see cref="IteratorPrototype"/> is what they have in common.</summary>
internal static class IteratorPrototypes
{
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
