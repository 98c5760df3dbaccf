namespace Samples;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "The run of '{Question}' was abandoned")]
    public static partial void Abandoned(ILogger logger, string question);
}
