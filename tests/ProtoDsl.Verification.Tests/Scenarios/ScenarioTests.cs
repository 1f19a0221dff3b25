using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Scenarios;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Tests.Reference;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Tests.Scenarios;

/// <summary>What each kind of step means, and what is said to be possible where a scenario breaks off.</summary>
public sealed class ScenarioTests
{
    private const string Table = """
        protocol P
        tag T = A | B
        message Ask(T of), Yes, No
        call ask(T of), quit
        timer Wait = 1s
        machine Client
        initial state Idle
            ask              / !Ask(of) -> Asking
        state Asking
            ?Yes             -> Over
            ?No              -> Idle
            after Wait       / !Ask(A)  -> Asking
            quit             -> Over
        final state Over
            ignore ?*
        machine Server
        initial final state Ready
            ?Ask(A) [open]   / !Yes
            ?Ask(A) [else]   / !No
            ?Ask(B)          / !No, !Yes
        session Pair
            client : Client
            server : Server
            over CHANNEL

        """;

    [Fact]
    public void Guards_and_values_that_are_not_written_may_be_any()
    {
        Holds("fifo(2)", "client ask", "client -> server Ask", "server -> client Yes", "expect client Over");
        Holds("fifo(2)", "client ask", "client -> server Ask", "server -> client No", "expect client Idle, server Ready");
        Holds("fifo(2)", "client ask(B)", "client -> server Ask(B)", "server -> client No", "client ask", "client -> server Ask", "server -> client Yes");
    }

    [Fact]
    public void Values_and_guards_that_are_written_count()
    {
        Holds("fifo(2)", "client ask(A)", "server ?Ask(A) [open]", "server -> client Yes");
        Assert.Equal(["client -> server Ask(B)", "client after Wait", "client quit"], Breaks("fifo(2)", 1, "client ask(B)", "client -> server Ask(A)"));
        Assert.Equal(["client after Wait", "client quit", "server -> client Yes"], Breaks("fifo(2)", 2, "client ask(A)", "server ?Ask(A) [open]", "server -> client No"));
        Breaks("fifo(2)", 1, "client ask(B)", "server ?Ask(B) [open]");
    }

    [Fact]
    public void Messages_come_in_order_and_in_a_bag_they_do_not()
    {
        string[] lines = ["client ask(B)", "client -> server Ask", "server -> client Yes"];
        Holds("bag(2)", lines);
        Assert.Equal(["client after Wait", "client quit", "server -> client No"], Breaks("fifo(2)", 2, lines));
    }

    [Fact]
    public void A_channel_holds_no_more_than_it_says() =>
        Assert.Equal(["client -> server Ask(A)", "client quit"], Breaks("fifo(2)", 2, "client ask(A)", "client after Wait", "client after Wait"));

    [Fact]
    public void Nothing_is_lost_unless_a_step_says_so()
    {
        Holds("lossy fifo(2)", "client ask", "drop client -> server Ask", "client after Wait", "client -> server Ask(A)", "server -> client Yes");
        Assert.Equal(["client -> server Ask(B)"], Breaks("lossy fifo(2)", 2, "client ask(B)", "client quit", "client -> server Ask(A)"));
    }

    [Fact]
    public void Only_what_was_sent_last_can_be_dropped()
    {
        Holds("lossy fifo(2)", "client ask(B)", "client -> server Ask", "drop server -> client No", "drop server -> client Yes");
        Assert.Equal(["drop client -> server Ask(A)"], Breaks("lossy fifo(2)", 2, "client ask(B)", "client after Wait", "drop client -> server Ask(B)"));
        Assert.Empty(Breaks("fifo(2)", 1, "client ask", "drop client -> server Ask"));
    }

    [Fact]
    public void From_is_any_reachable_configuration_with_empty_channels()
    {
        Holds("fifo(2)", "from client Over", "expect server Ready");
        Holds("fifo(2)", "from client Over, server Ready", "expect client Over");
        Assert.Empty(Breaks("fifo(2)", 0, "from client Nowhere"));
    }

    [Fact]
    public void Where_nobody_looked_at_everything_nothing_is_said()
    {
        var (system, scenario) = Read("fifo(2)", "from client Asking", "client quit");
        Assert.Equal(ScenarioResult.Unknown, new ScenarioRunner(system, new Unread()).Run(scenario).Result);
    }

    [Fact]
    public void What_is_expected_is_where_the_roles_are() =>
        Assert.Equal(["expect client Asking, server Ready"], Breaks("fifo(2)", 1, "client ask", "expect client Over"));

    [Fact]
    public void Over_rendezvous_the_call_and_its_arrow_are_one_step()
    {
        Holds("rendezvous", "client ask(A)", "expect client Idle", "client -> server Ask(A)", "expect client Asking", "server -> client No", "expect client Idle");
        Assert.Equal(["client -> server Ask(A)"], Breaks("rendezvous", 1, "client ask(A)", "server -> client No"));
    }

    private static void Holds(string over, params string[] lines)
    {
        var outcome = Run(over, lines);
        Assert.True(outcome.Result == ScenarioResult.Holds, $"Breaks off at {outcome.Step}: {string.Join("; ", outcome.Possible.Select(Text))}");
    }

    private static IEnumerable<string> Breaks(string over, int step, params string[] lines)
    {
        var outcome = Run(over, lines);
        Assert.Equal((ScenarioResult.Fails, step), (outcome.Result, outcome.Step));
        return outcome.Possible.Select(Text).Order(StringComparer.Ordinal);
    }

    private static ScenarioOutcome Run(string over, string[] lines)
    {
        var (system, scenario) = Read(over, lines);
        return new ScenarioRunner(system, new ReferenceReachable(system)).Run(scenario);
    }

    private static (SessionSystem System, Scenario Scenario) Read(string over, params string[] lines)
    {
        // A state that the table does not have is an error of the file; what the runner makes of it is seen all the same.
        var text = Table.Replace("CHANNEL", over, StringComparison.Ordinal) + "scenario \"s\" in Pair\n" + string.Concat(lines.Select(line => $"    {line}\n"));
        var file = Tables.Read(text);
        Assert.True(file.Bound.IsSound || lines.Any(line => line.Contains("Nowhere", StringComparison.Ordinal)), string.Join("\n", file.Bound.Diagnostics));
        return (Assert.IsType<SessionSystem>(Tables.Build(file).System), file.Bound.Protocol.Scenarios[0]);
    }

    private static string Text(ScenarioStep step) => step switch
    {
        StatesStep states => "expect " + string.Join(", ", states.States.Select(state => $"{state.Role} {state.State}")),
        DeliveryStep delivery => $"{(delivery.IsDropped ? "drop " : "")}{delivery.From} -> {delivery.To} {EventText.Of(delivery.Message, [.. delivery.Arguments])}",
        EventStep @event => $"{@event.Role} {(@event.Kind == EventKind.After ? "after " : "")}{EventText.Of(@event.Subject, [.. @event.Arguments])}",
        _ => step.ToString(),
    };

    private sealed class Unread : IReachable
    {
        public bool IsComplete => false;

        public IEnumerable<Configuration> WithEmptyChannels(IReadOnlyList<int> tableStates, CancellationToken cancellationToken) => [];
    }
}
