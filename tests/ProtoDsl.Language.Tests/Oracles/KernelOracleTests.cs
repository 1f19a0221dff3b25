namespace ProtoDsl.Language.Tests.Oracles;

/// <summary>Replays 25 scenarios recorded from a Linux kernel: for every socket there is a run of <c>Tcp.transitions</c> through the same
/// states that sends the same segments. There is no list of exceptions, because none is needed.</summary>
public sealed class KernelOracleTests
{
    [Fact]
    public void Every_step_of_linux_is_a_row_of_the_table()
    {
        var (protocol, machine) = OracleTable.Read("Tcp");
        var walk = new CellWalk(protocol, machine);
        Assert.All(KernelTrace.All(), trace => Assert.Equal(
            (trace.Scenario, trace.Socket, null),
            (trace.Scenario, trace.Socket, new KernelReplay(walk, trace).FirstUnexplained())));
    }

    [Fact]
    public void The_recording_is_whole()
    {
        var traces = KernelTrace.All();
        Assert.Equal(25, traces.Select(trace => trace.Scenario).Distinct().Count());
        Assert.Equal(251, traces.Sum(trace => trace.Path.Count - 1));
    }

    /// <summary>The replay must be able to fail: a table without the row is told by the recording that needs it.</summary>
    [Theory]
    [InlineData("    ?FIN                        / !ACK(FIN), endOfStream  -> CLOSING       // simultaneous close", "simultaneous_close", "A.active", "FIN-WAIT-1>CLOSING")]
    [InlineData("    ?SYN                        / !SYN_ACK                -> SYN_RCVD      // simultaneous open", "simultaneous_open", "B.active", "SYN-SENT>SYN-RECEIVED")]
    [InlineData("    Close                       / !FIN                    -> LAST_ACK", "four_segment_close", "B.passive-child", "CLOSE-WAIT>LAST-ACK")]
    [InlineData("    ?SYN_ACK                    / !ACK(SYN), established  -> ESTABLISHED", "normal_client_closes", "A.active", "SYN-SENT>ESTABLISHED")]
    [InlineData("    Send                        / !DATA(data)", "half_close_data_after_fin", "B.passive-child", "B>PSH+ACK")]
    [InlineData("    ?SYN | ?SYN_ACK | ?ACK | ?DATA | ?FIN / !RST", "linger0_last_ack", "B.passive-child", "B>RST")]
    public void A_table_without_a_row_does_not_explain_the_recording_that_needs_it(string row, string scenario, string socket, string unexplained)
    {
        var protocol = OracleTable.Changed("Tcp", row, "").Protocol;
        var trace = KernelTrace.All().Single(trace => (trace.Scenario, trace.Socket) == (scenario, socket));
        Assert.Equal(unexplained, new KernelReplay(new CellWalk(protocol, protocol.Machines[0]), trace).FirstUnexplained());
    }
}
