using Microsoft.CodeAnalysis;
using ProtoDsl.CodeFixes.Tests.Usage.Harness;

namespace ProtoDsl.CodeFixes.Tests.Usage;

/// <summary>TryX is called, and the function left where it is refused.</summary>
public sealed class TryTests
{
    private const string Title = "Call 'TryLock', and 'return' where it is refused";

    private static MadeFinding May { get; } = new("PDSL3002", "Lock", ("LegalStates", "Opened"), ("States", "Closed,Opened"));

    [Fact]
    public Task In_a_method_without_a_result() => Verify(
        Title,
        "void Run(Door door)",
        """
        door.Lock(); // at last
        Console.WriteLine();
        """,
        """
        if (!door.TryLock()) // at last
        {
            return;
        }
        Console.WriteLine();
        """);

    [Fact]
    public Task Where_it_is_right_on_some_paths() => FixTest.Verify(
        Tables.Door,
        Title,
        Snippet.Statements("""
            var door = new Door();
            if (isLate)
                door.Open();
            door.Lock();
            door.Unlock();
            """),
        Snippet.Statements("""
            var door = new Door();
            if (isLate)
                door.Open();
            if (!door.TryLock())
            {
                return;
            }
            door.Unlock();
            """));

    [Fact]
    public Task In_one_that_answers_yes_or_no() => Verify(
        "Call 'TryLock', and 'return false' where it is refused",
        "bool Run(Door door)",
        """
        door.Lock();
        return true;
        """,
        """
        if (!door.TryLock())
        {
            return false;
        }
        return true;
        """);

    [Fact]
    public Task In_an_iterator() => Verify(
        "Call 'TryLock', and 'yield break' where it is refused",
        "System.Collections.Generic.IEnumerable<int> Run(Door door)",
        """
        door.Lock();
        yield return 1;
        """,
        """
        if (!door.TryLock())
        {
            yield break;
        }
        yield return 1;
        """);

    [Fact]
    public Task On_what_may_be_null() => Verify(
        Title,
        "void Run(Door? door)",
        """
        door?.Lock();
        """,
        """
        if (door?.TryLock() == false)
        {
            return;
        }
        """);

    [Fact]
    public Task Without_braces_and_on_the_line_of_another() => Verify(
        Title,
        "void Run(Door door)",
        """
        if (door is not null) door.Lock(); else Console.WriteLine();
        """,
        """
        if (door is not null) { if (!door.TryLock()) { return; } } else Console.WriteLine();
        """);

    [Fact]
    public Task In_a_lambda() => Verify(
        Title,
        "int Run()",
        """
        Action<Door> act = door =>
        {
            door.Lock();
        };
        return 1;
        """,
        """
        Action<Door> act = door =>
        {
            if (!door.TryLock())
            {
                return;
            }
        };
        return 1;
        """);

    [Fact]
    public Task Of_an_asynchronous_machine() => FixTest.Verify(
        Tables.AsyncDoor,
        "Call 'TryLockAsync', and 'return' where it is refused",
        Snippet.Statements("""
            var door = new Door();
            await door.LockAsync().ConfigureAwait(false);
            """, "async Task Run()"),
        Snippet.Statements("""
            var door = new Door();
            if (!await door.TryLockAsync().ConfigureAwait(false))
            {
                return;
            }
            """, "async Task Run()"));

    [Fact]
    public Task Of_a_message() => FixTest.Verify(
        Tables.Greeter,
        "Call 'TryReceive', and 'return' where it is refused",
        Snippet.Statements("""
            var greeter = new Greeter();
            greeter.Receive(
                new Greeting.Bye());
            """, "void Run()"),
        Snippet.Statements("""
            var greeter = new Greeter();
            if (!greeter.TryReceive(
                new Greeting.Bye()))
            {
                return;
            }
            """, "void Run()"));

    [Fact]
    public Task In_a_program_without_a_class() => FixTest.Verify(
        Tables.Door,
        Title,
        """
        using Acme;

        var door = new Door();
        door.Lock();
        """,
        """
        using Acme;

        var door = new Door();
        if (!door.TryLock())
        {
            return;
        }
        """,
        output: OutputKind.ConsoleApplication);

    [Theory]
    [InlineData("int Run(Door door)", "door.Lock(); return 1;")]
    [InlineData("void Run(Door door)", "var now = door.Lock();")]
    [InlineData("void Run(Door door)", "Console.WriteLine(door.Lock());")]
    [InlineData("void Run(Door door)", "try { } finally { door.Lock(); }")]
    [InlineData("void Run(Door door, out int x)", "door.Lock(); x = 1;")]
    public async Task Not_offered_where_it_could_not_be_left(string signature, string statements) => Assert.DoesNotContain(
        await FixTest.Titles(Tables.Door, Snippet.Statements(statements, signature), May),
        title => title.Contains("Try", StringComparison.Ordinal));

    private static Task Verify(string title, string signature, string before, string after) =>
        FixTest.VerifyMade(Tables.Door, title, May, Snippet.Statements(before, signature), Snippet.Statements(after, signature));
}
