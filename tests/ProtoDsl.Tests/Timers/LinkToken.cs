namespace ProtoDsl.Tests.Timers;

/// <summary>A timer token as the generator writes it.</summary>
internal readonly record struct LinkToken(LinkTimer Timer, int Generation) : ITimerToken
{
    int ITimerToken.Timer => (int)Timer;
}

internal enum LinkTimer
{
    Retry,
    Idle,
}

/// <summary>Notes what it is told, and may do something about it.</summary>
internal sealed class RecordingMachine(Action<LinkToken>? onElapsed = null) : ISynchronizedTimers<LinkToken>
{
    private readonly object _lock = new();
    private readonly List<LinkToken> _told = [];

    internal IReadOnlyList<LinkToken> Told
    {
        get
        {
            lock (_lock)
            {
                return [.. _told];
            }
        }
    }

    public void OnElapsed(LinkToken token)
    {
        lock (_lock)
        {
            _told.Add(token);
        }

        onElapsed?.Invoke(token);
    }
}

internal sealed class AsyncMachine(Func<LinkToken, CancellationToken, ValueTask> onElapsed) : IAsyncSynchronizedTimers<LinkToken>
{
    public ValueTask OnElapsedAsync(LinkToken token, CancellationToken cancellationToken) => onElapsed(token, cancellationToken);
}
