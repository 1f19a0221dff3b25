namespace ProtoDsl.Tests.Errors;

/// <summary>What a developer reads in a log: one sentence that says what was tried, where, why not, and what would have been legal.</summary>
public sealed class ExceptionMessageTests
{
    [Fact]
    public void An_illegal_call_names_the_state_the_reason_and_the_legal_events()
    {
        var exception = new IllegalTransitionException("TcpConnection", "Send", "FinWait2", "connection closing", ["Abort", "Receive(Tcp.Fin)"]);
        Assert.Equal("'Send' is not allowed in FinWait2 (TcpConnection): connection closing. Legal here: Abort, Receive(Tcp.Fin).", exception.Message);
        Assert.Equal(("TcpConnection", "Send", "FinWait2", "connection closing"), (exception.Machine, exception.Event, exception.State, exception.Reason));
        Assert.Equal(["Abort", "Receive(Tcp.Fin)"], exception.LegalEvents);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_reason_there_is_no_colon(string? reason) =>
        Assert.Equal("'Open' is not allowed in Opened (Door). Legal here: Close.", new IllegalTransitionException("Door", "Open", "Opened", reason, ["Close"]).Message);

    [Fact]
    public void A_reason_that_ends_with_a_full_stop_gets_no_second_one() =>
        Assert.Equal("'Open' is not allowed in Locked (Door): it is locked. Legal here: Unlock.", new IllegalTransitionException("Door", "Open", "Locked", "it is locked.", ["Unlock"]).Message);

    [Fact]
    public void Where_nothing_is_legal_it_says_so() =>
        Assert.Equal("'Open' is not allowed in Gone (Door). Nothing is legal here.", new IllegalTransitionException("Door", "Open", "Gone", null, []).Message);

    [Fact]
    public void An_unexpected_message_is_the_peers_mistake() =>
        Assert.Equal(
            "'Receive(Tcp.Fin)' is not expected in SynRcvd (TcpConnection). Legal here: Close, Receive(Tcp.Ack).",
            new UnexpectedMessageException("TcpConnection", "Receive(Tcp.Fin)", "SynRcvd", null, ["Close", "Receive(Tcp.Ack)"]).Message);

    [Fact]
    public void An_overlapping_event_says_what_to_do_instead()
    {
        var exception = new OverlappingEventException("Door", "Close", "Opened");
        Assert.Equal(
            "'Close' was raised on Door while another event is still running (in Opened): an event runs to completion. Raise it after the first has returned, not from inside an effect or a guard.",
            exception.Message);
        Assert.Equal(("Door", "Close", "Opened"), (exception.Machine, exception.Event, exception.State));
    }

    [Fact]
    public void An_assumption_says_where_the_machine_is_and_what_was_assumed()
    {
        var exception = new StateAssumptionException("Door", "Opened", ["Closed", "Locked"]);
        Assert.Equal("Door is in Opened, but the program assumes that it is in Closed or Locked: what leads here does not always do what AssumeState says.", exception.Message);
        Assert.Equal(("Door", "Opened"), (exception.Machine, exception.State));
        Assert.Equal(["Closed", "Locked"], exception.AssumedStates);
    }

    [Fact]
    public void What_is_refused_can_be_caught_in_one_place()
    {
        Assert.IsAssignableFrom<ProtocolException>(new IllegalTransitionException("Door", "Open", "Opened", null, []));
        Assert.IsAssignableFrom<ProtocolException>(new UnexpectedMessageException("Door", "Open", "Opened", null, []));
        Assert.IsAssignableFrom<InvalidOperationException>(new OverlappingEventException("Door", "Open", "Opened"));
        Assert.IsAssignableFrom<InvalidOperationException>(new SnapshotException("no"));
        Assert.IsAssignableFrom<InvalidOperationException>(new StateAssumptionException("Door", "Opened", ["Closed"]));
    }
}
