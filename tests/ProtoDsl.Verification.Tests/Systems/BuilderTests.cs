using ProtoDsl.Language.Model;
using ProtoDsl.Testing;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Tests.Systems;

/// <summary>What becomes of a table's constructs, each shown by a system to be read.</summary>
public sealed class BuilderTests
{
    private const string Hearer = """

        machine Hearer
        initial final state H0
            ignore ?*
        """;

    private static string Pair(string table, string channel = "fifo(4)", string talker = "") =>
        $"{table}\n{Hearer}\nsession Pair\n    talker : Talker {talker}\n    hearer : Hearer\n    over {channel}\n";

    /// <summary>A row is possible where its guard can hold while those before it do not, whatever section they stand in.</summary>
    [Fact]
    public Task Guards() => Verifier.Verify(SystemText.Of(Tables.System(Pair("""
        protocol P
        message M
        call a, b, c, d
        machine Talker
        initial final state S0
            a [g]             / !M
            a [!g]            / note
            a                 / never
            b [g && !h]       / !M
            b [!g || h]       / note
            b [h]             / never
            c [g]             / !M
            d [g || h]        / !M
            d [g]             / never
            d [else]          / note
        in any
            c [g]             / never
            c [h]             / note
            c [!h]            / other
        """))));

    /// <summary>Values travel from a call or message into what is sent; what is not given takes every value, and what nobody asks for takes none.</summary>
    [Fact]
    public Task Tags() => Verifier.Verify(SystemText.Of(Tables.System("""
        protocol P
        tag T = A | B | C
        message M(T of, T free), N(T of, int size)
        call send(T of, T free), give, cut(T of)
        machine Talker
        initial final state S0
            send        / !M(of, free)
            send(B)     / !M(B)        -> S1
            give        / !N
            cut         / !N(C)
        state S1
            ?N          / !M(of)
        machine Hearer
        initial final state H0
            ?M(A)       / !N(of)
            ?M(B)       -> H1
            ?N          / note
        state H1
            ignore ?M | ?N(A)
        session Pair
            talker : Talker
            hearer : Hearer
            over fifo(2)
        """)));

    /// <summary>What 'start' has armed is remembered from state to state; an expiry that no row takes is a move; 'after' belongs to its state.</summary>
    [Fact]
    public Task Timers() => Verifier.Verify(SystemText.Of(Tables.System(Pair("""
        protocol P
        message M
        call go, halt, again
        timer R = 1s
        timer A = 2s
        timer D = 3s
        machine Talker
        initial state S0
            go             / start R  -> S1
        state S1
            go                        -> S2
            halt           / stop R   -> S2
        state S2
            entry !M
            exit note
            timeout R [more] / restart R, !M
            timeout R [else]          -> S3
            after A        / !M       -> same
            again                     -> S2
        final state S3
            after D drained           -> S0
        """))));

    /// <summary>Exit, row and entry, in this order; a row without an arrow has the second only; back where it began and may end, a role has ended.</summary>
    [Fact]
    public Task Effects() => Verifier.Verify(SystemText.Of(Tables.System(Pair("""
        protocol P
        message In, Out, Row
        call go, stay, same, back
        timer R = 1s
        machine Talker
        initial final state S0
            entry !In, start R
            exit !Out
            stay  / !Row
            go    / !Row -> S1
        state S1
            entry !In
            exit !Out
            same  / !Row -> same
            back  / !Row -> S0
            ?*    / note
        """))));

    /// <summary>A state hears those from whom one of its rows receives; a row that forbids does not count.</summary>
    [Fact]
    public Task Listening() => Verifier.Verify(SystemText.Of(Tables.System("""
        protocol P
        message M, N, O
        call m, n, o
        machine Talker
        initial final state S0
            m / !M
            n / !N
            o / !O
        machine Hearer
        initial state H0
            ?M            -> H1
            defer ?N
            forbid ?O
        state H1
            forbid ?M
            n             -> H2
        state H2
            ?N [g]        -> H3
            defer ?N [!g]
            ignore ?*
        state H3
            o             -> H0
        session Pair
            talker : Talker
            hearer : Hearer
            over bag(2)
        """)));

    /// <summary>Rows stand for the roles that they name; without a name, for all.</summary>
    [Fact]
    public Task Three_roles() => Verifier.Verify(SystemText.Of(Tables.System("""
        protocol P
        message Ask, Answer
        call ask
        machine Asker
        initial final state A0
            ask                    / !Ask to broker        -> A1
        state A1
            ?Answer from worker                            -> A0
        machine Broker
        initial final state B0
            ?Ask                   / !Ask to worker
        machine Worker
        initial final state W0
            ?Ask from broker       / !Answer to asker, !Answer to broker
        session Three
            asker  : Asker
            broker : Broker
            worker : Worker
            over fifo(2)
        """)));

    /// <summary>Over rendezvous a row is one action at a time: its event, with the first message unless it receives, then one message after the other.</summary>
    [Fact]
    public Task Rendezvous() => Verifier.Verify(SystemText.Of(Tables.System(Pair("""
        protocol P
        message M, N
        call go
        machine Talker
        initial final state S0
            go / !M, !N, !M -> S1
            ?M / !N         -> S1
        state S1
            go              -> S0
        """, "rendezvous"))));

    [Fact]
    public void Only_the_calls_that_the_session_allows_and_from_where_it_says()
    {
        var system = Tables.System(Pair("""
            protocol P
            message M
            call a, b, c
            machine Talker
            initial final state S0
                a     / !M -> S1
                b     / !M
                b | c / note
            state S1
                a | b / !M
            """.Replace("    b     / !M\n", ""), talker: "calls a from S1"));
        var talker = system.Roles[0];
        Assert.Equal("S1", talker.Machine.States[talker.States[talker.Start].TableState].Name);
        Assert.Equal(["a"], talker.States.SelectMany(state => state.Moves).Select(move => move.Event));
        Assert.Equal(["b | c / note"], talker.ExcludedRows.Select(row => talker.Machine.Rows[row].Text));
    }

    [Fact]
    public void One_machine_may_be_both_roles()
    {
        var system = Tables.System("protocol P\nmessage M\ncall a\nmachine One\ninitial final state S0\n    a / !M\n    ?M / note\nsession Two\n    x : One\n    y : One\n    over fifo(1)\n");
        Assert.Equal(["x", "y"], system.Roles.Select(role => role.Name));
        Assert.Equal([new Send(0, 0)], system.Roles[0].States[0].Moves[0].Sends);
        Assert.Equal([new Send(1, 0)], system.Roles[1].States[0].Moves[0].Sends);
    }

    [Fact]
    public void A_scenario_makes_values_worth_telling_apart()
    {
        const string table = """
            protocol P
            tag T = A | B
            message M(T of)
            call a
            machine One
            initial final state S0
                a  / !M(A)
                ?M / note
            session Two
                x : One
                y : One
                over fifo(1)

            """;
        Assert.Equal(["M"], Tables.System(table).Letters.Select(letter => letter.Text));
        Assert.Equal(["M(A)"], Tables.System(table + "scenario \"s\" in Two\n    x a\n    x -> y M(A)\n").Letters.Select(letter => letter.Text));
    }

    [Fact]
    public void What_must_never_hold_is_numbers()
    {
        var system = Tables.System(Pair("protocol P\nmessage M\ncall a\nmachine Talker\ninitial state S0\n    a / !M -> S1\nfinal state S1") + "    never talker S1, hearer H0\n");
        var forbidden = Assert.Single(system.Forbidden);
        Assert.Equal(0, forbidden.Index);
        Assert.Equal([(0, 1), (1, 0)], forbidden.States);
    }
}
