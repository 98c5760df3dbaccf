using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.Execution;

/// <summary>The object behind <c>globalThis</c>: it shows the built-ins, the variables declared by var and function, and what the host set, and keeps them where code finds them.</summary>
internal sealed class GlobalObject(Shape shape, GlobalTable globals, Realm realm) : JsObject(shape)
{
    public override string ClassName => "global";

    public override bool IsExotic => true;

    public override bool GetOwnProperty(PropertyKey key, out Property property)
    {
        if (key.Cell is not Atom name)
        {
            return base.GetOwnProperty(key, out property);
        }

        if (globals.TryGet(name, out GlobalCell? cell) && cell.Role is not (GlobalKind.Undeclared or GlobalKind.Lexical))
        {
            cell.Materialize(realm);
            PropertyAttributes attributes = cell.IsReadOnly ? PropertyAttributes.Enumerable : cell.Attributes;
            property = new Property(cell.Value, attributes);
            return true;
        }

        property = default;
        return false;
    }

    public override bool DefineOwnProperty(PropertyKey key, in PropertyDescriptor descriptor)
    {
        if (key.Cell is not Atom name)
        {
            return base.DefineOwnProperty(key, descriptor);
        }

        Property merged;
        if (GetOwnProperty(key, out Property current))
        {
            if (!IsCompatible(descriptor, current))
            {
                return false;
            }

            merged = Merge(descriptor, current);
        }
        else if (!IsExtensible)
        {
            return false;
        }
        else
        {
            merged = PropertyFrom(descriptor);
        }

        GlobalCell cell = globals.GetOrAdd(name);
        if (cell.IsReadOnly || merged.IsAccessor)
        {
            // A global variable is a plain place for a value, also where the specification would allow an accessor.
            return false;
        }

        cell.Role = cell.Role is GlobalKind.Undeclared or GlobalKind.Lexical ? GlobalKind.Variable : cell.Role;
        if (cell.Role == GlobalKind.Variable && (merged.Attributes & PropertyAttributes.Writable) == 0)
        {
            // Assignments to variables do not look at attributes; those to built-ins do.
            cell.Role = GlobalKind.BuiltIn;
        }

        cell.Source = null;
        cell.Value = merged.Value;
        cell.Attributes = merged.Attributes;
        return true;
    }

    public override bool DeleteOwnProperty(PropertyKey key)
    {
        if (key.Cell is not Atom name)
        {
            return base.DeleteOwnProperty(key);
        }

        if (!GetOwnProperty(key, out Property property))
        {
            return true;
        }

        if (!property.IsConfigurable)
        {
            return false;
        }

        globals.Remove(globals.GetOrAdd(name));
        return true;
    }

    protected override void CollectExtraNames(List<PropertyKey> keys)
    {
        globals.AddAllBuiltIns();
        foreach (GlobalCell cell in globals.Cells)
        {
            if (cell.Role is not (GlobalKind.Undeclared or GlobalKind.Lexical))
            {
                keys.Add(cell.Name);
            }
        }
    }
}
