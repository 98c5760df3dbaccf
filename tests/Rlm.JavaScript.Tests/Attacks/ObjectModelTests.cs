using System.Reflection;
using Rlm.JavaScript.BuiltIns;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Limits;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Tests.Attacks;

/// <summary>The object model is closed: guest values are cells of the engine, and no path of properties leads from the globals to anything else.</summary>
[Trait("Category", "Attack")]
public sealed class ObjectModelTests
{
    private static readonly Assembly Engine = typeof(JavaScriptSession).Assembly;

    [Fact]
    public void Cell_Subclasses_AreInternalAndOfTheEngine()
    {
        Type[] cells = [.. Engine.GetTypes().Where(type => type.IsSubclassOf(typeof(Cell)))];

        Assert.NotEmpty(cells);
        Assert.All(cells, type => Assert.False(type.IsVisible, $"{type} can be seen from outside."));
        Assert.All(typeof(Cell).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public), constructor => Assert.True(constructor.IsFamilyAndAssembly || constructor.IsPrivate));
        Assert.All(
            typeof(Value).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).SelectMany(constructor => constructor.GetParameters()),
            parameter => Assert.Contains(parameter.ParameterType, (Type[])[typeof(double), typeof(Cell)]));
    }

    /// <summary>What guest code can get hold of holds no object of the host but texts, numbers, delegates of built-ins, and the engine's own parts.</summary>
    [Fact]
    public void Globals_AllThatIsReachable_IsOfTheEngine()
    {
        var meter = new Meter();
        var realm = new Realm(meter, BuiltInCatalog.Instance);
        var found = new HashSet<Cell>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<JsObject>();
        pending.Push(realm.Globals.Object);
        while (pending.TryPop(out JsObject? instance))
        {
            if (!found.Add(instance))
            {
                continue;
            }

            foreach (JsObject next in Reachable(instance))
            {
                pending.Push(next);
            }
        }

        Assert.True(found.Count > 500, $"Only {found.Count} objects were found.");
        Assert.All(found, cell => Assert.Empty(ForeignFields(cell)));
    }

    private static IEnumerable<JsObject> Reachable(JsObject instance)
    {
        if (instance.Prototype is { } prototype)
        {
            yield return prototype;
        }

        var keys = new List<PropertyKey>();
        instance.CollectOwnKeys(keys);
        foreach (PropertyKey key in keys)
        {
            if (!instance.GetOwnProperty(key, out Property property))
            {
                continue;
            }

            foreach (Cell? cell in property.IsAccessor ? (Cell?[])[property.Accessor.Getter, property.Accessor.Setter] : [property.Value.Reference])
            {
                if (cell is JsObject next)
                {
                    yield return next;
                }
            }
        }
    }

    /// <summary>The fields of a cell, of all its base classes, whose values are neither of the engine nor plain data.</summary>
    private static IEnumerable<string> ForeignFields(Cell cell)
    {
        for (Type? type = cell.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                if (field.GetValue(cell) is { } value && !IsAllowed(value.GetType()))
                {
                    yield return $"{type.Name}.{field.Name} holds {value.GetType()}";
                }
            }
        }
    }

    private static bool IsAllowed(Type type) =>
        type.Assembly == Engine
        || type.IsPrimitive
        || type.IsEnum
        || type == typeof(string)
        || (type.IsArray && IsAllowed(type.GetElementType()!))
        || (type.IsGenericType && type.Namespace == "System.Collections.Generic" && type.GetGenericArguments().All(IsAllowed));
}
