using Microsoft.CodeAnalysis;
using ProtoDsl.CodeFixes.Tests.Usage.Harness;

namespace ProtoDsl.CodeFixes.Tests.Usage;

/// <summary>The event that was forgotten is raised.</summary>
public sealed class MissingEventTests
{
    private const string Title = "Call 'door.Open()' first";

    private static MadeFinding May { get; } = new("PDSL3002", "Lock", ("LegalStates", "Opened"), ("States", "Closed,Opened"));

    [Fact]
    public Task It_stands_before_the_statement() => FixTest.Verify(
        Tables.Door,
        Title,
        Snippet.Statements("""
            var door = new Door();

            // Nobody comes in now.
            door.Lock(); // at last
            """),
        Snippet.Statements("""
            var door = new Door();

            // Nobody comes in now.
            door.Open();
            door.Lock(); // at last
            """));

    [Fact]
    public Task Before_a_declaration_and_a_return_too() => FixTest.Verify(
        Tables.Door,
        Title,
        Snippet.Statements("""
            var door = new Door();
            return door.Lock();
            """, "DoorState Run()"),
        Snippet.Statements("""
            var door = new Door();
            door.Open();
            return door.Lock();
            """, "DoorState Run()"));

    [Fact]
    public Task A_statement_without_braces_gets_them() => FixTest.Verify(
        Tables.Door,
        Title,
        Snippet.Statements("""
            var door = new Door();
            if (isLate)
                door.Lock();
            """),
        Snippet.Statements("""
            var door = new Door();
            if (isLate)
            {
                door.Open();
                door.Lock();
            }
            """));

    [Fact]
    public Task A_function_that_is_an_expression_returns_it() => FixTest.VerifyMade(
        Tables.Door,
        "Call 'door.Open()' first where it is in Closed",
        May,
        Snippet.Members("""
            public static DoorState Run(Door door) => door.Lock();
            """),
        Snippet.Members("""
            public static DoorState Run(Door door)
            {
                if (door.State is DoorState.Closed)
                {
                    door.Open();
                }
                return door.Lock();
            }
            """));

    [Fact]
    public Task Where_it_is_right_on_some_paths() => FixTest.Verify(
        Tables.Door,
        "Call 'door.Open()' first where it is in Closed",
        Snippet.Statements("""
            var door = new Door();
            if (isLate)
                door.Open();
            door.Lock();
            """),
        Snippet.Statements("""
            var door = new Door();
            if (isLate)
                door.Open();
            if (door.State is DoorState.Closed)
            {
                door.Open();
            }
            door.Lock();
            """));

    [Fact]
    public Task Only_in_the_wrong_states_where_some_are_right() => FixTest.VerifyMade(
        Tables.Door,
        "Call 'door.Open()' first where it is in Closed",
        May,
        Snippet.Statements("""
            door.Lock();
            """, "void Run(Door door)"),
        Snippet.Statements("""
            if (door.State is DoorState.Closed)
            {
                door.Open();
            }
            door.Lock();
            """, "void Run(Door door)"));

    [Fact]
    public Task It_is_awaited_as_the_other_is() => FixTest.Verify(
        Tables.AsyncDoor,
        "Await 'door.OpenAsync()' first",
        Snippet.Statements("""
            var door = new Door();
            await door.LockAsync().ConfigureAwait(false);
            """, "async Task Run()"),
        Snippet.Statements("""
            var door = new Door();
            await door.OpenAsync().ConfigureAwait(false);
            await door.LockAsync().ConfigureAwait(false);
            """, "async Task Run()"));

    [Fact]
    public Task On_a_machine_that_others_move() => FixTest.Verify(
        Tables.SharedDoor,
        Title,
        Snippet.Statements("""
            var door = new Door();
            door.Lock();
            """),
        Snippet.Statements("""
            var door = new Door();
            door.Open();
            door.Lock();
            """));

    [Fact]
    public Task Before_a_message() => FixTest.Verify(
        Tables.Greeter.Replace("?HELLO -> Met", "Wake -> Met").Replace("message HELLO", "call Wake\nmessage HELLO"),
        "Call 'greeter.Wake()' first",
        Snippet.Statements("""
            var greeter = new Greeter();
            greeter.Receive(new Greeting.Bye());
            """, "void Run()"),
        Snippet.Statements("""
            var greeter = new Greeter();
            greeter.Wake();
            greeter.Receive(new Greeting.Bye());
            """, "void Run()"));

    [Theory]
    [InlineData("var door = new Door(); while (door.Lock() == DoorState.Locked) { }")]
    [InlineData("var door = new Door(); var b = isLate && door.Lock() == DoorState.Locked;")]
    [InlineData("new Door().Lock();")]
    [InlineData("var door = new Door(); door.Unlock();")]
    public async Task Not_offered_where_it_would_not_help(string statements) => Assert.DoesNotContain(
        await FixTest.Titles(Tables.Door, Snippet.Statements(statements)),
        title => title.EndsWith("first", StringComparison.Ordinal));

    [Fact]
    public async Task Not_offered_where_it_wants_arguments() => Assert.DoesNotContain(
        await FixTest.Titles(Tables.Door.Replace("call Open,", "call Open(string who), "), Snippet.Statements("var door = new Door();\ndoor.Lock();")),
        title => title.EndsWith("first", StringComparison.Ordinal));

    [Fact]
    public async Task Not_offered_where_it_could_not_be_awaited() => Assert.DoesNotContain(
        await FixTest.Titles(Tables.AsyncDoor, Snippet.Statements("var door = new Door();\nreturn door.LockAsync().AsTask();", "Task<DoorState> Run()")),
        title => title.EndsWith("first", StringComparison.Ordinal));
}
