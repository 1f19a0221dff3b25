namespace ProtoDsl.Tests.Timers;

/// <summary>The system's own timers, and threads that get in each other's way.</summary>
public sealed class TimerDriverRaceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task On_the_systems_clock_a_timer_elapses_and_never_early()
    {
        var told = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = TimeProvider.System.GetTimestamp();
        using var driver = new TimerDriver<LinkToken>();
        driver.Attach(new RecordingMachine(_ => told.TrySetResult(TimeProvider.System.GetElapsedTime(started))));
        started = TimeProvider.System.GetTimestamp();
        driver.Start(new(LinkTimer.Retry, 1), TimeSpan.FromMilliseconds(20.7));
        Assert.True(await told.Task.WaitAsync(Patience) >= TimeSpan.FromMilliseconds(20.7));
    }

    /// <summary>Restarts as short as the clock's grain, so that callbacks are on their way when the next start comes: each start must be told
    /// at most once, never before its time, and the last one always.</summary>
    [Fact]
    public async Task Restarts_that_race_with_their_callbacks_lose_nothing_and_repeat_nothing()
    {
        const int Starts = 2_000;
        var due = TimeSpan.FromMilliseconds(1);
        var startedAt = new long[Starts + 1];
        var early = 0;
        var last = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var machine = new RecordingMachine(token =>
        {
            if (TimeProvider.System.GetElapsedTime(Volatile.Read(ref startedAt[token.Generation])) < due)
            {
                Interlocked.Increment(ref early);
            }

            if (token.Generation == Starts)
            {
                last.SetResult();
            }
        });
        using var driver = new TimerDriver<LinkToken>();
        driver.Attach(machine);
        for (var generation = 1; generation <= Starts; generation++)
        {
            Volatile.Write(ref startedAt[generation], TimeProvider.System.GetTimestamp());
            driver.Start(new(LinkTimer.Retry, generation), due);
            Thread.SpinWait(generation % 7 == 0 ? 40_000 : 200);
        }

        await last.Task.WaitAsync(Patience);
        Assert.Equal(0, early);
        Assert.Equal(machine.Told.Select(token => token.Generation).Distinct().Count(), machine.Told.Count);
    }

    [Fact]
    public async Task Threads_that_start_stop_and_dispose_at_once_break_nothing()
    {
        for (var round = 0; round < 50; round++)
        {
            var machine = new RecordingMachine();
            var driver = new TimerDriver<LinkToken>();
            driver.Attach(machine);
            var workers = Enumerable.Range(0, 3).Select(worker => Task.Run(() =>
            {
                for (var generation = 0; generation < 200; generation++)
                {
                    var token = new LinkToken((LinkTimer)worker, generation);
                    try
                    {
                        driver.Start(token, TimeSpan.Zero);
                    }
                    catch (ObjectDisposedException)
                    {
                        return;
                    }

                    driver.Stop(token);
                }
            })).ToArray();
            var disposal = Task.Run(driver.Dispose);
            await Task.WhenAll([.. workers, disposal]).WaitAsync(Patience);
            var told = machine.Told;
            Assert.Equal(told.Distinct().Count(), told.Count);
            Assert.Throws<ObjectDisposedException>(() => driver.Start(new(LinkTimer.Retry, 1), TimeSpan.Zero));
        }
    }

    /// <summary>The machine's lock is held while it starts a timer and taken while it is told: the driver's own lock must stand in no order with it.</summary>
    [Fact]
    public async Task A_machine_that_starts_timers_under_its_lock_never_deadlocks()
    {
        var machineLock = new object();
        var told = 0;
        using var driver = new TimerDriver<LinkToken>();
        driver.Attach(new RecordingMachine(_ =>
        {
            lock (machineLock)
            {
                told++;
            }
        }));
        var events = Task.Run(() =>
        {
            for (var generation = 0; generation < 20_000; generation++)
            {
                lock (machineLock)
                {
                    driver.Start(new(LinkTimer.Retry, generation), TimeSpan.Zero);
                }
            }
        });
        await events.WaitAsync(Patience);
        while (Volatile.Read(ref told) == 0)
        {
            await Task.Delay(1);
        }
    }
}
