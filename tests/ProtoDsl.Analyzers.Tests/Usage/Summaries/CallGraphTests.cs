using ProtoDsl.Analyzers.Tests.Usage.Summaries.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.Summaries;

/// <summary>Which calls are edges. <c>Take</c> takes a machine, so that it matters whoever calls it.</summary>
public sealed class CallGraphTests
{
    private const string Helpers = """
        static class H {
            public static int Take(Door d) => 1;
            public static void Extend(this Door d) { }
            public static Door Make() => new Door();
            public static void Each<T>(T door) where T : class { }
            public static void Generic<T>(T t, Door d) { }
            public static Task<Door> Later() => Task.FromResult(new Door());
            public static bool Out(out Door? d) { d = null; return false; }
            public static void Many(params Door[] doors) { }
            public static void Nothing(string text) { }
        }
        class Wrapper {
            private readonly Door _door = new Door();
            public void Go() { _door.Open(); Inner(); }
            private void Inner() { }
            public static void Static() { }
            public virtual void Virtual() { }
            public int Read { get => 1; set { } }
            public int Auto { get; set; }
            public Wrapper Self => this;
            public static Wrapper operator +(Wrapper a, Wrapper b) => a;
            public void Deconstruct(out int a, out int b) { a = b = 1; }
            public Walk GetEnumerator() => default;
            public event Action E { add { } remove { } }
            public int this[int i] { get => i; set { } }
        }
        struct Walk { public int Current => 1; public bool MoveNext() => false; }
        sealed class Final : Wrapper, IDisposable { public override void Virtual() { base.Virtual(); } public void Dispose() { } }
        class Plain { public void M() { } public static void S() { } public int P => 1; }

        """;

    [Theory]
    [InlineData("H.Take(d);", "H.Take")]
    [InlineData("H.Take(d); H.Take(d);", "H.Take")]
    [InlineData("d.Extend(); H.Take(d);", "H.Extend H.Take")]
    [InlineData("H.Make();", "H.Make")]
    [InlineData("_ = H.Later();", "H.Later")]
    [InlineData("H.Generic<int>(1, d);", "H.Generic")]
    [InlineData("H.Out(out _);", "H.Out")]
    [InlineData("H.Many(d, d);", "H.Many")]
    [InlineData("void L() => H.Take(d); L();", "H.Take")]
    [InlineData("Action a = () => H.Take(d); a();", "H.Take")]
    [InlineData("Action<Door> a = H.Extend; a(d);", "")]
    [InlineData("H.Nothing(\"\");", "")]
    [InlineData("d.Open(); new Door(); new Conn(null);", "")]
    [InlineData("Console.WriteLine(d); GC.KeepAlive(d); new List<Door>().Add(d);", "")]
    [InlineData("new Plain().M(); Plain.S(); _ = new Plain().P;", "")]
    [InlineData("M(d, w, f);", "C.M")]
    public void Helpers_that_are_handed_machines(string body, string callees) => Verify(body, callees);

    [Theory]
    [InlineData("w.Go();", "Wrapper.Go")]
    [InlineData("new Wrapper();", "Wrapper..ctor")]
    [InlineData("Wrapper.Static();", "Wrapper.Static")]
    [InlineData("w.Virtual();", "")]
    [InlineData("f.Virtual();", "Final.Virtual")]
    [InlineData("_ = w.Read;", "Wrapper.get_Read")]
    [InlineData("w.Read = 1;", "Wrapper.set_Read")]
    [InlineData("w.Read += 1;", "Wrapper.get_Read Wrapper.set_Read")]
    [InlineData("w.Read++;", "Wrapper.get_Read Wrapper.set_Read")]
    [InlineData("(w.Read, _) = (1, 2);", "Wrapper.set_Read")]
    [InlineData("w.Auto = w.Auto;", "")]
    [InlineData("w.Self.Self.Go();", "Wrapper.Go Wrapper.get_Self")]
    [InlineData("_ = w + w;", "Wrapper.op_Addition")]
    [InlineData("w += w;", "Wrapper.op_Addition")]
    [InlineData("w[1] = w[2];", "Wrapper.set_Item Wrapper.get_Item")]
    [InlineData("w.E += () => { };", "Wrapper.add_E")]
    [InlineData("w.E -= () => { };", "Wrapper.remove_E")]
    [InlineData("foreach (var i in w) { }", "Wrapper.GetEnumerator")]
    [InlineData("var (a, b) = w;", "Wrapper.Deconstruct")]
    [InlineData("if (w is (1, 2)) { }", "Wrapper.Deconstruct")]
    [InlineData("if (w is { Read: 1 }) { }", "Wrapper.get_Read")]
    [InlineData("using (f) { }", "Final.Dispose")]
    [InlineData("using var x = f;", "Final.Dispose")]
    [InlineData("new Final();", "Final..ctor")]
    [InlineData("IDisposable x = f; x.Dispose();", "")]
    public void Members_of_wrappers(string body, string callees) => Verify(body, callees);

    [Fact]
    public void Calls_on_this_where_the_class_has_a_machine()
    {
        var program = SourceProgram.Of("""
            class Base { protected void Do() { Over(); } protected virtual void Over() { } public static void S() { } }
            class Derived : Base { Door _d = new(); void M() { Do(); this.Do(); S(); new Base(); } void N(Derived o) { o.Do(); } }
            class Without : Base { void M() { Do(); } }
            class Captured(Door d) : Base { void M() { Do(); d.Open(); } }
            class Auto : Base { Door D { get; } = new(); void M() => Do(); }
            class Outer { Auto _auto = new(); public void M() { } void N() { M(); } }
            class Far { Outer _outer = new(); public void M() { } void N() { M(); } }
            class TooFar { Far _far = new(); public void M() { } void N() { M(); } }
            """);

        Assert.Equal("Base.Do", program.CalleesOf("Derived.M"));
        Assert.Equal("", program.CalleesOf("Derived.N"));
        Assert.Equal("", program.CalleesOf("Without.M"));
        Assert.Equal("Base.Do", program.CalleesOf("Captured.M"));
        Assert.Equal("Base.Do", program.CalleesOf("Auto.M"));
        Assert.Equal("Outer.M", program.CalleesOf("Outer.N"));
        Assert.Equal("Far.M", program.CalleesOf("Far.N"));
        Assert.Equal("", program.CalleesOf("TooFar.N"));
    }

    [Fact]
    public void Constructors_run_initialisers_and_base_constructors()
    {
        var program = SourceProgram.Of(
            Helpers + """
            class B { public B(Door d) { } protected B() : this(H.Make()) { } }
            class Implicit : B { Door _d = H.Make(); }
            class Explicit : B { Door _d = H.Make(); Explicit() { } Explicit(int i) : this() { } Explicit(Door d) : base(d) { } }
            class Primary(Door d) : B(d) { int _i = H.Take(d); }
            """);

        Assert.Equal("H.Make B..ctor", program.CalleesOf("Implicit..ctor"));
        Assert.Equal(["", "B..ctor H.Make"], program.Type("B").InstanceConstructors.Select(program.CalleesOf));
        Assert.Equal(["H.Make B..ctor", "Explicit..ctor", "H.Make B..ctor"], program.Type("Explicit").InstanceConstructors.Select(program.CalleesOf));
        Assert.Equal("H.Take B..ctor", program.CalleesOf("Primary..ctor"));
    }

    [Fact]
    public void The_users_part_of_a_machine_matters_the_generators_does_not()
    {
        var program = SourceProgram.Members("void M(Mine m) { m.OpenTwice(); m.Open(); m.Save(); _ = m.State; _ = m.CanOpen; Mine.Restore(1); new Mine(); }");

        Assert.Equal("Mine.OpenTwice", program.CalleesOf("C.M"));
        Assert.Equal("", program.CalleesOf("Acme.Mine.OpenTwice"));
    }

    [Fact]
    public void Parts_in_two_files_are_one_class()
    {
        var program = SourceProgram.Of(
            "partial class C { public void M() { N(); P(); } partial void P(); }",
            "partial class C { Door _d = new(); void N() { } partial void P() { M(); } }");

        Assert.Equal("C.N C.P", program.CalleesOf("C.M"));
        Assert.Equal("C.M", program.CalleesOf("C.P"));
    }

    [Fact]
    public void Generic_classes_count_by_their_definition()
    {
        var program = SourceProgram.Of("""
            class Box<T> { Door _d = new(); public void Go() { Inner<int>(); } void Inner<U>() { } }
            class C { void M(Box<int> a, Box<string> b) { a.Go(); b.Go(); } void N(Generic<int> g) { Take(g); } static void Take<T>(Generic<T> g) { } }
            """);

        Assert.Equal("Box.Go", program.CalleesOf("C.M"));
        Assert.Equal("C.Take", program.CalleesOf("C.N"));
        Assert.Equal("Box.Inner", program.CalleesOf("Box`1.Go"));
    }

    [Fact]
    public void A_type_that_holds_itself_is_no_riddle()
    {
        var program = SourceProgram.Of("class Node { Node? _next; List<Node>? _all; void M() { M(); } } class Ring { Ring? _next; Door? _d; void M() { M(); } }");

        Assert.Equal("", program.CalleesOf("Node.M"));
        Assert.Equal("Ring.M", program.CalleesOf("Ring.M"));
    }

    private static void Verify(string body, string callees)
    {
        var program = SourceProgram.Of(Helpers + "class C { void M(Door d, Wrapper w, Final f) { " + body + " } }");
        Assert.Equal(callees, program.CalleesOf("C.M"));
    }
}
