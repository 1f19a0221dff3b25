using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.CodeFixes.Tests.Usage.Harness;

namespace ProtoDsl.CodeFixes.Tests.Usage;

/// <summary>The state is tested before the event.</summary>
public sealed class GuardTests
{
    private const string Title = "Test that 'door' is in Opened";

    [Fact]
    public Task Comments_stay_where_they_are() => Verify(
        """
        var door = new Door();

        // Nobody comes in now.
        door.Lock(); // at last

        Console.WriteLine();
        """,
        """
        var door = new Door();

        // Nobody comes in now.
        if (door.State is DoorState.Opened)
        {
            door.Lock(); // at last
        }

        Console.WriteLine();
        """);

    [Fact]
    public Task Where_it_is_right_on_some_paths() => Verify(
        """
        var door = new Door();
        if (isLate)
            door.Open();
        door.Lock();
        """,
        """
        var door = new Door();
        if (isLate)
            door.Open();
        if (door.State is DoorState.Opened)
        {
            door.Lock();
        }
        """);

    [Fact]
    public Task Lines_of_one_statement_move_together_but_not_those_of_strings() => Verify(
        """"
        var door = new Door();
        Console.WriteLine(
            $"""
            Now
              {door.Lock()}
            """,
            @"one
        two",
            // why
            count);
        """",
        """"
        var door = new Door();
        if (door.State is DoorState.Opened)
        {
            Console.WriteLine(
                $"""
            Now
              {door.Lock()}
            """,
                @"one
        two",
                // why
                count);
        }
        """");

    [Fact]
    public Task What_uses_a_declared_variable_goes_with_it() => Verify(
        """
        var door = new Door();
        var now = door.Lock();
        Console.WriteLine();
        var text = now.ToString();
        Console.WriteLine(text);
        Console.WriteLine();
        """,
        """
        var door = new Door();
        if (door.State is DoorState.Opened)
        {
            var now = door.Lock();
            Console.WriteLine();
            var text = now.ToString();
            Console.WriteLine(text);
        }
        Console.WriteLine();
        """);

    [Fact]
    public Task A_using_declaration_takes_all_that_follows() => Verify(
        """
        var door = new Door();
        using var file = Make(door.Lock());
        Console.WriteLine();
        Console.WriteLine();
        """,
        """
        var door = new Door();
        if (door.State is DoorState.Opened)
        {
            using var file = Make(door.Lock());
            Console.WriteLine();
            Console.WriteLine();
        }
        """);

    [Fact]
    public Task A_statement_with_a_body_is_wrapped_whole() => Verify(
        """
        var door = new Door();
        using (Make(door.Lock()))
        {
            Console.WriteLine();
        }
        """,
        """
        var door = new Door();
        if (door.State is DoorState.Opened)
        {
            using (Make(door.Lock()))
            {
                Console.WriteLine();
            }
        }
        """);

    [Fact]
    public Task A_statement_without_braces_gets_them_so_that_else_stays_where_it_was() => Verify(
        """
        var door = new Door();
        if (isLate)
            // why
            door.Lock();
        else
            Console.WriteLine();
        """,
        """
        var door = new Door();
        if (isLate)
        {
            // why
            if (door.State is DoorState.Opened)
            {
                door.Lock();
            }
        }
        else
            Console.WriteLine();
        """);

    [Fact]
    public Task A_statement_on_the_line_of_another_stays_on_it() => Verify(
        """
        var door = new Door();
        if (isLate) door.Lock(); // now
        else Console.WriteLine();
        """,
        """
        var door = new Door();
        if (isLate) { if (door.State is DoorState.Opened) { door.Lock(); } } // now
        else Console.WriteLine();
        """);

    [Fact]
    public Task In_a_switch_section() => Verify(
        """
        var door = new Door();
        switch (count)
        {
            case 1:
                door.Lock();
                break;
        }
        """,
        """
        var door = new Door();
        switch (count)
        {
            case 1:
                if (door.State is DoorState.Opened)
                {
                    door.Lock();
                }
                break;
        }
        """);

    [Fact]
    public Task A_lambda_that_is_an_expression_becomes_a_block() => Verify(
        """
        Action<Door> act = door => Console.WriteLine(door.Lock());
        """,
        """
        Action<Door> act = door => { if (door.State is DoorState.Opened) { Console.WriteLine(door.Lock()); } };
        """,
        made: true);

    [Fact]
    public Task A_method_that_is_an_expression_becomes_a_block() => FixTest.VerifyMade(
        Tables.Door,
        Title,
        May,
        Snippet.Members("""
            /// <summary>Locks.</summary>
            public static void Run(Door door) =>
                Console.WriteLine(
                    door.Lock()); // now
            """),
        Snippet.Members("""
            /// <summary>Locks.</summary>
            public static void Run(Door door)
            {
                if (door.State is DoorState.Opened)
                {
                    Console.WriteLine(
                        door.Lock());
                }
            } // now
            """));

    [Fact]
    public Task Events_of_an_asynchronous_machine() => FixTest.Verify(
        Tables.AsyncDoor,
        Title,
        Snippet.Statements("""
            var door = new Door();
            await door.LockAsync().ConfigureAwait(false);
            """, "async Task Run()"),
        Snippet.Statements("""
            var door = new Door();
            if (door.State is DoorState.Opened)
            {
                await door.LockAsync().ConfigureAwait(false);
            }
            """, "async Task Run()"));

    [Theory]
    [InlineData("this._door.Inner.Lock();", "this._door.Inner", "this._door.Inner.State is")]
    [InlineData("_door!.Inner.Lock();", "_door!.Inner", "_door!.Inner.State is")]
    [InlineData("_door?.Lock();", "_door", "_door?.State is")]
    public Task Paths_and_what_may_be_null(string statement, string name, string test) => FixTest.VerifyMade(
        Tables.Door + "\n",
        $"Test that '{name}' is in Opened",
        May,
        Nested($"        {statement}"),
        Nested($$"""
                    if ({{test}} DoorState.Opened)
                    {
                        {{statement}}
                    }
            """));

    [Fact]
    public Task In_the_class_of_the_machine_itself() => FixTest.VerifyMade(
        Tables.Door,
        "Test that 'this' is in Opened",
        May,
        """
        namespace Acme;

        partial class Door
        {
            public void Shut() { Lock(); }
        }
        """,
        """
        namespace Acme;

        partial class Door
        {
            public void Shut() { if (this.State is DoorState.Opened) { Lock(); } }
        }
        """);

    [Fact]
    public Task Several_states_are_one_pattern() => FixTest.Verify(
        Tables.Door,
        "Test that 'door' is in Closed or Locked",
        Snippet.Statements("""
            var door = new Door();
            door.Open();
            door.Knock();
            """),
        Snippet.Statements("""
            var door = new Door();
            door.Open();
            if (door.State is DoorState.Closed or DoorState.Locked)
            {
                door.Knock();
            }
            """));

    [Fact]
    public Task Before_CSharp_9_several_states_are_asked_of_the_machine() => FixTest.Verify(
        Tables.Door,
        "Test 'door.CanKnock'",
        Snippet.Statements("""
            var door = new Door();
            door.Open();
            door.Knock();
            """),
        Snippet.Statements("""
            var door = new Door();
            door.Open();
            if (door.CanKnock)
            {
                door.Knock();
            }
            """),
        LanguageVersion.CSharp8);

    [Fact]
    public Task Before_CSharp_9_a_message_is_compared_with_each_state() => FixTest.Verify(
        Tables.Greeter,
        "Test that 'greeter' is in Met or Left",
        Snippet.Statements("""
            var greeter = new Greeter();
            greeter.Receive(new Greeting.Bye());
            """, "void Run()"),
        Snippet.Statements("""
            var greeter = new Greeter();
            if (greeter.State == GreeterState.Met || greeter.State == GreeterState.Left)
            {
                greeter.Receive(new Greeting.Bye());
            }
            """, "void Run()"),
        LanguageVersion.CSharp8);

    [Fact]
    public Task Where_the_namespace_of_the_states_is_not_used_it_is() => FixTest.Verify(
        Tables.Door,
        Title,
        """
        using System;

        internal static class Program
        {
            public static void Run()
            {
                var door = new Acme.Door();
                door.Lock();
            }
        }
        """,
        """
        using System;
        using Acme;

        internal static class Program
        {
            public static void Run()
            {
                var door = new Acme.Door();
                if (door.State is DoorState.Opened)
                {
                    door.Lock();
                }
            }
        }
        """);

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
        if (door.State is DoorState.Opened)
        {
            door.Lock();
        }
        """,
        output: OutputKind.ConsoleApplication);

    [Fact]
    public async Task Tabs_and_line_ends_are_those_of_the_file()
    {
        static string Windows(string text) => text.Replace("    ", "\t").Replace("\n", "\r\n");

        await FixTest.Verify(
            Tables.Door,
            Title,
            Windows(Snippet.Statements("""
                var door = new Door();
                door.Lock();
                """)),
            Windows(Snippet.Statements("""
                var door = new Door();
                if (door.State is DoorState.Opened)
                {
                    door.Lock();
                }
                """)));
    }

    [Theory]
    [InlineData("var door = new Door(); return door.Lock() == DoorState.Closed;")]
    [InlineData("var door = new Door(); while (door.Lock() == DoorState.Locked) { } return true;")]
    [InlineData("var door = new Door(); var b = isLate && door.Lock() == DoorState.Locked; return true;")]
    [InlineData("var door = new Door(); Console.WriteLine(isLate ? door.Lock() : DoorState.Locked); return true;")]
    [InlineData("var door = new Door(); DoorState now; now = door.Lock(); return now == DoorState.Opened;")]
    [InlineData("new Door().Lock(); return true;")]
    [InlineData("var door = new Door(); if (door.Lock() is var now) { } return now == DoorState.Opened;")]
    [InlineData("var door = new Door();\n#line 7 \"Page.razor\"\ndoor.Lock();\n#line default\nreturn true;")]
    [InlineData("var door = new Door(); Console.WriteLine(\n#if X\n1,\n#endif\ndoor.Lock()); return true;")]
    [InlineData("var door = new Door(); var now = door.Lock();\n#if !X\nConsole.WriteLine(now);\n#endif\nreturn true;")]
    [InlineData("var door = new Door(); Console.WriteLine(\"{0}{1}\", door.Open(), door.Open()); return true;")]
    public async Task Not_offered_where_it_would_not_hold_or_not_compile(string statements) => Assert.DoesNotContain(
        await FixTest.Titles(Tables.Door, Snippet.Statements(statements, "bool Run(bool isLate)")),
        title => title.StartsWith("Test", StringComparison.Ordinal));

    [Fact]
    public async Task Not_offered_in_what_a_tool_wrote() => Assert.Empty(
        await FixTest.Titles(Tables.Door, Snippet.Statements("var door = new Door();\n#line hidden\ndoor.Lock();\n#line default"), May));

    [Fact]
    public async Task Not_offered_where_others_move_the_machine() => Assert.DoesNotContain(
        await FixTest.Titles(Tables.SharedDoor, Snippet.Statements("var door = new Door();\ndoor.Lock();")),
        title => title.StartsWith("Test", StringComparison.Ordinal));

    [Fact]
    public async Task Not_offered_where_the_event_is_legal_nowhere() => Assert.Empty(
        await FixTest.Titles(Tables.Door.Replace("ignore Knock", "forbid Knock \"no bell\""), Snippet.Statements("var door = new Door();\nvar now = door.Knock();")));

    private static MadeFinding May { get; } = new("PDSL3002", "Lock", ("LegalStates", "Opened"), ("States", "Closed,Opened"));

    private static Task Verify(string before, string after, bool made = false)
    {
        const string Helper = "private static IDisposable Make(object any) => throw new NotSupportedException(any.ToString());";
        string File(string statements) => Snippet.Statements(statements).Replace("internal static class Program\n{\n", "internal static class Program\n{\n    " + Helper + "\n\n");
        return made ? FixTest.VerifyMade(Tables.Door, Title, May, File(before), File(after)) : FixTest.Verify(Tables.Door, Title, File(before), File(after));
    }

    private static string Nested(string line) => $$"""
        using Acme;

        namespace Acme
        {
            partial class Door
            {
                public Door Inner => this;
            }
        }

        internal sealed class Program
        {
            private readonly Door? _door;

            public Program(Door? door) => _door = door;

            public void Run()
            {
        {{line}}
            }
        }
        """;
}
