using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace Rlm.Tests.Trajectories;

/// <summary>Compares property by property: records compare their lists by reference, and usage is a class.</summary>
internal static class RecordEquality
{
    public static void AssertEqual(object? expected, object? actual, string path = "")
    {
        switch (expected)
        {
            case null:
                Assert.True(actual is null, $"{path} is {actual}, not null");
                break;
            case JsonElement element:
                Assert.True(JsonElement.DeepEquals(element, (JsonElement)actual!), path);
                break;
            case string or Enum or ValueType:
                Assert.True(Equals(expected, actual), $"{path} is {actual}, not {expected}");
                break;
            case IDictionary pairs:
                var others = Assert.IsAssignableFrom<IDictionary>(actual);
                Assert.Equal(pairs.Count, others.Count);
                foreach (var key in pairs.Keys)
                {
                    AssertEqual(pairs[key], others[key], $"{path}[{key}]");
                }

                break;
            case IEnumerable items:
                object?[] given = [.. ((IEnumerable)actual!).Cast<object?>()];
                object?[] wanted = [.. items.Cast<object?>()];
                Assert.True(wanted.Length == given.Length, $"{path} has {given.Length} items, not {wanted.Length}");
                for (var i = 0; i < wanted.Length; i++)
                {
                    AssertEqual(wanted[i], given[i], $"{path}[{i}]");
                }

                break;
            default:
                foreach (var property in expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
                {
                    AssertEqual(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
                }

                break;
        }
    }
}
