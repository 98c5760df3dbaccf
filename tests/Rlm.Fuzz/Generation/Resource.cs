using System.Reflection;

namespace Rlm.Fuzz.Generation;

/// <summary>Reads the files that are part of this program.</summary>
internal static class Resource
{
    public static IEnumerable<string> Names(string prefix) =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static string Text(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
