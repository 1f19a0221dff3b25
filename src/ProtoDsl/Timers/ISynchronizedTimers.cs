namespace ProtoDsl;

/// <summary>A synchronized machine, which may be told of elapsed timers from any thread.</summary>
/// <typeparam name="TToken">Its timer token.</typeparam>
public interface ISynchronizedTimers<in TToken>
    where TToken : struct
{
    /// <summary>Tells the machine that the timer has elapsed; a stale token is ignored.</summary>
    void OnElapsed(TToken token);
}

/// <summary>An asynchronous synchronized machine, which may be told of elapsed timers from any thread.</summary>
/// <typeparam name="TToken">Its timer token.</typeparam>
public interface IAsyncSynchronizedTimers<in TToken>
    where TToken : struct
{
    /// <summary>Tells the machine that the timer has elapsed; a stale token is ignored.</summary>
    ValueTask OnElapsedAsync(TToken token, CancellationToken cancellationToken);
}
