using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3004;

/// <summary>Who calls a base class or an interface is told what stands there: what stands at the override may ask no more and give no less.</summary>
public sealed class Overrides
{
    private const string Bases = """
        interface IAny { void Use(Door d); Door Make(); void Ask(); Door Kept { get; set; } Door this[Door d] { get; } }
        interface IOpen { void Use([InState(DoorState.Open)] Door d); [return: InState(DoorState.Open)] Door Make(); [InState(DoorState.Open)] Door Kept { get; } }
        interface IPut { void Put([EnsuresState(DoorState.Open)] Door d); bool Try([EnsuresStateWhen(true, DoorState.Open)] Door d); void New([InState(DoorState.Open)] out Door d); }
        interface IUse<T> { void Use(T item); }
        abstract class Base
        {
            public Door? Front;
            public abstract void Use([InState(DoorState.Open, DoorState.Locked)] Door d);
            [MemberInState(nameof(Front), DoorState.Open)] public virtual void Ask() { }
        }

        """;

    [Fact]
    public void Fires() => UsageTest.Verify(Bases + """
        class A : IAny
        {
            Door? _door;
            public void Use([/*!PDSL3004*/InState(DoorState.Open)] Door d) { }
            [return: InState(DoorState.Open)] public Door Make() => throw null!;
            [/*!PDSL3004*/MemberInState(nameof(_door), DoorState.Open)] public void Ask() { }
            [/*!PDSL3004*/InState(DoorState.Open)] public Door Kept { get; set; } = null!;
            public Door this[[/*!PDSL3004*/InState(DoorState.Open)] Door d] => d;
        }
        class B : IOpen
        {
            void IOpen.Use([/*!PDSL3004*/InState(DoorState.Closed)] Door d) { }
            [return: /*!PDSL3004*/InState(DoorState.Open, DoorState.Closed)] Door IOpen.Make() => throw null!;
            Door IOpen.Kept { [return: /*!PDSL3004*/InState(DoorState.Closed)] get => throw null!; }
        }
        class C : IPut
        {
            public void Put([/*!PDSL3004*/EnsuresState(DoorState.Closed)] Door d) => throw null!;
            public bool Try([/*!PDSL3004*/EnsuresStateWhen(true, DoorState.Locked)] Door d) => throw null!;
            public void New([/*!PDSL3004*/InState(DoorState.Open, DoorState.Closed)] out Door d) => throw null!;
        }
        class D : Base { public override void Use([/*!PDSL3004*/InState(DoorState.Open)] Door d) { } [/*!PDSL3004*/MemberInState(nameof(Front), DoorState.Locked)] public override void Ask() { } }
        class E : Base { public override void Use(Door d) { } }
        class F : E { public sealed override void Use([/*!PDSL3004*/InState(DoorState.Locked)] Door d) { } }
        class G : IUse<Door> { public void Use([/*!PDSL3004*/InState(DoorState.Open)] Door item) { } }
        class H : IAny, IOpen
        {
            public void Use([/*!PDSL3004*/InState(DoorState.Open)] Door d) { }
            public Door Make() => throw null!;
            public void Ask() { }
            public Door Kept { get => throw null!; set { } }
            public Door this[Door d] => d;
        }
        """);

    [Fact]
    public void Stays_silent() => UsageTest.Verify(Bases + """
        class A : IOpen
        {
            public void Use([InState(DoorState.Open, DoorState.Closed)] Door d) { }
            public Door Make() => throw null!;
            [InState(DoorState.Open)] public Door Kept => throw null!;
        }
        class B : IPut
        {
            public void Put([EnsuresState(DoorState.Open)] Door d) => throw null!;
            public bool Try([EnsuresState(DoorState.Open)] Door d) => throw null!;
            public void New([EnsuresState(DoorState.Open)] out Door d) => throw null!;
        }
        class C : IPut
        {
            public void Put(Door d) => throw null!;
            public bool Try([EnsuresStateWhen(true, DoorState.Open), EnsuresStateWhen(false, DoorState.Closed)] Door d) => throw null!;
            public void New(out Door d) => throw null!;
        }
        class D : Base
        {
            public override void Use([InState(DoorState.Locked, DoorState.Open, DoorState.Closed)] Door d) { }
            [MemberInState(nameof(Front), DoorState.Open, DoorState.Closed)] public override void Ask() { }
            public void Other([InState(DoorState.Open)] Door d) { }
            public virtual void Use([InState(DoorState.Open)] Door d, int n) { }
        }
        class E { public virtual void Use([InState(DoorState.Open)] Door d) { } public static void Use([InState(DoorState.Open)] Door d, int n) { } }
        """);

    [Theory]
    [InlineData(
        "interface I { void Use(Door d); } class A : I { public void Use([InState(DoorState.Open)] Door d) { } }",
        "'Use' demands that 'd' is in Open, but 'Code.I.Use(Door)' takes it in any state, and whoever calls that is not told: demand it there too, or test the state here.")]
    [InlineData(
        "interface I { [return: InState(DoorState.Open)] Door Make(); } class A : I { [return: InState(DoorState.Closed)] public Door Make() => null!; }",
        "'Make' promises that what it gives is in Closed, but 'Code.I.Make()' promises it in Open, and whoever calls that relies on it: promise no less here.")]
    public void It_is_a_warning_and_says_who_is_not_told(string members, string message)
    {
        var finding = UsageTest.Single(members);
        Assert.Equal(("PDSL3004", DiagnosticSeverity.Warning), (finding.Id, finding.Severity));
        Assert.Equal(message, finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Single(finding.AdditionalLocations);
    }
}
