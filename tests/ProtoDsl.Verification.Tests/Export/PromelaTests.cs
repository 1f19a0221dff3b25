using ProtoDsl.Language.Syntax;
using ProtoDsl.Testing;
using ProtoDsl.Verification.Export;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Tests.Generated;
using ProtoDsl.Verification.Tests.Reference;
using ProtoDsl.Verification.Tests.Systems;
using ProtoDsl.Verification.Verdicts;
using Xunit.Abstractions;

namespace ProtoDsl.Verification.Tests.Export;

/// <summary>What SPIN says of an exported system is what the reference checker says.</summary>
public sealed class PromelaTests(ITestOutputHelper output)
{
    private const int Compared = 100;

    [SpinFact]
    public void SPIN_agrees_on_systems_without_a_table() =>
        Compare(Enumerable.Range(0, 1_000_000).Select(seed => ($"system {seed}", (SessionSystem?)RandomSystem.Of(seed))), Compared / 2);

    [SpinFact]
    public void SPIN_agrees_on_tables() =>
        Compare(Enumerable.Range(0, 1_000_000).Select(seed => ($"table {seed}", Tables.Build(Tables.ReadSound(RandomTable.Of(seed))).System)), Compared / 2);

    [SpinFact]
    public void SPIN_agrees_on_the_shipped_tables()
    {
        foreach (var table in SampleTables.Names)
        {
            var file = Tables.Read(SampleTables.Text(table));
            foreach (var session in file.Bound.Protocol.Sessions)
            {
                Compare($"{table} {session.Name}", Assert.IsType<SessionSystem>(Tables.Build(file, session.Name).System), 100_000);
            }
        }
    }

    private void Compare(IEnumerable<(string Name, SessionSystem? System)> systems, int wanted)
    {
        var kinds = new SortedDictionary<string, int>();
        var compared = 0;
        foreach (var (name, system) in systems)
        {
            if (system is not null && Compare(name, system, 3_000))
            {
                var kind = $"{(system.IsLossy ? "lossy " : "")}{system.Kind} of {system.Roles.Count}";
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                if (++compared == wanted)
                {
                    break;
                }
            }
        }

        Assert.Equal(wanted, compared);
        output.WriteLine(string.Join("\n", kinds.Select(pair => $"{pair.Value,4} {pair.Key}")));
    }

    /// <summary>False for a system with too many configurations.</summary>
    private static bool Compare(string name, SessionSystem system, int limit)
    {
        var verdict = ReferenceChecker.Check(system, limit);
        if (!verdict.IsComplete)
        {
            return false;
        }

        var model = SystemExport.ToPromela(system);
        var spin = Spin.Run(model);
        var has = verdict.Violations.Select(violation => violation.Kind).ToHashSet();
        var isUnlisted = has.Contains(ViolationKind.UnspecifiedReception) && system.Kind != ChannelKind.Bag;
        var found = $"{name}: {spin}\n{verdict.Configurations} configurations\n{verdict.Summary}\n{model}";

        Assert.True((isUnlisted || has.Contains(ViolationKind.Forbidden)) == spin.IsAsserted, found);

        // An unlisted message is a step there, so that a configuration is not stuck where one is read.
        if (!HasIdleMeeting(system))
        {
            Assert.True(spin.IsStuck ? verdict.IsStuckSomewhere : !has.Contains(ViolationKind.Deadlock) && (isUnlisted || !verdict.IsStuckSomewhere), found);
        }


        // What is asserted before the first step is a step of its own there, and over rendezvous so is what follows the handshake.
        var isAtStart = verdict.Violations.Any(violation => violation.Kind == ViolationKind.Forbidden && violation.Trace.Count == 0);
        if (!isAtStart && (system.Kind != ChannelKind.Rendezvous || (!isUnlisted && system.Forbidden.Count == 0)))
        {
            Assert.True(verdict.Configurations == spin.Configurations, found);
        }

        return true;
    }

    /// <summary>Over rendezvous, a message that leaves both sides as they are is a step there.</summary>
    private static bool HasIdleMeeting(SessionSystem system)
    {
        var loops = system.Roles.SelectMany(role => role.States.SelectMany((state, index) => state.Moves.Where(move => move.Target == index))).ToArray();
        return system.Kind == ChannelKind.Rendezvous
            && loops.Any(sent => sent.Sends.Any(send => loops.Any(received => received.Channel == send.Channel && received.Letter == send.Letter)));
    }
}
