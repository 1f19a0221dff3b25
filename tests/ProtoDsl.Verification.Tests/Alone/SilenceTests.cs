using ProtoDsl.Language;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Tables;

namespace ProtoDsl.Verification.Tests.Alone;

/// <summary>Where nothing is said because it is not sure, follows from something else, or is meant.</summary>
public sealed class SilenceTests
{
    private const string Gate = "machine Gate\ncall Go\ninitial final state A\n    Go / x\nstate Lost\n    Go -> A\n";

    [Theory]
    [InlineData("machine Broken\ncall Come\ninitial state A\n    Come -> Nowhere\n" + Gate, "PDSL1101")]
    [InlineData(Gate + "machine Broken\ncall Come\ninitial state A\n    Come -> Nowhere\n", "PDSL1101")]
    [InlineData("tag T = A | A\n" + Gate, "")]
    [InlineData("message M(Missing\n" + Gate, "")]
    [InlineData(Gate + "session S\n    a : Gate\n    over fifo(1)\n", "")]
    public void Of_a_machine_that_an_error_touches(string text, string ids) => Assert.Equal(ids, Ids(text));

    [Fact]
    public void Of_dead_ends_while_a_state_is_not_entered() =>
        Assert.Equal("PDSL1101", Ids("machine M\ncall Go\ninitial state A\n    Go -> B\nstate B\n    Go / x\nfinal state C\n    Go / x\n"));

    [Fact]
    public void But_not_where_that_is_meant() => Assert.Equal(
        "PDSL1102",
        Ids("machine M\ncall Go, End\ninitial state A\n    Go -> B\n    End -> C\nstate B\n    Go / x\nstate Old // protodsl: disable PDSL1101 for old snapshots\n    Go -> C\nfinal state C\n    Go / x\n"));

    [Theory]

    // An existing enum may have other values; another role may send.
    [InlineData("tag D = Monday | Friday = System.DayOfWeek\nmessage M(D day)\nmachine M\ninitial final state A\n    ?M(Monday) / x\n    ?M(Friday) / y\n    ?M / z\n")]
    [InlineData("message M\nmachine M\ninitial final state A\n    ?M from a / x\n    ?M from b / y\n    ?M / z\n")]

    // A shared row that is of use in one of its states.
    [InlineData("machine M\ncall Go\ninitial final state A\n    Go -> B\nstate B\nin A, B\n    Go -> A\n")]

    // Guards of calls are what makes them illegal.
    [InlineData("machine M\ncall Go\ninitial final state A\n    Go [g] / x\n")]

    // A message that is refused with a reason, or left out, is refused either way.
    [InlineData("message M\nmachine M\ninitial final state A\n    forbid ?M [g] \"not now\"\n")]

    // Another timer of the state ends the wait.
    [InlineData("timer Short = 1s\ntimer Long = 2s\nmachine M\ncall Go\ninitial final state A\n    Go -> B\nstate B\n    after Short [g] -> A\n    after Long -> A\n")]

    // Nobody waits in a final state.
    [InlineData("timer T = 1s\nmachine M\ncall Go\ninitial state A\n    Go / start T -> B\nstate B\n    timeout T -> C\n    Go -> C\nfinal state C\n    Go / x\n")]

    // More guards than are looked at.
    [InlineData("message M\nmachine M\ninitial final state A\n    ?M [a && b && c && d && e && f && g && h && i] / x\n    ?M [!a && a] / y\n")]
    public void Of_what_is_not_sure(string text) => Assert.Equal("", Ids(text));

    private static string Ids(string text)
    {
        var file = new TableFile("Test", TransitionFile.Read(text, "Test"));
        return string.Join(" ", FileFindings.Of(file, TableChecks.Check(file), TableChecks.Rules).Where(found => found.Rule.DefaultSeverity > TableSeverity.Hidden).Select(found => found.Rule.Id));
    }
}
