using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3004;

/// <summary>Who wants what, what was found, and what to do, in one line each.</summary>
public sealed class Messages
{
    [Theory]
    [InlineData(
        "interface IUse { void Use([InState(DoorState.Open)] Door d); } void M(IUse u) { var d = new Door(); u.Use(d); }",
        "'Use' demands that 'd' is in Open, but it is in Closed (new at line 3). Call Open first?")]
    [InlineData(
        "interface IMap { int this[[InState(DoorState.Open)] Door d] { get; } } void M(IMap m) { _ = m[new Door()]; }",
        "The indexer of 'IMap' demands that 'Door' is in Open, but it is in Closed (new at line 3). Call Open first?")]
    [InlineData(
        "sealed class A { [InState(DoorState.Open)] public Door Door { get; set; } = null!; } void M(A a) { var d = new Door(); a.Door = d; }",
        "'Door' is always in Open, but 'd' is in Closed (new at line 3). Call Open first?")]
    [InlineData(
        "void M([EnsuresState(DoorState.Open)] Door d) { d.Close(); }",
        "'M' promises to leave 'd' in Open, but here it is in Closed (entered by Close at line 3): bring it there, throw, or promise what is so.")]
    [InlineData(
        "bool M([EnsuresStateWhen(true, DoorState.Open)] Door d) { d.Close(); return true; }",
        "'M' promises to leave 'd' in Open where it returns true, but here it is in Closed (entered by Close at line 3): bring it there, throw, or promise what is so.")]
    [InlineData(
        "void M([StateUnchanged, InState(DoorState.Closed)] Door d) { d.Open(); }",
        "'M' promises to leave 'd' as it was, but it goes to Open (entered by Open at line 3): bring it back, or leave [StateUnchanged] out.")]
    [InlineData(
        "[return: InState(DoorState.Open)] Door M() => new Door();",
        "'M' promises to return a machine in Open, but this one is in Closed (new at line 3): return one that is, or promise what is so.")]
    [InlineData(
        "sealed class C { [InState(DoorState.Open)] private Door _door = new Door(); public C() { _door.Open(); } public void Shut() { _door.Close(); } }",
        "'_door' is always in Open, but where 'Shut' returns it is in Closed (entered by Close at line 3): leave it so, or say in [InState] what is so.")]
    public void Stand_alone(string members, string message) => Assert.Equal(message, UsageTest.Message(members));

    [Fact]
    public void Properties_name_the_states()
    {
        var finding = UsageTest.Single("void M([EnsuresState(DoorState.Open)] Door d) { d.Close(); }");

        Assert.Equal(("Door", "Closed", "Open"), (finding.Properties["Machine"], finding.Properties["States"], finding.Properties["LegalStates"]));
        Assert.Single(finding.AdditionalLocations);
    }
}
