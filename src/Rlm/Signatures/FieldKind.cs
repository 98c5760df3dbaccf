namespace Rlm;

/// <summary>On which side of a signature a field stands.</summary>
public enum FieldKind
{
    /// <summary>A value that the caller gives.</summary>
    Input,

    /// <summary>A value that the language model submits.</summary>
    Output,
}
