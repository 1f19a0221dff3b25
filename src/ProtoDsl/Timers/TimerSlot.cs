namespace ProtoDsl;

/// <summary>One timer of a machine: what it was last started for, and the <see cref="ITimer"/> that is used again and again. Every
/// member but the callback is called under the driver's lock.</summary>
/// <remarks>A callback of an earlier start may already be on its way when the timer is started anew, and callbacks do not say which start
/// they belong to. So a callback never trusts its being called: it looks at the clock, and where the time has not come it waits for the
/// rest. The same look serves providers that are early by their resolution, and durations longer than they can wait.</remarks>
internal sealed class TimerSlot<TToken> : IDisposable
    where TToken : struct, ITimerToken, IEquatable<TToken>
{
    /// <summary>What <see cref="Timer"/> can wait, on every target: 2^32 - 2 milliseconds, some 49 days.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private TToken _token;
    private long _startedAt;
    private TimeSpan _due;
    private Phase _phase;

    internal TimerSlot(TimerDriver<TToken> driver, TimeProvider time)
    {
        _time = time;
        _timer = CreateTimer(driver);
    }

    private enum Phase
    {
        Idle,
        Running,
        WaitingForMachine,
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    internal void Arm(TToken token, TimeSpan due)
    {
        _token = token;
        _due = due;
        _startedAt = _time.GetTimestamp();
        _phase = Phase.Running;
        Wait(due);
    }

    internal void Disarm(TToken token)
    {
        if (_phase != Phase.Idle && _token.Equals(token))
        {
            _phase = Phase.Idle;
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The machine has come: what waited for it elapses now.</summary>
    internal void Resume()
    {
        if (_phase == Phase.WaitingForMachine)
        {
            _phase = Phase.Running;
            Wait(TimeSpan.Zero);
        }
    }

    /// <summary>True, once for each start, when its time has come and there is a machine to tell.</summary>
    internal bool TryElapse(bool hasMachine, out TToken token)
    {
        token = _token;
        if (_phase != Phase.Running)
        {
            return false;
        }

        var rest = _due - _time.GetElapsedTime(_startedAt);
        if (rest > TimeSpan.Zero)
        {
            Wait(rest);
            return false;
        }

        _phase = hasMachine ? Phase.Idle : Phase.WaitingForMachine;
        return hasMachine;
    }

    private void Wait(TimeSpan rest) => _timer.Change(rest < Longest ? RoundUp(rest) : Longest, Timeout.InfiniteTimeSpan);

    // The system's timers cut off what is below a millisecond, and would be early.
    private static TimeSpan RoundUp(TimeSpan rest) =>
        TimeSpan.FromTicks((rest.Ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond);

    // The timer outlives the event that happens to start it first: what that event's context holds must not live as long.
    private ITimer CreateTimer(TimerDriver<TToken> driver)
    {
        TimerCallback callback = _ => driver.Elapse(this);
        if (ExecutionContext.IsFlowSuppressed())
        {
            return _time.CreateTimer(callback, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        using (ExecutionContext.SuppressFlow())
        {
            return _time.CreateTimer(callback, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
