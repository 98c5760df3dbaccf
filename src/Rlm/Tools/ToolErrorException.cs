namespace Rlm.Tools;

/// <summary>A tool said in its result that it failed. Never leaves the library.</summary>
internal sealed class ToolErrorException(string message) : Exception(message);
