using ProtoDsl.Language.Model;

namespace ProtoDsl.Language.Tests.Oracles;

/// <summary>Holds <c>examples/Ppp/Ppp.transitions</c> against RFC 1661, section 4.1: sixteen events, ten states, 160 cells, next state and
/// actions. The actions of a cell may be done in any convenient order, says the RFC; the options r, p and x are options.</summary>
public sealed class PppOracleTests
{
    private static readonly string[] States =
        ["Initial", "Starting", "Closed", "Stopped", "Closing", "Stopping", "ReqSent", "AckRcvd", "AckSent", "Opened"];

    /// <summary>The RFC's event: the table's, and the guard that tells + from -.</summary>
    private static readonly Dictionary<string, (string Event, bool Guard)> Events = new()
    {
        ["Up"] = ("Up", true),
        ["Down"] = ("Down", true),
        ["Open"] = ("Open", true),
        ["Close"] = ("Close", true),
        ["TO+"] = ("timeout Restart", true),
        ["TO-"] = ("timeout Restart", false),
        ["RCR+"] = ("?ConfReq", true),
        ["RCR-"] = ("?ConfReq", false),
        ["RCA"] = ("?ConfAck", true),
        ["RCN"] = ("?ConfNak", true),
        ["RTR"] = ("?TermReq", true),
        ["RTA"] = ("?TermAck", true),
        ["RUC"] = ("?Unknown", true),
        ["RXJ+"] = ("?CodeRej", true),
        ["RXJ-"] = ("?CodeRej", false),
        ["RXR"] = ("?Echo", true),
    };

    private static readonly Dictionary<string, string> Actions = new()
    {
        ["layerUp"] = "tlu",
        ["layerDown"] = "tld",
        ["layerStarted"] = "tls",
        ["layerFinished"] = "tlf",
        ["initCounter"] = "irc",
        ["zeroCounter"] = "zrc",
        ["!ConfReq"] = "scr",
        ["!ConfAck"] = "sca",
        ["!ConfNak"] = "scn",
        ["!TermReq"] = "str",
        ["!TermAck"] = "sta",
        ["!CodeRej"] = "scj",
        ["!EchoReply"] = "ser",
    };

    private readonly CellWalk _walk = Walk(OracleTable.Read("Ppp"));

    [Fact]
    public void All_160_cells_are_those_of_the_rfc()
    {
        var (cells, differences) = Compare(_walk);
        Assert.Equal(160, cells);
        Assert.Empty(differences);
    }

    /// <summary>The comparison must be able to fail: a state, an action, and an action too many.</summary>
    [Theory]
    [InlineData("?TermReq                / !TermAck                  -> ReqSent", "?TermReq                / !TermAck", "RTR in AckRcvd: the RFC says sta/6, the table sta/7")]
    [InlineData("    exit  layerDown\n", "", "Down in Opened: the RFC says tld/1, the table 1")]
    [InlineData("Open / layerStarted -> Starting", "Open / layerStarted, initCounter -> Starting", "Open in Initial: the RFC says tls/1, the table irc,tls/1")]
    [InlineData("    ignore ?Echo | ?EchoReply\n", "", "RXR in Closed: the RFC says 2, the table -")]
    public void A_changed_table_is_noticed(string oldText, string newText, string difference) =>
        Assert.Contains(difference, Compare(Walk(OracleTable.Changed("Ppp", oldText, newText))).Differences);

    private static CellWalk Walk((Protocol Protocol, Machine Machine) table) => new(table.Protocol, table.Machine);

    private static (int Cells, IReadOnlyList<string> Differences) Compare(CellWalk walk)
    {
        var differences = new List<string>();
        var cells = 0;
        foreach (var row in OracleTable.Rows("rfc1661_table.tsv"))
        {
            for (var state = 0; state < States.Length; state++)
            {
                var expected = Canonical(row.Values.ElementAt(state + 1));
                var actual = Cell(walk, States[state], row["event"]);
                cells++;
                if (expected != actual)
                {
                    differences.Add($"{row["event"]} in {States[state]}: the RFC says {expected}, the table {actual}");
                }
            }
        }

        return (cells, differences);
    }

    /// <summary>RXR also stands for the Echo-Reply, which the RFC lets pass in silence wherever the Echo-Request may come.</summary>
    [Fact]
    public void An_echo_reply_is_silently_discarded_wherever_the_lower_layer_is_up()
    {
        foreach (var (state, index) in States.Select((state, index) => (state, index)))
        {
            var step = _walk.Take(_walk.State(state), _walk.Event("?EchoReply"), [], _ => true);
            Assert.Equal(index < 2 ? "-" : index.ToString(), step is null ? "-" : Canonical(_walk, step));
        }
    }

    /// <summary>Section 4.6: the Restart timer runs in the states from Closing to Ack-Sent and in no other; each Configure-Request and
    /// Terminate-Request starts it, and so does zeroing the counter.</summary>
    [Fact]
    public void The_restart_timer_runs_exactly_in_states_4_to_8()
    {
        foreach (var state in States)
        {
            foreach (var @event in Events.Values)
            {
                if (_walk.Take(_walk.State(state), _walk.Event(@event.Event), [], _ => @event.Guard) is not { } step)
                {
                    continue;
                }

                var restarts = step.Effects.Contains("restart Restart");
                var label = $"{@event} in {state}";
                var sends = step.Effects.Any(effect => effect is "!ConfReq" or "!TermReq" or "zeroCounter");
                Assert.True(restarts == sends, $"{label}: the timer restarts with each request, and only then");
                var ran = @event.Event != "timeout Restart" && Array.IndexOf(States, state) is >= 4 and <= 8;
                var runs = step.Effects.Aggregate(ran, (running, effect) => effect switch
                {
                    "restart Restart" => true,
                    "stop Restart" => false,
                    _ => running,
                });
                Assert.True(runs == Array.IndexOf(States, _walk.Machine.States[step.Target].Name) is >= 4 and <= 8, $"{label}: timer running is {runs} afterwards");
            }
        }
    }

    private static string Cell(CellWalk walk, string state, string rfcEvent)
    {
        var (name, guard) = Events[rfcEvent];
        return walk.Take(walk.State(state), walk.Event(name), [], _ => guard) is { } step ? Canonical(walk, step) : "-";
    }

    private static string Canonical(CellWalk walk, Step step)
    {
        var actions = step.Effects.Where(effect => !effect.EndsWith(" Restart", StringComparison.Ordinal)).Select(effect => Actions[effect]);
        return Join(actions, Array.IndexOf(States, walk.Machine.States[step.Target].Name).ToString());
    }

    // irc,scr/6x: actions, next state, options.
    private static string Canonical(string cell)
    {
        var parts = cell.TrimEnd('r', 'p', 'x').Split('/');
        return parts.Length == 1 ? parts[0] : Join(parts[0].Split(','), parts[1]);
    }

    private static string Join(IEnumerable<string> actions, string next) =>
        string.Join(',', actions.Order(StringComparer.Ordinal)) is { Length: > 0 } list ? list + "/" + next : next;
}
