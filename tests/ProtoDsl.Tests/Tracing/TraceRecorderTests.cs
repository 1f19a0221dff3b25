namespace ProtoDsl.Tests.Tracing;

/// <summary>What a trace reads like, and what it refuses.</summary>
public sealed class TraceRecorderTests
{
    private readonly TraceRecorder _trace = new("four-way close", "Pair");

    [Fact]
    public void A_wire_and_the_machines_together_make_a_scenario()
    {
        _trace.Begin("client", "ESTABLISHED");
        _trace.Begin("server", "ESTABLISHED");
        Record("client", "Close", "ESTABLISHED", "FIN_WAIT_1");
        _trace.Delivered("client", "server", "FIN");
        Record("server", "?FIN", "ESTABLISHED", "CLOSE_WAIT");
        _trace.Delivered("server", "client", "ACK", "FIN");
        Record("client", "?ACK", "FIN_WAIT_1", "FIN_WAIT_2");
        _trace.Expect();
        Record("server", "Close", "CLOSE_WAIT", "LAST_ACK");
        _trace.Delivered("server", "client", "FIN");
        Record("client", "?FIN", "FIN_WAIT_2", "TIME_WAIT");
        _trace.Lost("client", "server", "ACK", "FIN");
        _trace.Elapsed("client", "TimeWait");
        Record("client", "after TimeWait", "TIME_WAIT", "CLOSED");
        Assert.Equal("""
            scenario "four-way close" in Pair
                from client ESTABLISHED, server ESTABLISHED
                client Close
                client -> server FIN
                server -> client ACK(FIN)
                expect client FIN_WAIT_2, server CLOSE_WAIT
                server Close
                server -> client FIN
                drop client -> server ACK(FIN)
                client after TimeWait
                expect client CLOSED, server LAST_ACK

            """, _trace.ToString());
        Assert.Equal(8, _trace.Count);
    }

    [Fact]
    public void A_trace_from_the_start_of_the_session_has_no_from()
    {
        Record("server", "Listen", "CLOSED", "LISTEN");
        Assert.Equal("scenario \"four-way close\" in Pair\n    server Listen\n    expect server LISTEN\n", _trace.ToString());
    }

    [Fact]
    public void A_received_message_that_no_wire_announced_is_a_step_of_its_own()
    {
        _trace.Delivered("client", "server", "FIN");
        Record("server", "?RST", "ESTABLISHED", "CLOSED");
        Record("server", "?FIN", "CLOSED", "CLOSED");
        Assert.Equal("""
            scenario "four-way close" in Pair
                client -> server FIN
                server ?RST
                server ?FIN
                expect server CLOSED

            """, _trace.ToString());
    }

    [Fact]
    public void A_call_announced_before_its_effects_deliver_stands_before_the_delivery()
    {
        _trace.Called("client", "Close");
        _trace.Delivered("client", "server", "FIN");
        Record("server", "?FIN", "ESTABLISHED", "CLOSE_WAIT");
        Record("client", "Close", "ESTABLISHED", "FIN_WAIT_1");
        Assert.Equal("""
            scenario "four-way close" in Pair
                client Close
                client -> server FIN
                expect client FIN_WAIT_1, server CLOSE_WAIT

            """, _trace.ToString());
    }

    [Fact]
    public void The_same_expectation_is_not_repeated_at_the_end()
    {
        Record("client", "Close", "ESTABLISHED", "FIN_WAIT_1");
        _trace.Expect();
        Assert.Single(_trace.ToString().Split('\n'), line => line.Contains("expect", StringComparison.Ordinal));
    }

    [Fact]
    public void Past_the_maximum_the_oldest_steps_go_and_the_trace_begins_after_them()
    {
        var trace = new TraceRecorder("long", "Pair", maximum: 3);
        for (var i = 0; i < 10; i++)
        {
            trace.Record("a", new Row("Tick", "S" + i, "S" + (i + 1)));
        }

        Assert.Equal("""
            scenario "long" in Pair
                // 7 earlier steps are dropped; a message may have been on its way.
                from a S7
                a Tick
                a Tick
                a Tick
                expect a S10

            """, trace.ToString());
        Assert.Equal((3, 7L), (trace.Count, trace.Dropped));
    }

    [Fact]
    public void A_step_that_is_dropped_before_its_row_is_taken_moves_the_beginning()
    {
        var trace = new TraceRecorder("late", "Pair", maximum: 2);
        trace.Record("a", new Row("Open", "S0", "S1"));
        trace.Called("a", "Close");
        trace.Lost("b", "a", "X");
        trace.Lost("b", "a", "Y");
        trace.Record("a", new Row("Close", "S1", "S2"));
        Assert.Contains("    from a S2\n    drop b -> a X\n    drop b -> a Y\n    expect a S2\n", trace.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "'' is not a name")]
    [InlineData("a b", "'a b' is not a name")]
    [InlineData("9a", "'9a' is not a name")]
    [InlineData("a\nscenario", "'a scenario' is not a name")]
    [InlineData("@", "'@' is not a name")]
    public void What_could_not_be_read_back_is_refused(string name, string expected)
    {
        Assert.StartsWith(expected, Assert.Throws<ArgumentException>(() => _trace.Called(name, "Close")).Message, StringComparison.Ordinal);
        Assert.StartsWith(expected, Assert.Throws<ArgumentException>(() => _trace.Called("a", name)).Message, StringComparison.Ordinal);
        Assert.StartsWith(expected, Assert.Throws<ArgumentException>(() => _trace.Delivered("a", "b", "M", name)).Message, StringComparison.Ordinal);
        Assert.StartsWith(expected, Assert.Throws<ArgumentException>(() => _trace.Lost(name, "b", "M")).Message, StringComparison.Ordinal);
        Assert.StartsWith(expected, Assert.Throws<ArgumentException>(() => _trace.Begin("a", name)).Message, StringComparison.Ordinal);
        Assert.StartsWith(expected, Assert.Throws<ArgumentException>(() => new TraceRecorder("t", name)).Message, StringComparison.Ordinal);
        Assert.Equal(0, _trace.Count);
    }

    [Fact]
    public void Titles_stay_on_one_line_and_numbers_and_wildcards_are_arguments()
    {
        var trace = new TraceRecorder("a \"b\"\r\nsession X\\", "@in");
        trace.Delivered("a", "@to", "Reply", "220", "_");
        Assert.Equal("scenario \"a 'b'  session X/\" in @in\n    a -> @to Reply(220, _)\n", trace.ToString());
    }

    [Fact]
    public void Roles_and_maximum_are_bounded()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TraceRecorder("t", "S", 0));
        for (var i = 0; i < TraceRecorder.MaximumRoles; i++)
        {
            _trace.Called("r" + i, "Go");
        }

        Assert.Equal(
            "A trace tells 64 roles apart, and 'one' is one more: make a recorder for each session.",
            Assert.Throws<InvalidOperationException>(() => _trace.Called("one", "Go")).Message);
    }

    [Fact]
    public void A_role_begins_once_and_before_its_first_step()
    {
        _trace.Begin("client", "CLOSED");
        Assert.Equal(
            "'client' has begun already, in CLOSED: say where a role begins before its first step.",
            Assert.Throws<InvalidOperationException>(() => _trace.Begin("client", "LISTEN")).Message);
    }

    [Fact]
    public void Threads_may_record_at_once()
    {
        var trace = new TraceRecorder("busy", "Pair", maximum: 500);
        Parallel.For(0, 8, worker =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                trace.Record("r" + worker, new Row("Tick", "S", "S"));
                _ = trace.Count;
            }
        });
        Assert.Equal((500, 7_500L), (trace.Count, trace.Dropped));
        // Header, what was dropped, from, the steps, expect.
        Assert.Equal(504, trace.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private void Record(string role, string @event, string from, string to) => _trace.Record(role, new Row(@event, from, to));

    private readonly record struct Row(string EventText, string SourceText, string TargetText) : ITransition;
}
