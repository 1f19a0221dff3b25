using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.CodeFixes.Tests.Usage.Harness;

namespace ProtoDsl.CodeFixes.Tests.Usage;

/// <summary>The state is tested before the event.</summary>
public sealed class GuardTests
{
    [Fact]
    public Task A_statement_runs_only_in_the_legal_state() => FixTest.Verify(
        Tables.Door,
        "Test that 'door' is in Opened",
        """
        using Acme;

        internal static class Program
        {
            public static void Run()
            {
                var door = new Door();

                // Nobody comes in now.
                door.Lock(); // at last
                System.Console.WriteLine();
            }
        }
        """,
        """
        using Acme;

        internal static class Program
        {
            public static void Run()
            {
                var door = new Door();

                // Nobody comes in now.
                if (door.State is DoorState.Opened)
                {
                    door.Lock(); // at last
                }
                System.Console.WriteLine();
            }
        }
        """);
}
