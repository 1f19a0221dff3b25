namespace ProtoDsl;

/// <summary>Tells a machine that a timer has elapsed, and the driver when the machine throws.</summary>
internal abstract class ElapsedSink<TToken>
    where TToken : struct, ITimerToken, IEquatable<TToken>
{
    internal abstract void Tell(TToken token);
}

/// <summary>Tells a synchronous machine.</summary>
internal sealed class SynchronousSink<TToken>(TimerDriver<TToken> driver, ISynchronizedTimers<TToken> machine) : ElapsedSink<TToken>
    where TToken : struct, ITimerToken, IEquatable<TToken>
{
    internal override void Tell(TToken token)
    {
        try
        {
            machine.OnElapsed(token);
        }
        catch (Exception exception) when (driver.Handles(exception))
        {
            driver.Report(token, exception);
        }
    }
}

/// <summary>Tells an asynchronous machine, and waits for it only as far as its failure must be noticed.</summary>
internal sealed class AsynchronousSink<TToken>(TimerDriver<TToken> driver, IAsyncSynchronizedTimers<TToken> machine, CancellationToken disposal) : ElapsedSink<TToken>
    where TToken : struct, ITimerToken, IEquatable<TToken>
{
    internal override void Tell(TToken token)
    {
        try
        {
            var told = machine.OnElapsedAsync(token, disposal);
            if (told.IsCompleted)
            {
                told.GetAwaiter().GetResult();
            }
            else
            {
                Observe(told, token);
            }
        }
        catch (Exception exception) when (driver.Handles(exception))
        {
            driver.Report(token, exception);
        }
    }

    // async void on purpose: what nobody handles must be unhandled, not an unobserved task.
    private async void Observe(ValueTask told, TToken token)
    {
        try
        {
            await told.ConfigureAwait(false);
        }
        catch (Exception exception) when (driver.Handles(exception))
        {
            driver.Report(token, exception);
        }
    }
}
