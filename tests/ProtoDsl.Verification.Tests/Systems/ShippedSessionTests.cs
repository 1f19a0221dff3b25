using ProtoDsl.Testing;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Tests.Reference;

namespace ProtoDsl.Verification.Tests.Systems;

/// <summary>Nothing is wrong with the sessions of the shipped tables at their declared capacity.</summary>
public sealed class ShippedSessionTests
{
    [Theory]
    [MemberData(nameof(SampleSystemTests.Sessions), MemberType = typeof(SampleSystemTests))]
    public void Nothing_is_wrong(string table, string session)
    {
        var system = Tables.System(SampleTables.Text(table), session);
        var verdict = SystemChecker.Check(system, new CheckOptions());
        Assert.True(verdict.IsComplete);
        Assert.Equal("", ReferenceVerdict.Summarize(system, verdict.Violations));
    }

    // PPP is left out: lists and sets take half a minute for it.
    [Theory]
    [InlineData("Tcp", "Pair")]
    [InlineData("Tcp", "Crossing")]
    [InlineData("TcpLossy", "Pair")]
    [InlineData("Http2", "Request")]
    public void The_slow_checker_says_so_too(string table, string session)
    {
        var verdict = ReferenceChecker.Check(Tables.System(SampleTables.Text(table), session));
        Assert.True(verdict.IsComplete);
        Assert.Equal("", verdict.Summary);
    }
}
