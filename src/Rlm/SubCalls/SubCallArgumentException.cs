namespace Rlm.SubCalls;

/// <summary>The code called a sub-call function wrongly. The message is for the language model; the exception never leaves the library.</summary>
internal sealed class SubCallArgumentException(string message) : Exception(message);
