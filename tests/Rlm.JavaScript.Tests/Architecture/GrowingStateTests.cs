using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Rlm.JavaScript.Tests.Architecture;

/// <summary>
/// A collection of the runtime grows without asking the meter. Every object of the engine that keeps one is on the list below, with what charges for what is put
/// in, or what bounds it. What parses and compiles is left out: it is charged by the characters and nodes of the source.
/// </summary>
public sealed class GrowingStateTests
{
    private static readonly HashSet<Type> Collections =
    [
        typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(Queue<>), typeof(Stack<>), typeof(LinkedList<>), typeof(SortedSet<>), typeof(SortedDictionary<,>),
        typeof(SortedList<,>), typeof(OrderedDictionary<,>), typeof(PriorityQueue<,>), typeof(ConditionalWeakTable<,>), typeof(StringBuilder),
    ];

    private static readonly Dictionary<string, string> Charged = new(StringComparer.Ordinal)
    {
        ["Agent._declared"] = "Names, whose cells are charged with their place here.",
        ["Agent._deferred"] = "HostOperation.Bytes and DeferredValue.BytesOf each, and the arguments; MaxHostCalls bounds them.",
        ["Agent._hostCalls"] = "HostOperation.Bytes each, and the arguments; MaxHostCalls bounds them.",
        ["Agent._jobs"] = "Job.Bytes each.",
        ["Agent._placeOfCall"] = "That of a deferred value.",
        ["Agent._unhandled"] = "UnhandledBytes each.",
        ["Anatomy.Keys"] = "Keys are charged where they are listed.",
        ["ArrayJoin._open"] = "Charged for each array inside an array.",
        ["ArrayJoin._outer"] = "Charged for each array inside an array.",
        ["ClassStrings.Strings"] = "The strings of one class of a pattern, charged by the parser.",
        ["Classes.OfCanonical"] = "A table of Unicode, made once for the process.",
        ["ConsoleInstance._counts"] = "The labels of console.count, charged with their texts.",
        ["ConsoleInstance._timers"] = "The labels of console.time, charged with their texts.",
        ["ConsoleOutput._text"] = "MaxOutputLength bounds it.",
        ["ConsoleTable._columns"] = "Charged as cells are added.",
        ["ConsoleTable._headers"] = "Charged as columns are added.",
        ["Copier._copies"] = "Charged with each object that is copied.",
        ["Copier._unfilled"] = "Charged with each object that is copied.",
        ["DeferredPlaces._places"] = "PlaceBytes each.",
        ["DeferredValue.Place"] = "DeferredValue.BytesOf; at most ten lines.",
        ["GlobalTable._cells"] = "Charged with the cells.",
        ["HostValues._path"] = "At most 200 levels.",
        ["HostValues._texts"] = "Charged value by value; MaxHostValueSize bounds them.",
        ["Inspector._circular"] = "As many as are printed.",
        ["Inspector._open"] = "As deep as is printed.",
        ["JsGenerator.Requests"] = "Charged whenever it grows.",
        ["JsPromise.Reactions"] = "Charged whenever it grows.",
        ["JsonStringifier._deep"] = "Charged level by level.",
        ["JsonStringifier._propertyList"] = "Charged name by name.",
        ["JsonReviver._levels"] = "Charged level by level.",
        ["Level.Keys"] = "Keys are charged where they are listed.",
        ["LinearMatcher._stack"] = "No longer than the program, whose length is bounded.",
        ["LinearProgram._classes"] = "No more than instructions.",
        ["LinearProgram._instructions"] = "Up to a fixed number.",
        ["ObjectRecording._lazy"] = "The built-in functions of one object.",
        ["PatternCache._patterns"] = "At most 256 patterns, each charged.",
        ["PropertyIndex.Numbers"] = "A table of Unicode, made once for the process.",
        ["PropertyIndex._entries"] = "A table of Unicode, made once for the process.",
        ["Realm._symbolRegistry"] = "Realm.SymbolRegistryBytes each.",
        ["RegExpCompiler._classes"] = "No more than nodes of the pattern, each charged.",
        ["RegExpCompiler._literals"] = "No more than nodes of the pattern, each charged.",
        ["RegExpParser._groupNames"] = "Charged by the characters of the pattern.",
        ["RegExpParser._knownNames"] = "Charged by the characters of the pattern.",
        ["RegExpParser._namedReferences"] = "Charged by the characters of the pattern.",
        ["Shape._children"] = "Charged with the shapes.",
        ["Tracer._characters"] = "Lives as long as a trace; texts of 64 characters and more.",
        ["Tracer._pending"] = "Lives as long as a trace; cells, each of which is many times larger.",
    };

    [Fact]
    public void EngineState_ThatGrows_IsListedWithWhatChargesForIt()
    {
        HashSet<string> found = [.. typeof(JavaScriptSession).Assembly.GetTypes().SelectMany(GrowingFields)];

        string[] unlisted = [.. found.Except(Charged.Keys).Order(StringComparer.Ordinal)];
        string[] gone = [.. Charged.Keys.Except(found).Order(StringComparer.Ordinal)];

        Assert.True(unlisted.Length == 0, $"Not on the list: {string.Join(", ", unlisted)}");
        Assert.True(gone.Length == 0, $"On the list, and not there: {string.Join(", ", gone)}");
    }

    private static IEnumerable<string> GrowingFields(Type type) =>
        type.Namespace is not { } space || type.Name.StartsWith('<') || space.EndsWith(".Syntax", StringComparison.Ordinal) || space.EndsWith(".Compilation", StringComparison.Ordinal)
            ? []
            : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(field => IsGrowing(field.FieldType))
                .Select(field => $"{type.Name}.{NameOf(field)}");

    private static bool IsGrowing(Type type) => Collections.Contains(type.IsGenericType ? type.GetGenericTypeDefinition() : type);

    private static string NameOf(FieldInfo field) => field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
}
