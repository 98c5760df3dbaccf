using System.Runtime.CompilerServices;

namespace Rlm.Modules;

internal static class ObjectCloning
{
    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern object MemberwiseClone(object instance);
}
