using Microsoft.CodeAnalysis.CSharp;
using ProtoDsl.CodeFixes.Tests.Usage.Harness;

namespace ProtoDsl.CodeFixes.Tests.Usage;

/// <summary>What a parameter needs is written down.</summary>
public sealed class InStateTests
{
    private static MadeFinding Contract { get; } = new("PDSL3010", "door", ("States", "Opened,Locked"), ("StateType", "Acme.DoorState"));

    [Theory]
    [InlineData("Door door", "[InState(DoorState.Opened, DoorState.Locked)] Door door")]
    [InlineData("this Door door", "[InState(DoorState.Opened, DoorState.Locked)] this Door door")]
    [InlineData("in Door door, int more", "[InState(DoorState.Opened, DoorState.Locked)] in Door door, int more")]
    [InlineData("[Mark] Door door", "[Mark, InState(DoorState.Opened, DoorState.Locked)] Door door")]
    [InlineData("[Mark(1)] [Other] /* why */ Door door", "[Mark(1)] [Other, InState(DoorState.Opened, DoorState.Locked)] /* why */ Door door")]
    public Task Of_a_parameter(string before, string after) => FixTest.VerifyMade(
        Tables.Door,
        "Demand that 'door' is in Opened or Locked: [InState]",
        Contract,
        File(before, "using System;\nusing Acme;"),
        File(after, "using System;\nusing Acme;\nusing ProtoDsl;"));

    [Fact]
    public Task Both_namespaces_are_used_then() => FixTest.VerifyMade(
        Tables.Door,
        "Demand that 'door' is in Opened or Locked: [InState]",
        Contract,
        File("Acme.Door door", "using System;"),
        File("[InState(DoorState.Opened, DoorState.Locked)] Acme.Door door", "using System;\nusing Acme;\nusing ProtoDsl;"));

    [Fact]
    public Task The_machine_of_the_parameter_tells_its_states() => FixTest.VerifyMade(
        Tables.Door,
        "Demand that 'door' is in Opened: [InState]",
        new MadeFinding("PDSL3010", "door", ("States", "Opened")),
        File("Door door", "using Acme;"),
        File("[InState(DoorState.Opened)] Door door", "using Acme;\nusing ProtoDsl;"));

    [Fact]
    public Task For_an_event_that_may_be_illegal() => FixTest.VerifyMade(
        Tables.Door,
        "Demand that 'door' is in Opened: [InState]",
        new MadeFinding("PDSL3002", "Lock", ("States", "Closed,Opened"), ("LegalStates", "Opened")),
        Snippet.Statements("door.Lock();", "void Run(Door door)"),
        Snippet.Statements("door.Lock();", "void Run([InState(DoorState.Opened)] Door door)").Replace("using Acme;", "using Acme;\nusing ProtoDsl;"));

    [Theory]
    [InlineData("void Run(Door door)", "door.TryOpen(); door.Lock();")]
    [InlineData("void Run(Door door)", "while (door is not null) door.Lock();")]
    [InlineData("void Run(Door door)", "Action act = () => door.Lock();")]
    [InlineData("void Run()", "var door = new Door(); door.Open(); door.Lock();")]
    public async Task Not_where_the_event_does_not_meet_the_machine_as_it_came(string signature, string statements) => Assert.DoesNotContain(
        await FixTest.Titles(Tables.Door, Snippet.Statements(statements, signature), new MadeFinding("PDSL3002", "Lock", ("States", "Closed,Opened"), ("LegalStates", "Opened"))),
        title => title.StartsWith("Demand", StringComparison.Ordinal));

    [Fact]
    public async Task Not_where_there_is_one() => Assert.Empty(
        await FixTest.Titles(Tables.Door, File("[InState(DoorState.Opened)] Door door", "using Acme;\nusing ProtoDsl;"), Contract));

    private static string File(string parameters, string usings) => $$"""
        {{usings}}

        internal sealed class MarkAttribute(int number = 0) : System.Attribute
        {
            public int Number => number;
        }

        internal sealed class OtherAttribute : System.Attribute;

        internal static class Program
        {
            public static void Run({{parameters}}) => System.Console.WriteLine();
        }
        """;
}
