using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Rlm.Json;

namespace Rlm.Signatures;

/// <summary>Tells whether a property of a signature class may be null.</summary>
internal sealed class Nullability(Type declaring, JsonSerializerOptions serializerOptions)
{
    /// <summary>Trimmed applications leave the annotations of the compiler out by default and say so with this switch.</summary>
    private static readonly bool AnnotationsAreKept =
        !AppContext.TryGetSwitch("System.Reflection.NullabilityInfoContext.IsSupported", out var isSupported) || isSupported;

    private readonly NullabilityInfoContext? _context = AnnotationsAreKept ? new NullabilityInfoContext() : null;

    public bool AllowsNull(PropertyInfo property)
    {
        if (property.PropertyType.IsValueType)
        {
            return Nullable.GetUnderlyingType(property.PropertyType) is not null;
        }

        return _context is not null ? _context.Create(property).ReadState is NullabilityState.Nullable : AllowsNullByMetadata(property);
    }

    /// <summary>Metadata that was generated for the whole class has the annotations, because the generator ran before trimming.</summary>
    private bool AllowsNullByMetadata(PropertyInfo property)
    {
        if (ValueSerialization.Find(serializerOptions, declaring) is not { Kind: JsonTypeInfoKind.Object } typeInfo)
        {
            return false;
        }

        var match = typeInfo.Properties.FirstOrDefault(candidate => (candidate.AttributeProvider as PropertyInfo)?.Name == property.Name);
        return match?.IsSetNullable ?? false;
    }
}
