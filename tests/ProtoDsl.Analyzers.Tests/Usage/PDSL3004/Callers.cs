using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3004;

/// <summary>What is demanded of a caller: <c>[InState]</c> on parameters. Door: Closed at first, Open, Locked.</summary>
public sealed class Callers
{
    private const string Uses = """
        interface IUse { void Use([InState(DoorState.Open)] Door d); void Either([InState(DoorState.Open, DoorState.Locked)] Door d); }
        delegate void Use([InState(DoorState.Open)] Door d);
        static void Shut([InState(DoorState.Closed)] Door d) { d.Lock(); }
        static void Over([InState(DoorState.Open)] ref Door d) { d.Close(); }
        interface ISharedUse { void Use([InState(SharedConnState.Established)] SharedConn c); }

        """;

    [Fact]
    public void Fires() => UsageTest.Verify(Uses + """
        void A(IUse u) { var d = new Door(); /*!PDSL3004*/u.Use(d); }
        void B(IUse u, bool b) { var d = new Door(); if (b) d.Open(); /*!PDSL3004*/u.Use(d); }
        void C(Use u) { var d = new Door(); /*!PDSL3004*/u(d); }
        void D() { var d = new Door(); d.Open(); /*!PDSL3004*/Shut(d); }
        void E(IUse u) { var d = new Door(); /*!PDSL3004*/u.Either(d); }
        void F(IUse u) { /*!PDSL3004*/u.Use(new Door()); }
        void G() { var d = new Door(); /*!PDSL3004*/Over(ref d); }
        void H(IUse u, Door d) { d.Close(); /*!PDSL3004*/u.Use(d); }
        void I(IUse u, Door d) { if (d.State != DoorState.Open) /*!PDSL3004*/u.Use(d); }
        void J() { var d = new Door(); void Local([InState(DoorState.Open)] Door e) { e.Close(); } /*!PDSL3004*/Local(d); }
        void K(ISharedUse u) { var c = new SharedConn(); /*!PDSL3004*/u.Use(c); }
        """);

    [Fact]
    public void Stays_silent() => UsageTest.Verify(Uses + """
        void A(IUse u) { var d = new Door(); d.Open(); u.Use(d); }
        void B(IUse u, Door d) { u.Use(d); }
        void C(Use u, Door d) { if (d.State == DoorState.Open) u(d); }
        void D() { var d = new Door(); Shut(d); }
        void E(IUse u, Door d) { if (d.State is DoorState.Open or DoorState.Locked) u.Either(d); }
        void F(IUse u, Door? d) { if (d is { State: DoorState.Open }) u.Use(d); }
        void G() { var d = new Door(); d.Open(); Over(ref d); }
        void H(IUse u, Func<Door> make) { u.Use(make()); }
        void I(IUse u) { u.Use(null!); }
        void J(IUse u, Door d) { if (d.TryOpen()) u.Use(d); }
        void K(ISharedUse u) { var c = new SharedConn(); c.Connect(); u.Use(c); }
        void L(IUse u, [InState(DoorState.Open)] Door d) { u.Use(d); }
        void M(IUse u, List<Door> all) { foreach (var d in all) u.Use(d); }
        """);

    /// <summary>A demand that is not met is one mistake: what follows is judged as if it had been met.</summary>
    [Fact]
    public void One_mistake_gives_one_report() => UsageTest.Verify(Uses + """
        void A() { var d = new Door(); d.Open(); /*!PDSL3004*/Shut(d); d.Unlock(); }
        void B(IUse u) { var d = new Door(); /*!PDSL3004*/u.Use(d); u.Use(d); d.Lock(); }
        void C() { var d = new Door(); /*!PDSL3004*/Over(ref d); d.Open(); }
        """);

    [Theory]
    [InlineData("void M(IUse u) { var d = new Door(); u.Use(d); }", DiagnosticSeverity.Error)]
    [InlineData("void M(IUse u, bool b) { var d = new Door(); if (b) d.Open(); u.Use(d); }", DiagnosticSeverity.Warning)]
    [InlineData("void M(IUse u, Door d) { if (d.State is DoorState.Open or DoorState.Closed) u.Use(d); }", DiagnosticSeverity.Warning)]
    public void It_is_an_error_only_where_it_is_certain(string members, DiagnosticSeverity severity)
    {
        var finding = UsageTest.Single(Uses + members);
        Assert.Equal("PDSL3004", finding.Id);
        Assert.Equal(severity, finding.Severity);
    }

    [Fact]
    public void A_contract_that_cannot_be_read_demands_nothing() =>
        Assert.Equal("PDSL3012", UsageTest.Single("interface IUse { void Use([InState(\"Open\")] Door d); } void M(IUse u) { var d = new Door(); u.Use(d); }").Id);

    [Fact]
    public void An_override_demands_what_it_overrides() => UsageTest.Verify("""
        abstract class Base { public abstract void Use([InState(DoorState.Open)] Door d); }
        sealed class Heir : Base { public override void Use(Door d) { /*!PDSL3001*/d.Lock(); } }
        void M(Heir h) { var d = new Door(); /*!PDSL3004*/h.Use(d); }
        """);

    [Fact]
    public void What_a_package_demands_is_demanded()
    {
        var machines = UsageTest.MachinesAssembly();
        var library = UsageTest.Compile("using Acme; using ProtoDsl; public static class Library { public static void Use([InState(DoorState.Open)] Door d) { } }", machines);
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        var user = UsageTest.Compile(
            "using Acme; class Code { void M() { var d = new Door(); Library.Use(d); } void N() { var d = new Door(); d.Open(); Library.Use(d); } }",
            machines,
            MetadataReference.CreateFromImage(image.ToArray()));

        Assert.Equal("PDSL3004", Assert.Single(UsageTest.Analyze(user)).Id);
    }

    [Fact]
    public void In_constructors_indexers_and_helpers() => UsageTest.Verify(Uses + """
        sealed class Owner { public Owner([InState(DoorState.Open)] Door d) { } }
        interface IMap { int this[[InState(DoorState.Open)] Door d] { get; } }
        interface IAll<T> { void Use(T item); }
        interface IOpen : IAll<Door> { new void Use([InState(DoorState.Open)] Door d); }
        static void Pass(IUse u, Door d) { u.Use(d); }
        void A() { var d = new Door(); _ = /*!PDSL3004*/new Owner(d); }
        void B(IMap m) { var d = new Door(); _ = /*!PDSL3004*/m[d]; }
        void C(IUse u) { var d = new Door(); /*!PDSL3002*/Pass(u, d); }
        void D(IUse u) { var d = new Door(); d.Open(); Pass(u, d); }
        void E(IOpen o) { var d = new Door(); /*!PDSL3004*/o.Use(d); }
        void F(IUse u, bool b) { Door? d = null; if (b) { d = new Door(); d.Open(); } u.Use(d!); }
        """);

}
