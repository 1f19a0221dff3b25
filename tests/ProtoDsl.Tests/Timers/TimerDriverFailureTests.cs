using ProtoDsl.Testing;

namespace ProtoDsl.Tests.Timers;

/// <summary>Machines that throw, and drivers that are gone.</summary>
public sealed class TimerDriverFailureTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly LinkToken Token = new(LinkTimer.Retry, 1);
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void An_exception_goes_to_the_handler_and_the_driver_goes_on()
    {
        var machine = new RecordingMachine(token => throw new InvalidDataException($"no. {token.Generation}"));
        using var driver = new TimerDriver<LinkToken>(_time);
        var failures = new List<TimerFailedEventArgs<LinkToken>>();
        driver.Failed += (_, failure) => failures.Add(failure);
        driver.Attach(machine);
        driver.Start(Token, Second);
        _time.Advance(Second);
        driver.Start(Token with { Generation = 2 }, Second);
        _time.Advance(Second);

        Assert.Equal([1, 2], failures.Select(failure => failure.Token.Generation));
        Assert.Equal("no. 1", Assert.IsType<InvalidDataException>(failures[0].Exception).Message);
    }

    [Fact]
    public void Without_a_handler_the_exception_is_unhandled_on_the_timers_thread()
    {
        using var driver = new TimerDriver<LinkToken>(_time);
        driver.Attach(new RecordingMachine(_ => throw new InvalidDataException()));
        driver.Start(Token, Second);
        Assert.Throws<InvalidDataException>(() => _time.Advance(Second));
    }

    [Fact]
    public void An_asynchronous_machine_that_throws_at_once_is_no_different()
    {
        using var driver = new TimerDriver<LinkToken>(_time);
        driver.Attach(new AsyncMachine((_, _) => ValueTask.FromException(new InvalidDataException())));
        driver.Start(Token, Second);
        Assert.Throws<InvalidDataException>(() => _time.Advance(Second));

        Exception? reported = null;
        driver.Failed += (_, failure) => reported = failure.Exception;
        driver.Start(Token, Second);
        _time.Advance(Second);
        Assert.IsType<InvalidDataException>(reported);
    }

    [Fact]
    public async Task An_asynchronous_machine_that_throws_later_is_reported()
    {
        var gate = new TaskCompletionSource();
        var reported = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var driver = new TimerDriver<LinkToken>(_time);
        driver.Failed += (_, failure) => reported.SetResult(failure.Exception);
        driver.Attach(new AsyncMachine(async (_, _) => await gate.Task));
        driver.Start(Token, Second);
        _time.Advance(Second);
        Assert.False(reported.Task.IsCompleted);

        gate.SetException(new InvalidDataException());
        Assert.IsType<InvalidDataException>(await reported.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Without_a_handler_a_later_exception_is_unhandled_too()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var context = new CollectingContext();
        using var driver = new TimerDriver<LinkToken>(_time);
        driver.Attach(new AsyncMachine(async (_, _) => await gate.Task));
        driver.Start(Token, Second);
        context.Run(() => _time.Advance(Second));
        gate.SetException(new InvalidDataException());
        Assert.IsType<InvalidDataException>(await context.Unhandled.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Nothing_is_told_after_disposal_and_every_timer_is_released()
    {
        var machine = new RecordingMachine();
        var driver = new TimerDriver<LinkToken>(_time);
        driver.Attach(machine);
        driver.Start(Token, Second);
        driver.Start(new(LinkTimer.Idle, 1), Second);
        driver.Dispose();
        driver.Dispose();
        Assert.Equal(0, _time.TimerCount);
        _time.Advance(Second);
        Assert.Empty(machine.Told);
    }

    [Fact]
    public void After_disposal_a_start_throws_and_a_stop_does_not()
    {
        var driver = new TimerDriver<LinkToken>(_time);
        driver.Start(Token, Second);
        driver.Dispose();
        driver.Stop(Token);
        Assert.Throws<ObjectDisposedException>(() => driver.Start(Token, Second));
        Assert.Throws<ObjectDisposedException>(() => driver.Attach(new RecordingMachine()));
    }

    [Fact]
    public void A_machine_that_meets_the_disposal_while_it_is_told_is_no_failure()
    {
        TimerDriver<LinkToken>? driver = null;
        var failures = 0;
        var machine = new RecordingMachine(token =>
        {
            driver?.Dispose();
            driver?.Start(token, Second);
        });
        driver = new TimerDriver<LinkToken>(_time);
        driver.Failed += (_, _) => failures++;
        driver.Attach(machine);
        driver.Start(Token, Second);
        _time.Advance(Second);
        Assert.Single(machine.Told);
        Assert.Equal(0, failures);
    }

    [Fact]
    public async Task Disposal_cancels_what_an_asynchronous_machine_is_doing()
    {
        var ended = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var driver = new TimerDriver<LinkToken>(_time);
        driver.Attach(new AsyncMachine(async (_, cancellationToken) =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                ended.SetResult(cancellationToken.IsCancellationRequested);
            }
        }));
        driver.Start(Token, Second);
        _time.Advance(Second);
        Assert.False(ended.Task.IsCompleted);

        driver.Dispose();
        Assert.True(await ended.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    /// <summary>Collects what an <c>async void</c> method that was started in it lets escape.</summary>
    private sealed class CollectingContext : SynchronizationContext
    {
        private readonly TaskCompletionSource<Exception> _unhandled = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task<Exception> Unhandled => _unhandled.Task;

        public override void Post(SendOrPostCallback d, object? state)
        {
            try
            {
                d(state);
            }
            catch (Exception exception)
            {
                _unhandled.TrySetResult(exception);
            }
        }

        internal void Run(Action action)
        {
            var outer = Current;
            SetSynchronizationContext(this);
            try
            {
                action();
            }
            finally
            {
                SetSynchronizationContext(outer);
            }
        }
    }
}
