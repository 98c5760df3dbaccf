using System.Diagnostics.CodeAnalysis;
using Rlm.JavaScript.Limits;

namespace Rlm.JavaScript.Objects;

/// <summary>
/// A guest string: a slice of a host string or of a growable buffer, or a rope of two strings that is flattened when it is first read.
/// Wrapping, slicing and joining copy nothing above small sizes; <c>s += x</c> costs amortised constant time per character, also when <c>s</c> is read in between.
/// </summary>
internal sealed class JsString : Cell
{
    /// <summary>The longest string, as in V8: 2^29 - 24 UTF-16 units.</summary>
    public const int MaxLength = (1 << 29) - 24;

    /// <summary>Up to this length a concatenation or slice is copied at once: a rope or slice would be larger.</summary>
    private const int CopyThreshold = 24;

    /// <summary>A slice shorter than this part of its source is copied, so that a few short slices never pin a large string.</summary>
    private const int PinningFactor = 1024;

    /// <summary>Up to this length a source is never worth protecting against being pinned.</summary>
    private const int PinningMinimum = 256;

    /// <summary>Up to this length a concatenation is copied into a buffer that later appends go on in.</summary>
    private const int OwnBufferLimit = 1024;

    private const int CellBytes = 56;
    private const int BufferBytes = 32;

    /// <summary>Up to this length a comparison costs no more than the instruction that asks for it; more is reported to the meter.</summary>
    private const int FreeComparison = 64;

    public static readonly JsString Empty = new(string.Empty, 0, 0);
    private static readonly JsString[] SingleCharacters = CreateSingleCharacters();

    public readonly int Length;

    /// <summary>A <see cref="string"/>, a <see cref="Buffer"/>, or for a rope the left <see cref="JsString"/>.</summary>
    private object _source;

    /// <summary>For a rope the right part; for a flat string its <see cref="Atom"/> once it was used as a property name.</summary>
    private Cell? _link;
    private int _start;
    private int _hash;

    private JsString(object source, int start, int length)
        : base(CellKind.String)
    {
        _source = source;
        _start = start;
        Length = length;
    }

    private JsString(JsString left, JsString right)
        : base(CellKind.String)
    {
        _source = left;
        _link = right;
        Length = left.Length + right.Length;
    }

    public char this[int index] => Span[index];

    /// <summary>Whether reading the characters will copy <see cref="Length"/> of them first.</summary>
    public bool IsRope => _source is JsString;

    /// <summary>The characters; flattens a rope first.</summary>
    public ReadOnlySpan<char> Span
    {
        get
        {
            if (_source is string text)
            {
                return text.AsSpan(_start, Length);
            }

            if (_source is JsString)
            {
                Flatten();
            }

            return ((Buffer)_source).Characters.AsSpan(_start, Length);
        }
    }

    /// <summary>The atom of this text, if it has been interned in the session that uses it.</summary>
    public Atom? CachedAtom
    {
        get => _link as Atom;
        set => _link = value;
    }

    public static JsString Create(string text) => text.Length switch
    {
        0 => Empty,
        1 => FromChar(text[0]),
        _ => new(text, 0, text.Length),
    };

    public static JsString Create(ReadOnlySpan<char> text) => text.Length switch
    {
        0 => Empty,
        1 => FromChar(text[0]),
        _ => new(text.ToString(), 0, text.Length),
    };

    /// <summary>Takes ownership of an array that the caller has filled and never writes again.</summary>
    public static JsString FromBuffer(char[] characters, int length) => length switch
    {
        0 => Empty,
        1 => FromChar(characters[0]),
        _ => new(new Buffer(characters, length), 0, length),
    };

    /// <summary>A string of one character; those of Latin-1 exist already, others are charged for here.</summary>
    public static JsString FromChar(char character)
    {
        if (character < SingleCharacters.Length)
        {
            return SingleCharacters[character];
        }

        Meter.Current?.Allocate(FlatBytes(1));
        return new(character.ToString(), 0, 1);
    }

    /// <summary>Joins two strings. The caller has checked the length and charged <see cref="ConcatBytes"/>.</summary>
    public static JsString Concat(JsString left, JsString right)
    {
        if (left.Length == 0)
        {
            return right;
        }

        if (right.Length == 0)
        {
            return left;
        }

        int length = left.Length + right.Length;
        if (length <= CopyThreshold)
        {
            Span<char> small = stackalloc char[CopyThreshold];
            left.Span.CopyTo(small);
            right.Span.CopyTo(small[left.Length..]);
            return new(small[..length].ToString(), 0, length);
        }

        if (left._source is JsString && left.IsAppended && right.Length < left.Length)
        {
            left.Flatten();
        }

        return left.TryAppend(right, out JsString? appended) ? appended : new(left, right);
    }

    /// <summary>The model bytes of <see cref="Concat"/>, apart from growing buffers and flattening ropes, which are charged when they happen.</summary>
    public static long ConcatBytes(int length) => CellBytes + (length <= OwnBufferLimit ? BufferBytes + 24 + (2L * length) : 0);

    /// <summary>The model bytes of a new string that holds its own copy of its characters.</summary>
    public static long FlatBytes(long length) => CellBytes + 24 + (2 * length);

    /// <summary>The model bytes of <see cref="Slice"/>.</summary>
    public long SliceBytes(int length) => length <= CopyThreshold || (!IsRope && IsTooShortToPin(length)) ? FlatBytes(length) : CellBytes;

    /// <summary>The model bytes of <see cref="Piece"/>.</summary>
    public static long PieceBytes(int length) => length <= CopyThreshold ? FlatBytes(length) : CellBytes;

    public static bool Equals(JsString left, JsString right) =>
        ReferenceEquals(left, right)
        || (left.Length == right.Length
            && (left._hash == 0 || right._hash == 0 || left._hash == right._hash)
            && EqualCharacters(left, right));

    /// <summary>Orders by UTF-16 units, as <c>&lt;</c> does.</summary>
    public static int Compare(JsString left, JsString right) => left.Span.SequenceCompareTo(right.Span);

    /// <summary>The part from <paramref name="start"/> on; shares the characters where that pays.</summary>
    public JsString Slice(int start, int length)
    {
        if (length == Length)
        {
            return this;
        }

        if (length <= 1)
        {
            return length == 0 ? Empty : FromChar(Span[start]);
        }

        ReadOnlySpan<char> span = Span;
        if (length <= CopyThreshold || IsTooShortToPin(length))
        {
            return new(span.Slice(start, length).ToString(), 0, length);
        }

        return new(_source, _start + start, length);
    }

    /// <summary>
    /// A part of a string that is cut up into parts, as <see cref="Slice"/> but without its copies of short parts of a long text:
    /// together the parts need all of its characters anyway.
    /// </summary>
    public JsString Piece(int start, int length)
    {
        if (length <= CopyThreshold || length == Length)
        {
            return Slice(start, length);
        }

        _ = Span;
        return new(_source, _start + start, length);
    }

    /// <summary>A hash of the characters, seeded per process against crafted collisions; never 0.</summary>
    public int GetContentHash()
    {
        if (_hash == 0)
        {
            int hash = string.GetHashCode(Span);
            _hash = hash == 0 ? 1 : hash;
        }

        return _hash;
    }

    /// <summary>The text as a host string; a whole host string comes back as itself.</summary>
    public override string ToString() => _source is string text && text.Length == Length ? text : Span.ToString();

    internal override long Trace(Tracer tracer)
    {
        switch (_source)
        {
            case JsString left:
                tracer.Visit(left);
                break;
            case Buffer buffer:
                tracer.VisitCharacters(buffer, buffer.Characters.Length + (BufferBytes / 2));
                break;
            case string text:
                tracer.VisitCharacters(text, text.Length);
                break;
        }

        tracer.Visit(_link);
        return CellBytes;
    }

    /// <summary>Whether a rope came about by appending: such a one is appended to again, and is worth flattening for that.</summary>
    private bool IsAppended => _source is JsString left && left.Length >= Length / 2;

    /// <summary>
    /// Appends in place where this string ends a buffer, so that a text built piece by piece keeps no chain of its pieces;
    /// a short text gets a buffer of its own first.
    /// </summary>
    private bool TryAppend(JsString right, [NotNullWhen(true)] out JsString? appended)
    {
        int length = Length + right.Length;
        appended = null;
        if (_source is Buffer buffer && _start + Length == buffer.Used && right.Length <= Length)
        {
            ReadOnlySpan<char> tail = right.Span;
            buffer.EnsureCapacity(buffer.Used + tail.Length);
            tail.CopyTo(buffer.Characters.AsSpan(buffer.Used));
            buffer.Used += tail.Length;
            appended = new(buffer, _start, length);
            return true;
        }

        if (length > OwnBufferLimit || _source is JsString)
        {
            return false;
        }

        char[] characters = new char[length];
        Span.CopyTo(characters);
        right.Span.CopyTo(characters.AsSpan(Length));
        appended = new(new Buffer(characters, length), 0, length);
        return true;
    }

    private bool IsTooShortToPin(int length)
    {
        int source = SourceLength;
        return source > PinningMinimum && (long)length * PinningFactor < source && length <= PinningMinimum;
    }

    private int SourceLength => _source is Buffer buffer ? buffer.Used : ((string)_source).Length;

    /// <summary>
    /// Writes the characters of a rope into one buffer. If its leftmost part already ends a buffer, the rest is appended there:
    /// that makes reading a string between appends cheap.
    /// </summary>
    private void Flatten()
    {
        var leftmost = this;
        while (leftmost._source is JsString next)
        {
            leftmost = next;
        }

        Meter.Current?.Copy(Length);
        Buffer buffer;
        int start = 0;
        bool appends = leftmost._source is Buffer tail && leftmost._start + leftmost.Length == tail.Used && leftmost.Length >= Length / 2;
        if (appends)
        {
            buffer = (Buffer)leftmost._source;
            start = leftmost._start;
            buffer.EnsureCapacity(start + Length);
        }
        else
        {
            buffer = new Buffer(new char[Length], 0);
        }

        WriteTo(buffer.Characters.AsSpan(start, Length), appends);
        buffer.Used = start + Length;
        _source = buffer;
        _start = start;
        _link = null;
    }

    /// <summary>Copies the parts of a rope in order, with an explicit stack: ropes nest as deep as the guest likes.</summary>
    private void WriteTo(Span<char> target, bool skipFirst)
    {
        var pending = new Stack<JsString>();
        pending.Push(this);
        int position = 0;
        while (pending.TryPop(out JsString? part))
        {
            while (part._source is JsString left)
            {
                pending.Push((JsString)part._link!);
                part = left;
            }

            if (!skipFirst)
            {
                part.Span.CopyTo(target[position..]);
            }

            skipFirst = false;
            position += part.Length;
        }
    }

    private static bool EqualCharacters(JsString left, JsString right)
    {
        if (left.Length > FreeComparison)
        {
            Meter.Current?.Work(left.Length / FreeComparison);
        }

        return left.Span.SequenceEqual(right.Span);
    }

    private static JsString[] CreateSingleCharacters()
    {
        var characters = new JsString[256];
        for (int i = 0; i < characters.Length; i++)
        {
            characters[i] = new(((char)i).ToString(), 0, 1);
        }

        return characters;
    }

    /// <summary>Characters with room to grow. Only a string that ends at <see cref="Used"/> may append; what is written never changes.</summary>
    private sealed class Buffer(char[] characters, int used)
    {
        public char[] Characters = characters;
        public int Used = used;

        public void EnsureCapacity(int needed)
        {
            if (needed > Characters.Length)
            {
                Meter.Current?.Copy(Math.Max(needed, Characters.Length * 2L));
                Array.Resize(ref Characters, (int)Math.Min(Math.Max(needed, Characters.Length * 2L), MaxLength + 1L));
            }
        }
    }
}
