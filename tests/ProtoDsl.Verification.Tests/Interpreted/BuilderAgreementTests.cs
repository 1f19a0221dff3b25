using ProtoDsl.Language.Collections;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Syntax;
using ProtoDsl.Testing;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Tests.Generated;
using ProtoDsl.Verification.Tests.Systems;

namespace ProtoDsl.Verification.Tests.Interpreted;

/// <summary>A role's automaton does what its table means: in every local state, for every event, every value and every answer of the
/// guards, the interpreter and the moves say the same, in both directions.</summary>
public sealed class BuilderAgreementTests
{
    [Fact]
    public void In_the_shipped_tables()
    {
        foreach (var name in SampleTables.Names)
        {
            var file = Tables.ReadSound(SampleTables.Text(name), name);
            foreach (var session in file.Bound.Protocol.Sessions)
            {
                Assert.NotEqual(0, Compare(file, session));
            }
        }
    }

    [Fact]
    public void In_2000_random_tables()
    {
        var compared = 0;
        for (var seed = 0; seed < 2000; seed++)
        {
            var file = Tables.ReadSound(RandomTable.Of(seed));
            compared += Compare(file, file.Bound.Protocol.Sessions[0]);
        }

        Assert.True(compared > 30_000, $"{compared} answers were compared.");
    }

    // Rendezvous splits rows; what is compared here is the rows as they are.
    private static int Compare(TableFile file, Session session)
    {
        var whole = session.Channel == ChannelKind.Rendezvous ? session with { Channel = ChannelKind.Fifo, Capacity = 64 } : session;
        var build = SystemBuilder.Build(file, whole, []);
        var system = Assert.IsType<SessionSystem>(build.System);
        return Enumerable.Range(0, system.Roles.Count).Sum(role => new RoleComparison(file.Bound.Protocol, whole, system, role).Run());
    }
}
