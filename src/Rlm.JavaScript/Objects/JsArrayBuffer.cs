namespace Rlm.JavaScript.Objects;

/// <summary>An ArrayBuffer. Its memory is charged for by whoever makes or resizes it.</summary>
internal sealed class JsArrayBuffer(Shape shape, byte[] bytes, int? maxLength) : JsObject(shape)
{
    /// <summary>The contents; empty once the buffer is detached.</summary>
    public byte[] Bytes { get; private set; } = bytes;

    public bool IsDetached { get; private set; }

    /// <summary>How long a resizable buffer may become; null for one of fixed length.</summary>
    public int? MaxLength => maxLength;

    public bool IsResizable => maxLength is not null;

    public override string ClassName => "ArrayBuffer";

    /// <summary>Gives the buffer another length; new bytes are 0.</summary>
    public void Resize(int length)
    {
        byte[] resized = Bytes;
        Array.Resize(ref resized, length);
        Bytes = resized;
    }

    /// <summary>Takes the contents away: from now on the buffer has none, and its views have no elements.</summary>
    public void Detach()
    {
        Bytes = [];
        IsDetached = true;
    }

    protected override long OwnBytes => ModelBytes.Object + 24;

    internal override long Trace(Tracer tracer) => base.Trace(tracer) + ModelBytes.Buffer(Bytes.Length);
}

/// <summary>A DataView.</summary>
internal sealed class JsDataView(Shape shape, JsArrayBuffer buffer, int byteOffset, int? length) : JsObject(shape)
{
    public JsArrayBuffer Buffer => buffer;

    public int ByteOffset => byteOffset;

    public override string ClassName => "DataView";

    /// <summary>Whether it reaches up to the end of its resizable buffer, wherever that is.</summary>
    public bool TracksLength => length is null;

    /// <summary>ECMAScript IsViewOutOfBounds; so is one of a detached buffer.</summary>
    public bool IsOutOfBounds => buffer.IsDetached || byteOffset + (length ?? 0) > buffer.Bytes.Length;

    /// <summary>The length in bytes of a view that is not out of bounds.</summary>
    public int Length => length ?? buffer.Bytes.Length - byteOffset;

    internal override long Trace(Tracer tracer)
    {
        tracer.Visit(buffer);
        return base.Trace(tracer) + 24;
    }
}
