namespace ProtoDsl.Language.Tests.Oracles;

/// <summary>Replays 25 scenarios recorded from a Linux kernel: every step of every socket is a row of <c>Tcp.transitions</c>, with the
/// segments that Linux sent, or stands in the reviewed list <c>tests/Oracles/kernel_differences.tsv</c>.</summary>
public sealed class KernelOracleTests
{
    [Fact]
    public void Every_step_of_linux_is_a_row_or_a_reviewed_difference()
    {
        var (protocol, machine) = OracleTable.Read("Tcp");
        var walk = new CellWalk(protocol, machine);
        var found = KernelTrace.All()
            .Select(trace => (Key: $"{trace.Scenario}\t{trace.Socket}\t", Unexplained: new KernelReplay(walk, trace).FirstUnexplained()))
            .Where(result => result.Unexplained is not null)
            .Select(result => result.Key + result.Unexplained)
            .ToList();
        var reviewed = OracleTable.Rows("kernel_differences.tsv");
        Assert.Equal(reviewed.Select(row => string.Join('\t', row["scenario"], row["socket"], row["unexplained"])), found);
        Assert.All(reviewed, row => Assert.True(row["reason"].Length >= 20, "A reason is a sentence."));
    }

    [Fact]
    public void The_recording_is_whole()
    {
        var traces = KernelTrace.All();
        Assert.Equal(25, traces.Select(trace => trace.Scenario).Distinct().Count());
        Assert.Equal(251, traces.Sum(trace => trace.Path.Count - 1));
    }

    /// <summary>The replay must be able to fail: without the row for a simultaneous close, that recording is not explained.</summary>
    [Fact]
    public void A_table_without_a_row_does_not_explain_the_recording_that_needs_it()
    {
        var text = ProtoDsl.Testing.SampleTables.Text("Tcp");
        var row = text.Split('\n').Single(line => line.Contains("// simultaneous close", StringComparison.Ordinal));
        var file = TransitionFile.Read(text.Replace(row + "\n", "", StringComparison.Ordinal), "Tcp");
        var walk = new CellWalk(file.Protocol, file.Protocol.Machines[0]);
        var unexplained = KernelTrace.All().Where(trace => trace.Scenario == "simultaneous_close").Select(trace => new KernelReplay(walk, trace).FirstUnexplained());
        Assert.Equal(["FIN-WAIT-1>CLOSING", null, "FIN-WAIT-1>CLOSING"], unexplained);
    }
}
