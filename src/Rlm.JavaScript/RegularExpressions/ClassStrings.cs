namespace Rlm.JavaScript.RegularExpressions;

/// <summary>
/// What a class with the v flag stands for: single characters, and strings of none or several (a CharSet of ECMA-262 §22.2.2.1). Where case is ignored, the
/// characters are closed over it and the strings are in canonical form, so that sets can be compared.
/// </summary>
/// <param name="Characters">The single characters.</param>
/// <param name="Strings">The strings; null for none.</param>
/// <param name="MayContainStrings">Whether, by how it is written, there may be strings, so that it has no complement.</param>
internal readonly record struct ClassStrings(CharacterSet Characters, HashSet<string>? Strings = null, bool MayContainStrings = false)
{
    public static ClassStrings Of(CharacterSet characters) => new(characters);

    public ClassStrings Union(in ClassStrings other)
    {
        var builder = default(CharacterSetBuilder);
        builder.Add(Characters);
        builder.Add(other.Characters);
        var strings = Strings is null || other.Strings is null ? Strings ?? other.Strings : [.. Strings, .. other.Strings];
        return new ClassStrings(builder.ToSet(), strings, MayContainStrings || other.MayContainStrings);
    }

    public ClassStrings Intersect(in ClassStrings other)
    {
        HashSet<string>? strings = null;
        if (Strings is not null && other.Strings is not null)
        {
            strings = [.. Strings];
            strings.IntersectWith(other.Strings);
        }

        return new ClassStrings(Characters.Intersect(other.Characters), strings, MayContainStrings && other.MayContainStrings);
    }

    public ClassStrings Except(in ClassStrings other)
    {
        var strings = Strings;
        if (Strings is not null && other.Strings is not null)
        {
            strings = [.. Strings];
            strings.ExceptWith(other.Strings);
        }

        return new ClassStrings(Characters.Intersect(other.Characters.Complement()), strings, MayContainStrings);
    }
}
