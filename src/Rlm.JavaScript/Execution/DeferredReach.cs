namespace Rlm.JavaScript.Execution;

/// <summary>What a built-in function does with deferred values among its arguments and receiver, or in what they hold.</summary>
internal enum DeferredReach : byte
{
    /// <summary>It may look at anything that can be reached: nothing there may be deferred. The default.</summary>
    Deep,

    /// <summary>It looks at the elements or properties of its receiver and arguments, and no further.</summary>
    Shallow,

    /// <summary>It needs its arguments, but does not look at what its receiver holds other than to give it back.</summary>
    Arguments,

    /// <summary>It takes promises and values, deferred or not.</summary>
    None,

    /// <summary>As <see cref="None"/>; and called for a promise it takes what that was fulfilled with, deferred or not.</summary>
    Collect,

    /// <summary>It appends its arguments to the array it is called on.</summary>
    Append,

    /// <summary>It sets an entry of the Map it is called on.</summary>
    SetEntry,
}
