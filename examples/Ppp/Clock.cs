namespace Acme.Net;

/// <summary>A clock that moves when it is told to. A real program hands <see cref="TimeProvider.System"/> to its timer driver.</summary>
internal sealed class Clock : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    /// <summary>Moves to the next timer that is due, and calls it; false when none runs.</summary>
    public bool AdvanceToNextTimer()
    {
        if (_timers.Where(timer => timer.Due is not null).MinBy(timer => timer.Due) is not { Due: { } due } next)
        {
            return false;
        }

        _now = due;
        next.Due = null;
        next.Elapsed();
        return true;
    }

    private sealed class Timer(Clock clock, Action elapsed) : ITimer
    {
        public TimeSpan? Due { get; set; }

        public Action Elapsed => elapsed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
            return true;
        }

        public void Dispose() => clock._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
