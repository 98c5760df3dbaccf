namespace Rlm;

/// <summary>A signature is not valid. The message names everything that is wrong with it and, for a signature written as text, where.</summary>
public sealed class SignatureException : RlmException
{
    internal SignatureException(string message, int? position = null)
        : base(message) => Position = position;

    /// <summary>Gets the zero-based offset of the error in the text given to <see cref="Signature.Parse"/>, or null where the signature is no text.</summary>
    public int? Position { get; }
}
