namespace ProtoDsl;

/// <summary>Runs the timers of one synchronized machine on a <see cref="TimeProvider"/>. The machine's actions hand it what the
/// machine asks for, and it tells the machine, from a thread of the time provider, what has elapsed:
/// <code>
/// public void Start(LinkTimerToken token, TimeSpan due) => _timers.Start(token, due);
/// public void Stop(LinkTimerToken token) => _timers.Stop(token);
/// // …
/// _timers.Attach(new Link(actions));
/// </code>
/// Only synchronized machines can be attached: the others must be told by the thread that uses them.</summary>
/// <remarks>Thread-safe. Each timer of the machine gets one <see cref="ITimer"/>, made when it is first started and used for every
/// later start, which then allocates nothing. A timer never elapses early, whatever the resolution of the provider. What elapses
/// before <c>Attach</c> (the constructor of a machine arms the timers of its initial state) waits for it.</remarks>
/// <typeparam name="TToken">The timer token of the machine.</typeparam>
public sealed class TimerDriver<TToken> : IDisposable
    where TToken : struct, ITimerToken, IEquatable<TToken>
{
    private readonly object _lock = new();
    private readonly Dictionary<int, TimerSlot<TToken>> _slots = [];
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _disposal = new(); // never asked for a wait handle: nothing to dispose
    private ElapsedSink<TToken>? _machine;
    private volatile bool _isDisposed;

    /// <summary>Makes a driver without a machine.</summary>
    /// <param name="timeProvider">What tells the time; null: <see cref="TimeProvider.System"/>.</param>
    public TimerDriver(TimeProvider? timeProvider = null) => _time = timeProvider ?? TimeProvider.System;

    /// <summary>The machine threw when it was told that a timer has elapsed. The driver goes on and does not tell it
    /// again; a machine that threw before it changed its state still takes the token, so the handler may. Raised on the thread of the time
    /// provider. Without a handler the exception stays unhandled, as in any timer callback, and ends the process:
    /// a broken machine is never silent.</summary>
    public event EventHandler<TimerFailedEventArgs<TToken>>? Failed;

    /// <summary>Sets the machine that is told.</summary>
    /// <exception cref="InvalidOperationException">There is one already.</exception>
    /// <exception cref="ObjectDisposedException">The driver is disposed.</exception>
    public void Attach(ISynchronizedTimers<TToken> machine)
    {
        _ = machine ?? throw new ArgumentNullException(nameof(machine));
        Attach(new SynchronousSink<TToken>(this, machine));
    }

    /// <summary>Sets the asynchronous machine that is told. Disposing the driver cancels what the machine does about an elapsed timer.</summary>
    /// <exception cref="InvalidOperationException">There is one already.</exception>
    /// <exception cref="ObjectDisposedException">The driver is disposed.</exception>
    public void Attach(IAsyncSynchronizedTimers<TToken> machine)
    {
        _ = machine ?? throw new ArgumentNullException(nameof(machine));
        Attach(new AsynchronousSink<TToken>(this, machine, _disposal.Token));
    }

    /// <summary>Starts a timer; one of the same number that runs is replaced.</summary>
    /// <param name="token">What the machine is told when the time has come.</param>
    /// <param name="due">How long from now. Any length: what is longer than the provider can wait is waited for in parts.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="due"/> is negative.</exception>
    /// <exception cref="ObjectDisposedException">The driver is disposed.</exception>
    public void Start(TToken token, TimeSpan due)
    {
        if (due < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(due), due, $"Timer {token.Timer} cannot be due in the past: give a duration of zero or more.");
        }

        lock (_lock)
        {
            ThrowIfDisposed();
            if (!_slots.TryGetValue(token.Timer, out var slot))
            {
                slot = new TimerSlot<TToken>(this, _time);
                _slots.Add(token.Timer, slot);
            }

            slot.Arm(token, due);
        }
    }

    /// <summary>Stops a timer. Nothing happens when it does not run, was started anew under another token, or the driver is disposed.</summary>
    public void Stop(TToken token)
    {
        lock (_lock)
        {
            if (!_isDisposed && _slots.TryGetValue(token.Timer, out var slot))
            {
                slot.Disarm(token);
            }
        }
    }

    /// <summary>Stops every timer for good: nothing new is told. What the machine is being told at this moment goes on (an asynchronous
    /// machine is asked to cancel it); should it fail because the driver is gone, that is expected and not reported.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            foreach (var slot in _slots.Values)
            {
                slot.Dispose();
            }
        }

        // Outside the lock: cancelling runs the code of whoever listens.
        _disposal.Cancel();
    }

    // Called on a thread of the time provider. The machine is told outside the lock: it takes its own, and starts timers under it.
    internal void Elapse(TimerSlot<TToken> slot)
    {
        TToken token;
        ElapsedSink<TToken>? machine;
        lock (_lock)
        {
            machine = _machine;
            if (_isDisposed || !slot.TryElapse(machine is not null, out token) || machine is null)
            {
                return;
            }
        }

        machine.Tell(token);
    }

    private void Attach(ElapsedSink<TToken> machine)
    {
        lock (_lock)
        {
            ThrowIfDisposed();
            if (_machine is not null)
            {
                throw new InvalidOperationException("A timer driver serves one machine, and this one has one already: make a driver for each machine.");
            }

            _machine = machine;
            foreach (var slot in _slots.Values)
            {
                slot.Resume();
            }
        }
    }

    // Asked in an exception filter, so that what nobody handles is unhandled where it was thrown.
    internal bool Handles(Exception exception) => Failed is not null || IsExpected(exception);

    internal void Report(TToken token, Exception exception)
    {
        if (!IsExpected(exception))
        {
            Failed?.Invoke(this, new TimerFailedEventArgs<TToken>(token, exception));
        }
    }

    private bool IsExpected(Exception exception) => _isDisposed && exception is (ObjectDisposedException or OperationCanceledException);

    private void ThrowIfDisposed()
    {
        if (_isDisposed)
        {
            throw new ObjectDisposedException(nameof(TimerDriver<TToken>));
        }
    }
}
