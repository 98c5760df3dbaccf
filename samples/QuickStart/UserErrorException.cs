namespace QuickStart;

/// <summary>Something that the user can put right; only the message is shown.</summary>
internal sealed class UserErrorException(string message, Exception? innerException = null) : Exception(message, innerException);
