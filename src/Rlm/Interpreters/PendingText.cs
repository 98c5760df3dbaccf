using System.Text;

namespace Rlm.Interpreters;

/// <summary>Stands for a text that is read, from a file, a reader or a stream, when the run starts.</summary>
/// <param name="origin">What is read.</param>
/// <param name="inputName">The input that it is, or belongs to.</param>
internal sealed class PendingText(object origin, string inputName)
{
    /// <summary>What puts the text where this stands.</summary>
    public Action<string>? Placed { get; set; }

    public object Origin { get; } = origin;

    public string InputName { get; } = inputName;

    /// <summary>What the source is called in errors.</summary>
    public string Name => Origin is FileInfo file ? $"the file '{file.FullName}'" : $"the {(Origin is Stream ? "stream" : "reader")} '{Origin.GetType()}'";

    /// <summary>Reads the whole text, as UTF-8 where a byte order mark says nothing else. Readers and streams of the caller stay open.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        switch (Origin)
        {
            case FileInfo file:
                using (var reader = new StreamReader(file.FullName, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, Asynchronously))
                {
                    Place(await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false));
                }

                break;
            case Stream stream:
                using (var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true))
                {
                    Place(await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false));
                }

                break;
            case TextReader reader:
                Place(await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false));
                break;
            default:
                break;
        }
    }

    private static readonly FileStreamOptions Asynchronously = new() { Options = FileOptions.Asynchronous | FileOptions.SequentialScan };

    private void Place(string text) => Placed?.Invoke(text);
}
