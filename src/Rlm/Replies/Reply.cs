namespace Rlm.Replies;

/// <summary>What was found in a reply of the language model.</summary>
internal sealed record Reply
{
    public required ReplyKind Kind { get; init; }

    /// <summary>The code to run; empty where there is none.</summary>
    public string Code { get; init; } = "";

    /// <summary>Everything that is not code.</summary>
    public string Reasoning { get; init; } = "";

    /// <summary>The number of blocks that could have run.</summary>
    public int BlockCount { get; init; }

    /// <summary>The tag of a block that cannot run.</summary>
    public string Language { get; init; } = "";
}

internal enum ReplyKind
{
    /// <summary>A block of code.</summary>
    Block,

    /// <summary>No block: the whole reply is code if it parses.</summary>
    WholeReply,

    Empty,
    EmptyBlock,
    WrongLanguage,
}
