using System.Text;
using Rlm;

namespace QuickStart;

/// <summary>The file that the turns are written to. It is opened before anything is asked, so that a wrong path costs no tokens.</summary>
internal sealed class TrajectoryFile : IDisposable
{
    private readonly FileStream _stream;

    private TrajectoryFile(FileStream stream) => _stream = stream;

    public static TrajectoryFile? Open(string? path)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            return new TrajectoryFile(new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserErrorException($"The trajectory cannot be written to '{path}': {exception.Message}", exception);
        }
    }

    public void Write(Trajectory trajectory)
    {
        _stream.SetLength(0);
        _stream.Write(Encoding.UTF8.GetBytes(trajectory.ToJson() + "\n"));
    }

    public void Dispose() => _stream.Dispose();
}
