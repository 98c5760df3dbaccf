using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Inspection;

/// <content>Objects that have a text of their own: regular expressions and dates.</content>
internal sealed partial class Inspector
{
    private static string SelfDescription(JsObject instance) => instance is ISelfDescribing describing ? describing.Describe() : $"[{instance.ClassName}]";
}
