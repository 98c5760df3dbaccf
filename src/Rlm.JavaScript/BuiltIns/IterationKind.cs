namespace Rlm.JavaScript.BuiltIns;

/// <summary>What an iterator over a collection gives (ECMA-262, the <c>kind</c> of CreateArrayIterator, CreateMapIterator and CreateSetIterator).</summary>
internal enum IterationKind : byte
{
    Keys,
    Values,
    Entries,
}
