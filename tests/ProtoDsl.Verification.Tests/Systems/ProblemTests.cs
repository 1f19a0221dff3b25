using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Tests.Systems;

/// <summary>What keeps a session from being checked, seen only with all files read; and what does not.</summary>
public sealed class ProblemTests
{
    private const string Client = """
        protocol Client
        import Server
        tag T = A | B
        message Ask(T of), Answer
        call ask
        machine Asker
        initial final state S0
            ask / !Ask(A)
            ?Answer / note
        session Pair
            client : Asker
            server : Worker
            over fifo(2)

        """;

    private const string Server = """
        protocol Server
        tag T = A | B
        message Ask(T of), Answer
        call idle
        machine Worker
        initial final state W0
            ?Ask(A) / !Answer
            idle    / note
        """;

    [Fact]
    public void Two_files_make_one_system()
    {
        var build = Build(Client, Server);
        Assert.Empty(build.Problems);
        Assert.Equal(["Ask(A)", "Answer"], build.System?.Letters.Select(letter => letter.Text));
        Assert.Equal(["0.transitions", "1.transitions"], build.Sources.Select(source => source?.File.Path));
    }

    [Fact]
    public void Values_are_known_by_name_whatever_their_order() =>
        Assert.Empty(Build(Client, Server.Replace("A | B", "B | A", StringComparison.Ordinal)).Problems);

    [Fact]
    public void A_table_that_nobody_read() => Expect(SystemProblemKind.UnknownImport, "Server", 1, Client);

    [Fact]
    public void A_machine_that_no_imported_table_has() => Expect(SystemProblemKind.UnknownMachine, "Worker", 1, Client, Server.Replace("Worker", "Idler", StringComparison.Ordinal));

    [Fact]
    public void A_machine_that_two_imported_tables_have() =>
        Expect(SystemProblemKind.AmbiguousMachine, "Worker", 1, Client.Replace("import Server", "import Server, Other", StringComparison.Ordinal), Server, Server.Replace("protocol Server", "protocol Other", StringComparison.Ordinal));

    [Fact]
    public void A_call_that_an_imported_machine_has_not() =>
        Expect(SystemProblemKind.UnknownCall, "rest", 1, Client.Replace(": Worker", ": Worker calls idle, rest", StringComparison.Ordinal), Server);

    [Fact]
    public void A_state_that_an_imported_machine_has_not()
    {
        Expect(SystemProblemKind.UnknownState, "W7", 1, Client.Replace(": Worker", ": Worker from W7", StringComparison.Ordinal), Server);
        Expect(SystemProblemKind.UnknownState, "W7", 1, Client + "    never client S0, server W7\n", Server);
    }

    [Fact]
    public void A_message_that_the_partner_does_not_know()
    {
        var problem = Expect(SystemProblemKind.UnknownMessage, "Ask", 0, Client, Server.Replace("Ask", "Task", StringComparison.Ordinal));
        Assert.Equal((0, 1), (problem.Row, problem.Other));
    }

    [Fact]
    public void A_message_with_other_tags() =>
        Assert.Equal(0, Expect(SystemProblemKind.DifferentMessage, "Ask", 0, Client, Server.Replace("A | B", "A | B | C", StringComparison.Ordinal)).Count);

    [Fact]
    public void More_messages_at_once_than_the_channel_holds()
    {
        var problem = Expect(SystemProblemKind.CapacityTooSmall, null, 1, Client, Server.Replace("/ !Answer", "/ !Answer, !Answer, !Answer", StringComparison.Ordinal));
        Assert.Equal((0, 3), (problem.Row, problem.Count));
    }

    [Fact]
    public void Entry_effects_need_room_too()
    {
        var server = Server.Replace("initial final state W0", "initial final state W0\n    entry !Answer", StringComparison.Ordinal)
            .Replace("/ !Answer\n", "/ !Answer, !Answer -> W0\n", StringComparison.Ordinal);
        Assert.Equal(3, Expect(SystemProblemKind.CapacityTooSmall, null, 1, Client, server).Count);
    }

    [Fact]
    public void With_three_roles_a_row_says_to_whom_it_sends()
    {
        const string three = "protocol P\nmessage M\ncall a\nmachine One\ninitial final state S0\n    a / !M\n    ?M / note\nsession Three\n    x : One\n    y : One\n    z : One\n    over fifo(1)\n";
        Expect(SystemProblemKind.NoRecipient, "M", 0, three);
        Expect(SystemProblemKind.UnknownRecipient, "w", 0, three.Replace("/ !M", "/ !M to w", StringComparison.Ordinal));
        Expect(SystemProblemKind.UnknownRecipient, "x", 0, three.Replace("/ !M", "/ !M to x", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_that_cannot_be_taken_may_name_anybody()
    {
        const string two = "protocol P\nmessage M\ncall a, b\nmachine One\ninitial final state S0\n    a / !M\n    b / !M to w\n    ?M / note\nsession Two\n    x : One calls a\n    y : One calls a\n    over fifo(1)\n";
        Assert.Empty(Build(two).Problems);
    }

    private static SystemBuild Build(params string[] tables)
    {
        var files = tables.Select((text, index) => Tables.ReadSound(text, $"{index}")).ToArray();
        return Tables.Build(files[0], null, files[1..]);
    }

    private static SystemProblem Expect(SystemProblemKind kind, string? name, int role, params string[] tables)
    {
        var build = Build(tables);
        Assert.Null(build.System);
        var problem = build.Problems[0];
        Assert.Equal((kind, name, role), (problem.Kind, problem.Name, problem.Role));
        return problem;
    }
}
