namespace Rlm.JavaScript.BuiltIns.Inspection;

/// <summary>An object that is shown by a text of its own, such as a regular expression or a date.</summary>
internal interface ISelfDescribing
{
    /// <summary>The text, made without running guest code; its length is charged by the caller.</summary>
    string Describe();
}
