namespace ProtoDsl.Testing;

/// <summary>A clock that moves when told to, and calls the timers that come due on the way, in order, on the caller's thread.</summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly object _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private long _order;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers were made and not disposed.</summary>
    public int TimerCount
    {
        get
        {
            lock (_lock)
            {
                return _timers.Count;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        lock (_lock)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock; what comes due is called at its own time.</summary>
    public void Advance(TimeSpan span)
    {
        var target = GetUtcNow() + span;
        while (TakeDue(target) is { } timer)
        {
            timer.Fire();
        }

        lock (_lock)
        {
            _now = target;
        }
    }

    /// <summary>Calls every callback now, due or not: what a callback that was already on its way looks like.</summary>
    public void FireSpuriously()
    {
        ManualTimer[] timers;
        lock (_lock)
        {
            timers = [.. _timers];
        }

        foreach (var timer in timers)
        {
            timer.Fire();
        }
    }

    private ManualTimer? TakeDue(DateTimeOffset target)
    {
        lock (_lock)
        {
            var next = _timers.Where(timer => timer.DueAt <= target).OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Order).FirstOrDefault();
            if (next is { DueAt: { } due })
            {
                _now = due > _now ? due : _now;
                next.DueAt = next.Period > TimeSpan.Zero ? due + next.Period : null;
            }

            return next;
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        private bool _isDisposed;

        internal DateTimeOffset? DueAt { get; set; }

        internal TimeSpan Period { get; private set; }

        internal long Order { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                if (_isDisposed)
                {
                    return false;
                }

                // As strict as the system's timers.
                ArgumentOutOfRangeException.ThrowIfGreaterThan(dueTime, TimeSpan.FromMilliseconds(uint.MaxValue - 1));
                DueAt = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
                Period = period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period;
                Order = clock._order++;
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                _isDisposed = true;
                DueAt = null;
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        internal void Fire() => callback(state);
    }
}
