using ProtoDsl.Testing;
using ProtoDsl.Verification.Tests.Reference;

namespace ProtoDsl.Verification.Tests.Systems;

/// <summary>Nothing is wrong with the sessions of the shipped tables at their declared capacity, by the slow checker.</summary>
public sealed class ShippedSessionTests
{
    [Theory]
    [MemberData(nameof(SampleSystemTests.Sessions), MemberType = typeof(SampleSystemTests))]
    public void Nothing_is_wrong(string table, string session)
    {
        var verdict = ReferenceChecker.Check(Tables.System(SampleTables.Text(table), session));
        Assert.True(verdict.IsComplete);
        Assert.Equal("", verdict.Summary);
    }
}
