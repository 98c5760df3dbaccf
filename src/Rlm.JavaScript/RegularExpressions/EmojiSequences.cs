using System.Globalization;
using System.Text;

namespace Rlm.JavaScript.RegularExpressions;

/// <summary>
/// The properties of strings (<c>\p{RGI_Emoji}</c> and its kin), which the v flag allows. Most follow from properties of characters; only the flags and the
/// joined sequences are tables. See <see href="https://tc39.es/ecma262/#table-binary-unicode-properties-of-strings"/>.
/// </summary>
internal static partial class EmojiSequences
{
    private const char VariationSelector = '\uFE0F';
    private const char Joiner = '\u200D';
    private const int FirstSkinTone = 0x1F3FB;
    private const int LastSkinTone = 0x1F3FF;
    private const int FirstRegionalIndicator = 0x1F1E6;

    /// <summary>The one base of skin tones that is not recommended with them: a family.</summary>
    private const int Family = 0x1F46A;

    private static readonly Lazy<ClassStrings> Basic = new(MakeBasic);
    private static readonly Lazy<ClassStrings> Keycaps = Strings(() => "0123456789#*".Select(key => $"{key}{VariationSelector}\u20E3"));
    private static readonly Lazy<ClassStrings> Modified = Strings(MakeModified);
    private static readonly Lazy<ClassStrings> Flag = Strings(MakeFlags);
    private static readonly Lazy<ClassStrings> Tagged = Strings(() => new[] { "gbeng", "gbsct", "gbwls" }.Select(MakeTagged));
    private static readonly Lazy<ClassStrings> ZeroWidthJoined = Strings(MakeJoined);
    private static readonly Lazy<ClassStrings> All = new(() =>
        Basic.Value.Union(Keycaps.Value).Union(Modified.Value).Union(Flag.Value).Union(Tagged.Value).Union(ZeroWidthJoined.Value));

    /// <summary>Finds a property of strings by its name.</summary>
    public static bool TryGet(ReadOnlySpan<char> name, out ClassStrings strings)
    {
        var found = name switch
        {
            "Basic_Emoji" => Basic,
            "Emoji_Keycap_Sequence" => Keycaps,
            "RGI_Emoji_Modifier_Sequence" => Modified,
            "RGI_Emoji_Flag_Sequence" => Flag,
            "RGI_Emoji_Tag_Sequence" => Tagged,
            "RGI_Emoji_ZWJ_Sequence" => ZeroWidthJoined,
            "RGI_Emoji" => All,
            _ => null,
        };
        strings = found?.Value ?? default;
        return found is not null;
    }

    private static Lazy<ClassStrings> Strings(Func<IEnumerable<string>> make) =>
        new(() => new ClassStrings(CharacterSet.Empty, make().ToHashSet(StringComparer.Ordinal), MayContainStrings: true));

    /// <summary>What is shown as an emoji by itself, and what is with the variation selector.</summary>
    private static ClassStrings MakeBasic()
    {
        var presented = Get("Emoji_Presentation");
        var regional = Get("Regional_Indicator");
        var keys = CharacterSet.Of('#', '#', '*', '*', '0', '9');
        var selected = Get("Emoji").Intersect(presented.Complement()).Intersect(keys.Complement());
        return new ClassStrings(
            presented.Intersect(regional.Complement()),
            Members(selected).Select(character => char.ConvertFromUtf32(character) + VariationSelector).ToHashSet(StringComparer.Ordinal),
            MayContainStrings: true);
    }

    private static IEnumerable<string> MakeModified() =>
        from character in Members(Get("Emoji_Modifier_Base"))
        where character != Family
        from tone in Enumerable.Range(FirstSkinTone, LastSkinTone - FirstSkinTone + 1)
        select char.ConvertFromUtf32(character) + char.ConvertFromUtf32(tone);

    private static IEnumerable<string> MakeFlags() =>
        from letters in Flags.Split(' ', '\n')
        from second in letters[1..]
        select char.ConvertFromUtf32(FirstRegionalIndicator + letters[0] - 'A') + char.ConvertFromUtf32(FirstRegionalIndicator + second - 'A');

    /// <summary>A black flag, the region in tag characters, and the cancel tag.</summary>
    private static string MakeTagged(string region) =>
        "\U0001F3F4" + string.Concat(region.Select(letter => char.ConvertFromUtf32(0xE0000 + letter))) + "\U000E007F";

    private static IEnumerable<string> MakeJoined()
    {
        foreach (var line in Joined.Split('\n'))
        {
            foreach (var entry in line[2..].Split(' '))
            {
                var template = Decode(entry);
                foreach (var text in WithTones(template, template.IndexOf('t', StringComparison.Ordinal), line[0]))
                {
                    yield return text;
                }
            }
        }
    }

    private static IEnumerable<string> WithTones(string template, int place, char kind)
    {
        if (place < 0)
        {
            yield return template;
            yield break;
        }

        if (kind == '2')
        {
            yield return template.Replace("t", string.Empty, StringComparison.Ordinal);
        }

        for (var tone = FirstSkinTone; tone <= LastSkinTone; tone++)
        {
            var text = template[..place] + char.ConvertFromUtf32(tone) + template[(place + 1)..];
            var second = text.IndexOf('t', StringComparison.Ordinal);
            if (second < 0)
            {
                yield return text;
                continue;
            }

            for (var other = FirstSkinTone; other <= LastSkinTone; other++)
            {
                if (kind != '3' || other != tone)
                {
                    yield return text[..second] + char.ConvertFromUtf32(other) + text[(second + 1)..];
                }
            }
        }
    }

    private static string Decode(string entry)
    {
        var text = new StringBuilder();
        for (var i = 0; i < entry.Length; i++)
        {
            switch (entry[i])
            {
                case '+':
                    text.Append(Joiner);
                    break;

                case '.':
                    text.Append(VariationSelector);
                    break;

                case 't':
                    text.Append('t');
                    break;

                default:
                    var start = i + 1;
                    while (i + 1 < entry.Length && char.IsAsciiHexDigitUpper(entry[i + 1]))
                    {
                        i++;
                    }

                    var digits = entry.AsSpan(start, i + 1 - start);
                    text.Append(char.ConvertFromUtf32((entry[start - 1] == '!' ? 0x1F000 : 0) + int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)));
                    break;
            }
        }

        return text.ToString();
    }

    private static CharacterSet Get(string property) =>
        UnicodeProperties.TryGetSet(property, out var set) ? set : throw new InvalidOperationException(property);

    private static IEnumerable<int> Members(CharacterSet set)
    {
        var bounds = set.Bounds.ToArray();
        for (var i = 0; i < bounds.Length; i += 2)
        {
            for (var character = bounds[i]; character <= bounds[i + 1]; character++)
            {
                yield return character;
            }
        }
    }
}
