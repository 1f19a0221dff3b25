using ProtoDsl.Testing;

namespace ProtoDsl.Tests.Timers;

/// <summary>Starting, stopping and elapsing, under a clock that is moved by hand.</summary>
public sealed class TimerDriverTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly ManualTimeProvider _time = new();
    private readonly RecordingMachine _machine = new();
    private readonly TimerDriver<LinkToken> _driver;

    public TimerDriverTests()
    {
        _driver = new TimerDriver<LinkToken>(_time);
        _driver.Attach(_machine);
    }

    [Fact]
    public void Tells_the_machine_once_when_the_time_has_come()
    {
        _driver.Start(new(LinkTimer.Retry, 1), 3 * Second);
        _time.Advance(3 * Second - TimeSpan.FromTicks(1));
        Assert.Empty(_machine.Told);

        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal([new(LinkTimer.Retry, 1)], _machine.Told);

        _time.Advance(100 * Second);
        Assert.Single(_machine.Told);
    }

    [Fact]
    public void Starting_again_replaces_what_runs()
    {
        _driver.Start(new(LinkTimer.Retry, 1), 3 * Second);
        _time.Advance(2 * Second);
        _driver.Start(new(LinkTimer.Retry, 2), 3 * Second);
        _time.Advance(2 * Second);
        Assert.Empty(_machine.Told);

        _time.Advance(Second);
        Assert.Equal([new(LinkTimer.Retry, 2)], _machine.Told);
    }

    [Fact]
    public void Timers_run_side_by_side()
    {
        _driver.Start(new(LinkTimer.Idle, 1), 5 * Second);
        _driver.Start(new(LinkTimer.Retry, 1), 2 * Second);
        _time.Advance(10 * Second);
        Assert.Equal([new(LinkTimer.Retry, 1), new(LinkTimer.Idle, 1)], _machine.Told);
    }

    [Fact]
    public void A_stopped_timer_does_not_elapse()
    {
        _driver.Start(new(LinkTimer.Retry, 1), Second);
        _driver.Stop(new(LinkTimer.Retry, 1));
        _time.Advance(10 * Second);
        Assert.Empty(_machine.Told);
    }

    [Fact]
    public void Stopping_an_earlier_start_leaves_the_later_one_alone()
    {
        _driver.Start(new(LinkTimer.Retry, 1), Second);
        _driver.Start(new(LinkTimer.Retry, 2), Second);
        _driver.Stop(new(LinkTimer.Retry, 1));
        _driver.Stop(new(LinkTimer.Idle, 7));
        _time.Advance(Second);
        Assert.Equal([new(LinkTimer.Retry, 2)], _machine.Told);
    }

    [Fact]
    public void The_machine_may_start_timers_while_it_is_told()
    {
        TimerDriver<LinkToken>? driver = null;
        var machine = new RecordingMachine(token => driver?.Start(token with { Generation = token.Generation + 1 }, Second));
        driver = new TimerDriver<LinkToken>(_time);
        driver.Attach(machine);
        driver.Start(new(LinkTimer.Retry, 1), Second);
        _time.Advance(3 * Second);
        Assert.Equal([1, 2, 3], machine.Told.Select(token => token.Generation));
    }

    [Fact]
    public void Zero_elapses_at_once_but_never_inside_the_start()
    {
        _driver.Start(new(LinkTimer.Retry, 1), TimeSpan.Zero);
        Assert.Empty(_machine.Told);
        _time.Advance(TimeSpan.Zero);
        Assert.Single(_machine.Told);
    }

    [Theory]
    [InlineData(1.5, 2)]
    [InlineData(0.0001, 1)]
    public void What_is_below_a_millisecond_is_never_early(double milliseconds, double elapsesAt)
    {
        _driver.Start(new(LinkTimer.Retry, 1), TimeSpan.FromMilliseconds(milliseconds));
        _time.Advance(TimeSpan.FromMilliseconds(elapsesAt) - TimeSpan.FromTicks(1));
        Assert.Empty(_machine.Told);
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Single(_machine.Told);
    }

    [Fact]
    public void A_duration_longer_than_a_timer_can_wait_is_waited_for_in_parts()
    {
        var year = TimeSpan.FromDays(365);
        _driver.Start(new(LinkTimer.Idle, 1), year);
        _time.Advance(year - Second);
        Assert.Empty(_machine.Told);
        _time.Advance(Second);
        Assert.Single(_machine.Told);
    }

    [Fact]
    public void The_longest_duration_there_is_can_be_started()
    {
        _driver.Start(new(LinkTimer.Idle, 1), TimeSpan.MaxValue);
        _time.Advance(TimeSpan.FromDays(36_500));
        Assert.Empty(_machine.Told);
    }

    [Fact]
    public void A_negative_duration_is_refused_and_changes_nothing()
    {
        _driver.Start(new(LinkTimer.Retry, 1), Second);
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => _driver.Start(new(LinkTimer.Retry, 2), Timeout.InfiniteTimeSpan));
        Assert.StartsWith("Timer 0 cannot be due in the past: give a duration of zero or more.", thrown.Message, StringComparison.Ordinal);
        _time.Advance(Second);
        Assert.Equal([new(LinkTimer.Retry, 1)], _machine.Told);
    }

    [Fact]
    public void A_callback_that_was_on_its_way_when_the_timer_was_started_anew_elapses_nothing()
    {
        _driver.Start(new(LinkTimer.Retry, 1), Second);
        _time.Advance(TimeSpan.FromMilliseconds(999));
        _driver.Start(new(LinkTimer.Retry, 2), Second);
        _time.FireSpuriously();
        Assert.Empty(_machine.Told);

        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Empty(_machine.Told);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([new(LinkTimer.Retry, 2)], _machine.Told);
    }

    [Fact]
    public void A_callback_that_was_on_its_way_when_the_timer_was_stopped_elapses_nothing()
    {
        _driver.Start(new(LinkTimer.Retry, 1), Second);
        _driver.Stop(new(LinkTimer.Retry, 1));
        _time.Advance(2 * Second);
        _time.FireSpuriously();
        Assert.Empty(_machine.Told);
    }

    [Fact]
    public void What_elapses_before_the_machine_is_attached_waits_for_it()
    {
        var late = new RecordingMachine();
        using var driver = new TimerDriver<LinkToken>(_time);
        driver.Start(new(LinkTimer.Retry, 1), Second);
        driver.Start(new(LinkTimer.Idle, 1), 5 * Second);
        _time.Advance(2 * Second);
        driver.Attach(late);
        Assert.Empty(late.Told);

        _time.Advance(TimeSpan.Zero);
        Assert.Equal([new(LinkTimer.Retry, 1)], late.Told);
        _time.Advance(3 * Second);
        Assert.Equal([new(LinkTimer.Retry, 1), new(LinkTimer.Idle, 1)], late.Told);
    }

    [Fact]
    public void What_waits_for_the_machine_can_still_be_stopped()
    {
        var late = new RecordingMachine();
        using var driver = new TimerDriver<LinkToken>(_time);
        driver.Start(new(LinkTimer.Retry, 1), Second);
        _time.Advance(2 * Second);
        driver.Stop(new(LinkTimer.Retry, 1));
        driver.Attach(late);
        _time.Advance(Second);
        Assert.Empty(late.Told);
    }

    [Fact]
    public void A_driver_serves_one_machine()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => _driver.Attach(new RecordingMachine()));
        Assert.Equal("A timer driver serves one machine, and this one has one already: make a driver for each machine.", thrown.Message);
        Assert.Throws<ArgumentNullException>(() => _driver.Attach((ISynchronizedTimers<LinkToken>)null!));
    }

    [Fact]
    public void A_start_after_the_first_allocates_nothing()
    {
        using var driver = new TimerDriver<LinkToken>(TimeProvider.System);
        driver.Attach(_machine);
        for (var generation = 0; generation < 100; generation++)
        {
            driver.Start(new(LinkTimer.Idle, generation), TimeSpan.FromHours(1));
            driver.Stop(new(LinkTimer.Idle, generation));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var generation = 0; generation < 10_000; generation++)
        {
            driver.Start(new(LinkTimer.Idle, generation), TimeSpan.FromHours(1));
            driver.Stop(new(LinkTimer.Idle, generation));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void One_timer_of_the_provider_serves_all_starts_of_one_timer()
    {
        for (var generation = 0; generation < 10; generation++)
        {
            _driver.Start(new(LinkTimer.Retry, generation), Second);
            _driver.Start(new(LinkTimer.Idle, generation), Second);
        }

        Assert.Equal(2, _time.TimerCount);
    }
}
