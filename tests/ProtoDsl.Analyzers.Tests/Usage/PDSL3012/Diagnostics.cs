using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3012;

public sealed class Diagnostics
{
    [Fact]
    public void Where_a_value_is_no_state_of_the_machine() => UsageTest.Verify(
        """
        void A([InState(/*!PDSL3012*/ConnState.Closed)] Door d) { }
        void B([InState(DoorState.Open, /*!PDSL3012*/"Closed")] Door d) { }
        void C([EnsuresState(/*!PDSL3012*/(DoorState)7)] Door d) { }
        bool D([EnsuresStateWhen(true, /*!PDSL3012*/true)] Door d) => true;
        [MemberInState(nameof(_door), /*!PDSL3012*/1)] void E() { }
        [return: InState(/*!PDSL3012*/typeof(DoorState))] Door F() => null!;
        [InState(/*!PDSL3012*/(object?)null)] Door G = null!;
        void H([/*!PDSL3012*/InState(new object[] { DoorState.Open, 5 })] Door d) { }
        void I([/*!PDSL3012*/InState(new[] { ConnState.Closed })] Door d) { }
        void J([InState(/*!PDSL3012*/DoorState.Open)] Generic<int> d) { }
        Door _door = null!;
        """);

    [Fact]
    public void Where_there_are_no_states() => UsageTest.Verify(
        """
        void A([/*!PDSL3012*/InState] Door d) { }
        void B([/*!PDSL3012*/EnsuresState()] Door d) { }
        void C([/*!PDSL3012*/InState(null)] Door d) { }
        void F([/*!PDSL3012*/InState(new DoorState[0])] Door d) { }
        bool D([/*!PDSL3012*/EnsuresStateWhen(false)] Door d) => true;
        [/*!PDSL3012*/MemberInState(nameof(_door))] void E() { }
        Door _door = null!;
        """);

    [Fact]
    public void Where_there_is_no_machine() => UsageTest.Verify(
        """
        void A([/*!PDSL3012*/InState(DoorState.Open)] int d) { }
        void B([/*!PDSL3012*/EnsuresState(DoorState.Open)] object d) { }
        void C([/*!PDSL3012*/InState(DoorState.Open)] List<Door> d) { }
        void D([/*!PDSL3012*/InState(DoorState.Open)] Task<Door> d) { }
        void E([/*!PDSL3012*/TakesOwnership] string d) { }
        void F([/*!PDSL3012*/StateUnchanged] DoorState d) { }
        [return: /*!PDSL3012*/InState(DoorState.Open)] void G() { }
        [/*!PDSL3012*/InState(DoorState.Open)] int H, I;
        [/*!PDSL3012*/InState(DoorState.Open)] string J => "";
        Door K { [return: InState(DoorState.Open)] get; [param: InState(DoorState.Open)] set; } = null!;
        int L { [return: /*!PDSL3012*/InState(DoorState.Open)] get; [param: /*!PDSL3012*/InState(DoorState.Open)] set; }
        [field: /*!PDSL3012*/InState(DoorState.Open)] int M { get; set; }
        int this[[/*!PDSL3012*/InState(DoorState.Open)] int n] => n;
        delegate void N([/*!PDSL3012*/InState(DoorState.Open)] int d);
        [return: /*!PDSL3012*/InState(DoorState.Open)] delegate int O();
        record P([/*!PDSL3012*/InState(DoorState.Open)] int A, [property: /*!PDSL3012*/InState(DoorState.Open)] int B, [field: /*!PDSL3012*/InState(DoorState.Open)] int C);
        """);

    [Fact]
    public void In_local_functions_and_lambdas_too() => UsageTest.Verify(
        """
        void M()
        {
            void Local([/*!PDSL3012*/InState(DoorState.Open)] int d) { }
            [return: /*!PDSL3012*/InState(DoorState.Open)] int Other() => 1;
            [MemberInState(/*!PDSL3012*/"_dor", DoorState.Open)] void Third() { }
            Action<int> f = ([/*!PDSL3012*/InState(DoorState.Open)] int d) => Local(d + Other());
            Action g = [MemberInState(/*!PDSL3012*/"_dor", DoorState.Open)] () => Third();
        }
        """);

    [Fact]
    public void Where_a_member_is_missing_or_no_machine() => UsageTest.Verify(
        """
        Door _door = null!; int _n; static Door s_door = null!;
        [MemberInState(/*!PDSL3012*/"_dor", DoorState.Open)] void A() { }
        [MemberInState(/*!PDSL3012*/null!, DoorState.Open)] void B() { }
        [MemberInState(/*!PDSL3012*/nameof(_n), DoorState.Open)] void C() { }
        [MemberInState(/*!PDSL3012*/nameof(C), DoorState.Open)] int D => 1;
        [MemberInState(/*!PDSL3012*/nameof(_door), DoorState.Open)] static void E() { }
        [MemberInState(nameof(s_door), DoorState.Open)] static void F() { }
        int G { [MemberInState(/*!PDSL3012*/"_", DoorState.Open)] get => 1; }
        """);

    [Fact]
    public void Where_no_result_or_no_argument_is_there() => UsageTest.Verify(
        """
        void A([/*!PDSL3012*/EnsuresStateWhen(true, DoorState.Open)] Door d) { }
        Task B([/*!PDSL3012*/EnsuresStateWhen(true, DoorState.Open)] Door d) => null!;
        string C([/*!PDSL3012*/EnsuresStateWhen(true, DoorState.Open)] Door d) => "";
        void D([/*!PDSL3012*/TakesOwnership] out Door d) => d = new Door();
        void E([/*!PDSL3012*/StateUnchanged] out Door d) => d = new Door();
        class X { public X([/*!PDSL3012*/EnsuresStateWhen(true, DoorState.Open)] Door d) { } }
        """);

    [Fact]
    public void Where_the_same_is_said_twice() => UsageTest.Verify(
        """
        Door _a = null!, _b = null!;
        bool A([EnsuresStateWhen(true, DoorState.Open), /*!PDSL3012*/EnsuresStateWhen(true, DoorState.Locked), EnsuresStateWhen(false, DoorState.Open)] Door d) => throw null!;
        [MemberInState(nameof(_a), DoorState.Open)]
        [MemberInState(nameof(_b), DoorState.Open)]
        [/*!PDSL3012*/MemberInState(nameof(_a), DoorState.Closed)]
        void B() { }
        """);

    [Fact]
    public void However_the_attribute_is_written() => UsageTest.Verify(
        """
        void A([/*!PDSL3012*/InStateAttribute] Door d) { }
        void B([/*!PDSL3012*/ProtoDsl.InState] Door d) { }
        void C([/*!PDSL3012*/global::ProtoDsl.InStateAttribute()] Door d) { }
        """);

    [Theory]
    [InlineData("using Here = ProtoDsl.InStateAttribute; class C { void M([Here] Acme.Door d) { } }")]
    [InlineData("using P = ProtoDsl; class C { void M([P.InState] Acme.Door d) { } }")]
    [InlineData("using P = ProtoDsl; class C { void M([P::InStateAttribute] Acme.Door d) { } }")]
    [InlineData("namespace N { namespace O { using @in = ProtoDsl.InStateAttribute; class C { void M([@in] Acme.Door d) { } } } }")]
    [InlineData("namespace N; using Here = global::ProtoDsl.InStateAttribute; class C { void M([Here] Acme.Door d) { } }")]
    public void Under_an_alias_too(string source) => Assert.Equal("PDSL3012", Assert.Single(UsageTest.Analyze(source)).Id);

    [Theory]
    [InlineData("void M([InState(DoorState.Open, \"Lokced\")] Door d) { }", "\"Lokced\" is no state of Door. Did you mean DoorState.Locked?", "Acme.DoorState.Locked")]
    [InlineData("void M([InState(ConnState.Closed)] Door d) { }", "ConnState.Closed is no state of Door. Did you mean DoorState.Closed?", "Acme.DoorState.Closed")]
    [InlineData("void M([InState((DoorState)9)] Door d) { }", "(DoorState)9 is no state of Door. Name members of DoorState: Closed, Open, Locked.", null)]
    [InlineData("void M([InState] Door d) { }", "[InState] names no state, so no machine could ever keep it: name those that Door may be in, such as DoorState.Closed.", null)]
    [InlineData("void M([InState(DoorState.Open)] List<Door> d) { }", "[InState] needs a machine, but 'd' is List<Door>: put it where the class is one that a transition file generates, or leave it out.", null)]
    [InlineData("[return: InState(DoorState.Open)] int M() => 1;", "[InState] needs a machine, but what 'M' returns is int: put it where the class is one that a transition file generates, or leave it out.", null)]
    [InlineData("Door _door = null!; [MemberInState(\"_dor\", DoorState.Open)] void M() { }", "Code has no field or property '_dor' that [MemberInState] could be about. Did you mean nameof(_door)?", "nameof(_door)")]
    [InlineData("Door _door = null!; [MemberInState(\"gate\", DoorState.Open)] void M() { }", "Code has no field or property 'gate' that [MemberInState] could be about. Those that hold machines: _door.", null)]
    [InlineData("[MemberInState(\"gate\", DoorState.Open)] void M() { }", "Code has no field or property 'gate' that [MemberInState] could be about. None of them holds a machine: leave it out.", null)]
    [InlineData("int _n; [MemberInState(nameof(_n), DoorState.Open)] void M() { }", "[MemberInState] needs a machine, but '_n' is int: name a field or property whose class a transition file generates.", null)]
    [InlineData("Door _d = null!; [MemberInState(nameof(_d), DoorState.Open)] static void M() { }", "'M' is static and belongs to no object whose '_d' could be in a state: name a static field, or take the machine as a parameter with [InState].", null)]
    [InlineData("void M([EnsuresStateWhen(true, DoorState.Open)] Door d) { }", "[EnsuresStateWhen] is about a result that is true or false, but 'M' returns nothing: return bool, or write [EnsuresState] for what holds always.", null)]
    [InlineData("void M([TakesOwnership] out Door d) => d = null!;", "[TakesOwnership] is about a machine that callers hand over, but 'out d' only hands one back: leave it out; [InState] says in which states that one is.", null)]
    [InlineData("bool M([EnsuresStateWhen(true, DoorState.Open), EnsuresStateWhen(true, DoorState.Open)] Door d) => throw null!;", "[EnsuresStateWhen] stands here twice for true, and only the first counts: name the states in one.", null)]
    public void Its_message_says_what_to_write_and_the_fix_travels_with_it(string members, string message, string? replacement)
    {
        var finding = UsageTest.Single(members);
        Assert.Equal(message, finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(replacement, finding.Properties["Replacement"]);
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
    }

    [Fact]
    public void A_name_with_line_breaks_stays_on_one_line() =>
        Assert.DoesNotContain('\n', UsageTest.Message("[MemberInState(\"a\\nb\\u2028c\", DoorState.Open)] void M([InState(DoorState.Open)] Door d) { }"));
}
