using ProtoDsl.Testing;

namespace ProtoDsl.Verification.Tests.Systems;

/// <summary>The sessions of the shipped tables become systems.</summary>
public sealed class SampleSystemTests
{
    public static TheoryData<string, string> Sessions()
    {
        var data = new TheoryData<string, string>();
        foreach (var table in SampleTables.Names)
        {
            foreach (var session in Tables.Read(SampleTables.Text(table)).Bound.Protocol.Sessions)
            {
                data.Add(table, session.Name);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Sessions))]
    public void None_has_a_problem(string table, string session)
    {
        var system = Tables.System(SampleTables.Text(table), session);
        Assert.All(system.Roles, role => Assert.NotEmpty(role.States));
        Assert.NotEmpty(system.Letters);
    }
}
