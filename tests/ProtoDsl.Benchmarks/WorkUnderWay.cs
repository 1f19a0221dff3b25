namespace ProtoDsl.Benchmarks;

/// <summary>Work on a thread of its own, to be cancelled in the middle.</summary>
internal sealed class WorkUnderWay
{
    private static readonly TimeSpan s_head = TimeSpan.FromMilliseconds(60);

    private readonly CancellationTokenSource _source = new();
    private readonly Thread _thread;

    private WorkUnderWay(Action<CancellationToken> work)
    {
        _thread = new Thread(() =>
        {
            try
            {
                work(_source.Token);
                Console.WriteLine("// It was over before it could be cancelled.");
            }
            catch (OperationCanceledException)
            {
                // As it should be.
            }
        });
    }

    /// <summary>Begins, and lets it get into the middle.</summary>
    public static WorkUnderWay Begin(Action<CancellationToken> work)
    {
        var under = new WorkUnderWay(work);
        under._thread.Start();
        Thread.Sleep(s_head);
        return under;
    }

    /// <summary>From the request to the end of the thread.</summary>
    public bool Cancel()
    {
        _source.Cancel();
        return _thread.Join(Timeout.InfiniteTimeSpan);
    }
}
