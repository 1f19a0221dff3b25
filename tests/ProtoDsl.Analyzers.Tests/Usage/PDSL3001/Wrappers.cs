using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3001;

/// <summary>Objects of a class that owns one machine, seen from outside.</summary>
public sealed class Wrappers
{
    private const string Box = """
        sealed class Box : IDisposable {
            readonly Conn _c = new();
            public void Open() => _c.Connect();
            public void Listen() => _c.Listen();
            public void Stop() { if (_c.State == ConnState.Listening) _c.Close(); }
            public void Close() => _c.Close();
            public bool IsUp => _c.State == ConnState.SynSent;
            public bool CanStop() => _c.State == ConnState.Listening;
            public int Size { get; set; }
            public void Dispose() => _c.Abort();
            public static Box Started() { var box = new Box(); box.Listen(); return box; }
        }
        """;

    [Theory]
    [InlineData("void M() { var box = new Box(); box.Open(); /*!PDSL3001*/box.Open(); }")]
    [InlineData("void M() { var box = new Box(); /*!PDSL3001*/box.Close(); }")]
    [InlineData("void M(Box box) { box.Open(); /*!PDSL3001*/box.Open(); }")]
    [InlineData("readonly Box _box = new(); void M() { _box.Open(); /*!PDSL3001*/_box.Open(); }")]
    [InlineData("static Box s_box = new(); static void M() { s_box.Open(); /*!PDSL3001*/s_box.Open(); }")]
    [InlineData("void M() { var box = new Box(); var other = box; box.Open(); /*!PDSL3001*/other.Open(); }")]
    [InlineData("void M() { using var box = new Box(); box.Listen(); box.Size = 3; /*!PDSL3001*/box.Listen(); }")]
    [InlineData("static void Start(Box box) => box.Open(); void M() { var box = new Box(); Start(box); /*!PDSL3001*/Start(box); }")]
    [InlineData("static void Start(Box box) => box.Open(); void M() { var box = new Box(); Start(box); /*!PDSL3001*/box.Open(); }")]
    [InlineData("static Box Make() { var box = new Box(); box.Open(); return box; } void M() { var box = Make(); /*!PDSL3001*/box.Open(); }")]
    [InlineData("void M() { var box = Box.Started(); /*!PDSL3001*/box.Listen(); }")]
    [InlineData("void M() { var box = new Box(); if (box.IsUp) return; box.Open(); if (box.IsUp) { /*!PDSL3001*/box.Open(); } }")]
    [InlineData("void M(Box box) { if (box.CanStop()) { box.Close(); /*!PDSL3001*/box.Close(); } }")]
    [InlineData("void M(bool b) { Box? box = b ? new Box() : null; box?.Open(); /*!PDSL3001*/box?.Open(); }")]
    [InlineData("void M() { var one = new Box(); var two = new Box(); one.Open(); two.Open(); /*!PDSL3001*/two.Open(); }")]
    [InlineData("void M() { var box = new Box(); box.Open(); Console.WriteLine(1); /*!PDSL3001*/box.Open(); }")]
    [InlineData("class Outer { readonly Box _box = new(); public void Go() => _box.Open(); void M() { Go(); /*!PDSL3001*/Go(); } }")]
    public void Are_followed(string members) => UsageTest.Verify(members + "\n" + Box.ReplaceLineEndings(" "));

    [Theory]
    [InlineData("void M() { var box = new Box(); box.Open(); box.Dispose(); }")]
    [InlineData("void M() { var box = new Box(); box.Listen(); box.Stop(); box.Open(); }")]
    [InlineData("void M(Box box) => box.Close();")]
    [InlineData("void M(Box one, Box two) { one.Open(); two.Open(); }")]
    [InlineData("void M(List<Box> all) { var box = new Box(); all.Add(box); box.Open(); all[0].Dispose(); box.Open(); }")]
    [InlineData("Box? _kept; void M() { var box = new Box(); _kept = box; box.Open(); Other(); box.Open(); } void Other() => _kept?.Dispose();")]
    [InlineData("void M(Action<Box> use) { var box = new Box(); box.Open(); use(box); box.Open(); }")]
    [InlineData("void M() { var box = new Box(); Action a = () => box.Dispose(); box.Open(); a(); box.Open(); }")]
    [InlineData("void M(bool b) { var box = new Box(); if (b) box = new Box(); box.Open(); }")]
    [InlineData("readonly Box _box = new(); void M() { _box.Open(); Reset(); _box.Open(); } void Reset() => _box.Dispose();")]
    [InlineData("Box B = new(); void M(Code other) { B.Open(); other.B.Dispose(); B.Open(); }")]
    [InlineData("void M() { for (var i = 0; i < 3; i++) { var box = new Box(); box.Open(); } }")]
    [InlineData("void M(object o) { if (o is Box { IsUp: true } box) box.Dispose(); else if (o is Box other) other.Open(); }")]
    public void Say_nothing_where_it_is_right_or_unknown(string members) => UsageTest.Verify(members + "\n" + Box.ReplaceLineEndings(" "));

    [Theory]
    [InlineData("class W { readonly Conn _c = new(); public Conn C => _c; public void Open() => _c.Connect(); } void M() { var w = new W(); w.Open(); w.Open(); }")]
    [InlineData("class W { readonly Conn _c; public W(Conn c) { _c = c; } public void Open() => _c.Connect(); } void M(Conn c) { var w = new W(c); w.Open(); w.Open(); }")]
    [InlineData("class W { readonly Conn _c = new(), _d = new(); public void Open() => _c.Connect(); } void M() { var w = new W(); w.Open(); w.Open(); }")]
    [InlineData("class W { Conn? _c; public void Open() { _c = new Conn(); _c.Connect(); } } void M() { var w = new W(); w.Open(); w.Open(); }")]
    [InlineData("class W { Conn _c = new(); public void Open() { _c = new Conn(); _c.Connect(); } } void M() { var w = new W(); w.Open(); w.Open(); }")]
    [InlineData("class W { readonly Conn _c = new(); public virtual void Open() => _c.Connect(); } class V : W { public override void Open() { } } void M(W w) { w.Open(); w.Open(); }")]
    [InlineData("class W { readonly Conn _c = new(); static W? s_last; public W() { s_last = this; } public void Open() => _c.Connect(); public static void Reset() => s_last?._c.Abort(); } void M() { var w = new W(); w.Open(); W.Reset(); w.Open(); }")]
    [InlineData("class W { readonly Conn _c = new(); public void Open() => _c.Connect(); public async void Start() { await Task.Yield(); _c.Abort(); } } async Task M() { var w = new W(); w.Open(); w.Start(); await Task.Delay(1); w.Open(); }")]
    [InlineData("class W { readonly Conn _c = new(); public W Open() { _c.Connect(); return this; } public void End() => _c.Abort(); } void M() { var w = new W(); w.Open().End(); w.Open(); }")]
    [InlineData("class W { readonly Conn _c = new(); W? _next; public void Link(W other) => other._next = other; public void Go() { _c.Connect(); _next!.End(); _c.Connect(); } public void End() => _c.Abort(); }")]
    [InlineData("class W { readonly Conn _c = new(); static W s_one = new(); public static W One() => s_one; public void Go() { var other = One(); _c.Connect(); other.End(); _c.Connect(); } public void Both(W other) { _c.Connect(); other.End(); _c.Connect(); } public void End() => _c.Abort(); }")]
    [InlineData("class W { readonly Conn _c = new(); public void Open() => _c.Connect(); public void Take(W other) { other._c.Abort(); } } void M() { var w = new W(); w.Open(); new W().Take(w); w.Open(); }")]
    public void Of_another_kind_are_left_alone(string members) => UsageTest.Verify(members);

    [Fact]
    public void The_message_names_the_object_and_its_machine() => Assert.Equal(
        "'Open' must not be called here: the 'Conn' of 'box' is in SynSent (left there by 'Open' at line 3), and 'Open' raises Connect at line 4. It can be called in Closed.",
        UsageTest.Message("void M() { var box = new Box(); box.Open(); box.Open(); }\nclass Box { readonly Conn _c = new(); public void Open() => _c.Connect(); public void Listen() => _c.Listen(); }"));

    [Fact]
    public void What_is_wrong_for_all_callers_is_said_inside_only() => UsageTest.Verify(
        "void M() { var box = new Box(); box.Close(); }\nclass Box { readonly Conn _c = new(); public void Close() => /*!PDSL3001*/_c.Close(); }");
}
