using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Rlm.Json;

/// <summary>The serializer options by which inputs, outputs and tool results are converted.</summary>
internal static class ValueSerialization
{
    public static JsonSerializerOptions Default { get; } = Complete(null);

    /// <summary>Adds metadata of the common types, and reflection where the application allows it, to what the caller gave.</summary>
    public static JsonSerializerOptions Complete(JsonSerializerOptions? options)
    {
        if (options is null)
        {
            if (Default is { } made)
            {
                return made;
            }

            options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };
            if (JsonSerializer.IsReflectionEnabledByDefault)
            {
                AddReflection(options);
            }
        }
        else
        {
            var hadResolver = options.TypeInfoResolver is not null;
            options = new JsonSerializerOptions(options);
            if (!hadResolver && JsonSerializer.IsReflectionEnabledByDefault)
            {
                AddReflection(options);
            }
        }

        options.TypeInfoResolverChain.Add(CommonTypesContext.Default);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Returns the metadata of <paramref name="type"/>, or null where there is none.</summary>
    public static JsonTypeInfo? Find(JsonSerializerOptions options, Type type) =>
        options.TryGetTypeInfo(type, out var typeInfo) ? typeInfo : null;

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Called only where JsonSerializer.IsReflectionEnabledByDefault is true; trimmed applications turn it off.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Called only where JsonSerializer.IsReflectionEnabledByDefault is true; native AOT applications turn it off.")]
    private static void AddReflection(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        options.Converters.Add(new JsonStringEnumConverter());
    }
}
