namespace Acme.Net;

/// <summary>A clock that moves when it is told to, so that four minutes of TIME-WAIT take no time.</summary>
internal sealed class Clock
{
    private readonly List<(TimeSpan At, object Key, Action Elapsed)> _timers = [];

    public TimeSpan Now { get; private set; }

    public void Start(object key, TimeSpan due, Action elapsed) => _timers.Add((Now + due, key, elapsed));

    public void Stop(object key) => _timers.RemoveAll(timer => timer.Key.Equals(key));

    /// <summary>Moves the clock, and tells each timer at its own time.</summary>
    public void Advance(TimeSpan span)
    {
        var end = Now + span;
        while (_timers.Where(timer => timer.At <= end).OrderBy(timer => timer.At).Select(timer => ((TimeSpan, object, Action)?)timer).FirstOrDefault() is var (at, key, elapsed))
        {
            Stop(key);
            Now = at;
            elapsed();
        }

        Now = end;
    }
}
