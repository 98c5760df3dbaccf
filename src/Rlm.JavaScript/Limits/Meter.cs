using System.Runtime.CompilerServices;

namespace Rlm.JavaScript.Limits;

/// <summary>
/// Counts the work and the memory of one session. Every loop whose length the guest chooses reports its steps to
/// <see cref="Work"/>, every allocation of guest data is reported to <see cref="Allocate"/> before it is made.
/// </summary>
/// <remarks>
/// Work is deterministic: the same program does the same work on every machine. The clock and the cancellation token are looked at
/// every <see cref="Slice"/> units. Memory is an upper bound between traces: what was live at the last trace plus all that was allocated since.
/// </remarks>
internal sealed class Meter
{
    /// <summary>The units of work between two looks at the clock and the cancellation token.</summary>
    public const int Slice = 10_000;

    [ThreadStatic]
    private static Meter? s_current;

    private const long NotInNative = long.MaxValue;

    /// <summary>What an evaluation gets that begins far over the limit: enough to parse code that releases something.</summary>
    private const long LeastRoom = 256 * 1024;

    /// <summary>What a part of the engine may take that is made at once, without a look at the limit; see <see cref="EnterOwn"/>.</summary>
    private const long LargestOwn = 16 * 1024;

    private readonly Func<long>? _traceLive;
    private long _nativeMark = NotInNative;
    private long _remaining;
    private long _slice;
    private long _workBefore;
    private long _workLimit = long.MaxValue;
    private long _memoryLimit = long.MaxValue;
    private long _memoryCheckpoint = long.MaxValue;
    private long _memory;
    private TimeProvider _time = TimeProvider.System;
    private long _started;
    private TimeSpan _elapsedBefore;
    private TimeSpan _timeLimit = Timeout.InfiniteTimeSpan;
    private CancellationToken _cancellation;
    private bool _isRunning;

    /// <summary>Initializes a meter without limits that only counts; see <see cref="Begin"/>.</summary>
    /// <param name="traceLive">Measures the memory that is retained now, in model bytes; null where nothing can be traced.</param>
    public Meter(Func<long>? traceLive = null) => _traceLive = traceLive;

    /// <summary>Gets the meter of the evaluation that runs on this thread, for code too deep to be handed one.</summary>
    public static Meter? Current => s_current;

    /// <summary>Gets the work done since <see cref="Begin"/>.</summary>
    public long WorkDone => _workBefore + (_slice - _remaining);

    /// <summary>Gets an upper bound of the memory in use, in model bytes.</summary>
    public long Memory => _memory;

    /// <summary>Gets the memory limit in model bytes.</summary>
    public long MemoryLimit => _memoryLimit;

    /// <summary>Gets the time of own execution since <see cref="Begin"/>; waiting for host calls is not counted.</summary>
    public TimeSpan Elapsed => _isRunning ? _elapsedBefore + _time.GetElapsedTime(_started) : _elapsedBefore;

    /// <summary>Starts counting an evaluation anew.</summary>
    public void Begin(ExecutionLimits limits, TimeProvider time, CancellationToken cancellation)
    {
        _workLimit = limits.Work ?? long.MaxValue;
        _memoryLimit = limits.Memory ?? long.MaxValue;
        _memoryCheckpoint = NextCheckpoint();
        _timeLimit = limits.Time;
        _time = time;
        _cancellation = cancellation;
        _elapsedBefore = TimeSpan.Zero;
        _workBefore = 0;
        NextSlice();
    }

    /// <summary>Marks the start of a stretch of own execution on this thread.</summary>
    public void Enter()
    {
        _started = _time.GetTimestamp();
        _isRunning = true;
        s_current = this;
    }

    /// <summary>Marks the end of a stretch of own execution.</summary>
    public void Leave()
    {
        _elapsedBefore += _time.GetElapsedTime(_started);
        _isRunning = false;
        s_current = null;
    }

    /// <summary>
    /// Reports <paramref name="units"/> of work: an element, a regular-expression step, a comparison, or 16 characters copied is one unit.
    /// </summary>
    /// <exception cref="ExecutionStoppedException">A limit is reached or the evaluation is cancelled.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Work(long units)
    {
        if ((_remaining -= units) < 0)
        {
            CheckWork();
        }
    }

    /// <summary>Reports <paramref name="bytes"/> of guest memory that are about to be allocated.</summary>
    /// <exception cref="ExecutionStoppedException">The memory limit is reached.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Allocate(long bytes)
    {
        if ((_memory += bytes) > _memoryCheckpoint)
        {
            CheckMemory(bytes);
        }
    }

    /// <summary>Takes back the report of memory that a built-in function had only for itself and has given up again.</summary>
    public void Release(long bytes) => _memory -= bytes;

    /// <summary>Reports that <paramref name="characters"/> are about to be written to new memory.</summary>
    public void Copy(long characters)
    {
        Allocate(24 + (2 * characters));
        Work(characters / 16);
    }

    /// <summary>
    /// Marks the start of a built-in function. What it allocates counts as live until it ends, as a trace does not see what it holds on the CLR stack.
    /// </summary>
    /// <returns>What to give to <see cref="LeaveNative"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long EnterNative()
    {
        long before = _nativeMark;
        if (before == NotInNative)
        {
            _nativeMark = _memory;
        }

        return before;
    }

    /// <summary>Gets a value indicating whether a built-in function runs, so that what it holds is counted without being traced.</summary>
    public bool IsInNative => _nativeMark != NotInNative;

    /// <summary>Marks the end of a built-in function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LeaveNative(long before)
    {
        if (before == NotInNative)
        {
            _nativeMark = NotInNative;
        }
    }

    /// <summary>
    /// Marks the start of making a part of the engine, whose size the guest does not choose: what it takes is counted, but it never stops half-way. The limit
    /// is looked at with what the guest allocates next.
    /// </summary>
    /// <returns>What to give to <see cref="LeaveOwn"/>.</returns>
    public long EnterOwn()
    {
        long before = _memoryCheckpoint;
        _memoryCheckpoint = long.MaxValue;
        return before;
    }

    /// <summary>Marks the end of making a part of the engine.</summary>
    public void LeaveOwn(long before) => _memoryCheckpoint = before;

    /// <summary>No built-in function runs any more: an exception left them all.</summary>
    public void ResetNative() => _nativeMark = NotInNative;

    /// <summary>Gets a value indicating whether more than half of the memory is in use.</summary>
    public bool IsMemoryShort => _memory > _memoryLimit / 2;

    /// <summary>Whether <paramref name="bytes"/> more could be allocated at all, so that a predictably huge operation is refused before it starts.</summary>
    public bool CanAllocate(long bytes) => bytes <= _memoryLimit;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CheckWork()
    {
        _workBefore += _slice - _remaining;
        _slice = 0;
        _remaining = 0;
        if (_workBefore > _workLimit)
        {
            throw new ExecutionStoppedException(ExecutionStop.Work, $"Stopped after {_workLimit} units of work, the limit of one evaluation.");
        }

        CheckClock();
        NextSlice();
    }

    private void CheckClock()
    {
        if (_cancellation.IsCancellationRequested)
        {
            throw new ExecutionStoppedException(ExecutionStop.Cancelled, "The evaluation was cancelled.");
        }

        if (_timeLimit != Timeout.InfiniteTimeSpan && Elapsed > _timeLimit)
        {
            throw new ExecutionStoppedException(
                ExecutionStop.Time,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Stopped after {_timeLimit.TotalSeconds:0.###} s of execution, the limit of one evaluation."));
        }
    }

    private void NextSlice()
    {
        long left = _workLimit - _workBefore;
        _slice = left < Slice ? Math.Max(left, 0) : Slice;
        _remaining = _slice;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CheckMemory(long bytes)
    {
        // Tracing is work too and may be stopped: until it is done, what is asked for does not count.
        _memory -= bytes;
        long retained = _memory;
        if (bytes <= _memoryLimit && _traceLive is not null)
        {
            retained = _traceLive();
            _memory = retained + HeldBesides(retained);
            _nativeMark = _nativeMark == NotInNative ? NotInNative : retained;
        }

        if (_memory > _memoryLimit - bytes)
        {
            // What was refused is not allocated, and what the built-in held for itself it gives up: the rest is what is really live.
            _memory = retained;
            throw new ExecutionStoppedException(
                ExecutionStop.Memory,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Stopped: the memory limit of {_memoryLimit / (1024d * 1024):0.##} MB is reached. Keep less: set large variables that are no longer needed to null."));
        }

        _memory += bytes;
        _memoryCheckpoint = NextCheckpoint();
    }

    /// <summary>
    /// What a running built-in may hold that a trace does not see: what it allocated, less what of it has become part of the live graph. As at most the
    /// memory at its start was live before, the live graph has grown by at least the difference.
    /// </summary>
    private long HeldBesides(long live) =>
        _nativeMark == NotInNative ? 0 : Math.Max(0, _memory - _nativeMark - Math.Max(0, live - _nativeMark));

    /// <summary>
    /// The next trace waits for nearly an eleventh of the limit: so sitting just under the limit does not trace all the time, what is live then is at most a
    /// tenth over it, and an evaluation that begins over the limit has room to release something. That room shrinks with what is over already, or each
    /// evaluation would keep as much again.
    /// </summary>
    private long NextCheckpoint()
    {
        long room = Math.Max(_memoryLimit / 20, (_memoryLimit / 11) - LargestOwn);
        long over = _memory - _memoryLimit;
        if (over > 0)
        {
            room = Math.Max(Math.Min(room, LeastRoom), room - over);
        }

        return Math.Max(_memoryLimit, _memory > long.MaxValue / 2 ? _memory : _memory + room);
    }
}
