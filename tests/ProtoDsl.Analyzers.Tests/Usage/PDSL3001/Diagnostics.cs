using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3001;

public sealed class Diagnostics
{
    [Theory]
    [InlineData("var c = new Conn(); /*!PDSL3001*/c.Send();")]
    [InlineData("Conn c = new(); c.Connect(); /*!PDSL3001*/c.Connect();")]
    [InlineData("var c = new Conn(); c.Listen(); c.Close(); /*!PDSL3001*/c.Close();")]
    [InlineData("/*!PDSL3001*/new Conn().Send();")]
    [InlineData("var d = new Generic<int>(); d.Open(); /*!PDSL3001*/d.Lock();")]
    [InlineData("var d = new Door(); d.Close(); d.Open(); /*!PDSL3001*/d.Open();")]
    [InlineData("var l = new Long(); for (var i = 0; i < 1; i++) { } l.Next(); l.Next(); /*!PDSL3001*/l.First();")]
    public void On_a_straight_line(string body) => UsageTest.Verify($"void M() {{ {body} }}");

    [Theory]
    [InlineData("if (b) c.Connect(); else c.Listen(); /*!PDSL3001*/c.Connect();")]
    [InlineData("if (b) { c.Connect(); /*!PDSL3001*/c.Send(); }")]
    [InlineData("if (b) c.Connect(); c.State.ToString(); while (b) { /*!PDSL3001*/c.Send(); }")]
    [InlineData("while (b) { b = !b; } /*!PDSL3001*/c.Send();")]
    [InlineData("c.Connect(); do { c.ToString(); } while (b); /*!PDSL3001*/c.Listen();")]
    [InlineData("for (var i = 0; i < 3; i++) { if (b) continue; /*!PDSL3001*/c.Send(); }")]
    [InlineData("foreach (var x in new[] { 1 }) { /*!PDSL3001*/c.Abort(); }")]
    [InlineData("if (b) return; /*!PDSL3001*/c.Send();")]
    [InlineData("if (b) throw new Exception(); c.Listen(); /*!PDSL3001*/c.Listen();")]
    [InlineData("again: /*!PDSL3001*/c.Send(); if (b) goto again;")]
    [InlineData("_ = b ? c.Connect() : c.Listen(); /*!PDSL3001*/c.Connect();")]
    [InlineData("switch (b) { case true: c.Connect(); break; default: c.Listen(); break; } /*!PDSL3001*/c.Listen();")]
    public void Over_branches_and_loops(string body) => UsageTest.Verify($"void M(bool b, Conn p) {{ var c = new Conn(); {body} }}");

    [Fact]
    public void On_a_variable_that_holds_one_new_machine_or_another() => UsageTest.Verify(
        """
        void M(bool b) { Conn c; if (b) { c = new Conn(); c.Listen(); } else { c = new Conn(); c.Connect(); } /*!PDSL3001*/c.Connect(); }
        void N(bool b) { var c = b ? new Conn() : new Conn(null); /*!PDSL3001*/c.Send(); }
        """);

    [Fact]
    public void In_a_loop_whose_second_turn_is_illegal_in_all_states() => UsageTest.Verify(
        """
        void M(bool b) {
            var c = new Conn();
            c.Connect();
            while (b) { c = new Conn(); c.Listen(); }
            /*!PDSL3001*/c.Listen();
        }
        """);

    [Fact]
    public void One_mistake_gives_one_report_and_what_follows_is_judged_as_if_it_had_been_legal() => UsageTest.Verify(
        """
        void M() {
            var c = new Conn();
            /*!PDSL3001*/c.Send();
            c.Send();
            c.Close();
            /*!PDSL3001*/c.Listen();
            c.Close();
        }
        void N() {
            var d = new Door();
            /*!PDSL3001*/d.Unlock();
            d.Lock();
            /*!PDSL3001*/d.Lock();
        }
        """);

    [Fact]
    public void A_path_that_a_mistake_ends_does_not_excuse_what_the_others_do() => UsageTest.Verify(
        """
        void M(bool b) {
            var d = new Door();
            if (b) { /*!PDSL3001*/d.Unlock(); } else { d.Lock(); }
            /*!PDSL3001*/d.Open();
        }
        """);

    [Fact]
    public void In_lambdas_local_functions_accessors_constructors_and_initializers() => UsageTest.Verify(
        """
        Action A = () => { var c = new Conn(); /*!PDSL3001*/c.Send(); };
        int P { get { var c = new Conn(); /*!PDSL3001*/c.Send(); return 0; } }
        Code() { var c = new Conn(); /*!PDSL3001*/c.Send(); }
        static ConnState F = /*!PDSL3001*/new Conn().Send();
        void M() {
            void Local() { var c = new Conn(); /*!PDSL3001*/c.Send(); Action deep = () => { var d = new Conn(); /*!PDSL3001*/d.Abort(); }; }
            Local();
        }
        ConnState E() => /*!PDSL3001*/new Conn().Send();
        class Inner { void M() { var c = new Conn(); /*!PDSL3001*/c.Send(); } }
        IEnumerable<int> I() { var c = new Conn(); yield return 1; /*!PDSL3001*/c.Send(); }
        """);

    [Fact]
    public void In_top_level_statements()
    {
        var compilation = UsageTest.Compile("using Acme;\nvar c = new Conn();\nc.Send();");
        compilation = compilation.WithOptions(compilation.Options.WithOutputKind(Microsoft.CodeAnalysis.OutputKind.ConsoleApplication));
        Assert.Equal(2, Assert.Single(UsageTest.Analyze(compilation)).Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void On_machines_of_a_referenced_assembly()
    {
        var compilation = UsageTest.Compile("using Acme; class Code { void M() { var c = new Conn(); c.Send(); } }", UsageTest.MachinesAssembly());
        Assert.Equal("PDSL3001", Assert.Single(UsageTest.Analyze(compilation)).Id);
    }

    [Fact]
    public void On_unknown_machines_after_an_event_or_a_test() => UsageTest.Verify(
        """
        Conn _f = new();
        void M(Conn c) { c.Connect(); /*!PDSL3001*/c.Connect(); }
        void N(Conn c) { if (c.State == ConnState.Closed) { /*!PDSL3001*/c.Send(); } }
        void R() { var c = Conn.Restore(1); c.Connect(); /*!PDSL3001*/c.Send(); }
        void F() { var c = _f; c.Connect(); /*!PDSL3001*/c.Listen(); }
        """);

    [Fact]
    public void On_a_disposable_machine_in_using() => UsageTest.Verify(
        """
        void M() { using var s = new Scope(); s.Start(); /*!PDSL3001*/s.Start(); }
        void N() { using (var s = new Scope()) { /*!PDSL3001*/s.Stop(); } }
        void D() { var s = new Scope(); s.Dispose(); /*!PDSL3001*/s.Start(); }
        void I() { var s = new Scope(); ((IDisposable)s).Dispose(); /*!PDSL3001*/s.Start(); }
        void V() { Scope s; using (s = new Scope()) { } /*!PDSL3001*/s.Start(); }
        """);

    [Fact]
    public void On_aliases() => UsageTest.Verify(
        """
        void M() { var c = new Conn(); var d = c; d.Connect(); /*!PDSL3001*/c.Connect(); }
        void N() { object o = new Conn(); ((Conn)o).Connect(); /*!PDSL3001*/((Conn)o).Connect(); }
        void P() { var c = new Conn(); if (c is Conn d) { d.Connect(); /*!PDSL3001*/c.Connect(); } }
        void Q() { Conn c, d; c = d = new Conn(); c.Listen(); /*!PDSL3001*/d.Listen(); }
        """);

    [Fact]
    public void Constant_tags_are_read() => UsageTest.Verify(
        """
        void M() { var s = new Stream(); s.SendData(SendDataEnd.Es); /*!PDSL3001*/s.SendData(SendDataEnd.More); }
        void N() { var s = new Stream(); s.SendData(SendDataEnd.More); s.SendData(SendDataEnd.Es); /*!PDSL3001*/s.SendData(SendDataEnd.Es); }
        void C() { const SendDataEnd E = SendDataEnd.Es; var s = new Stream(); s.SendData(end: E); /*!PDSL3001*/s.SendData(E); }
        """);

    [Fact]
    public void A_message_that_has_waited_may_move_the_machine() => UsageTest.Verify(
        """
        void M() { var s = new Scope(); s.Start(); s.Stop(); /*!PDSL3001*/s.Stop(); }
        void N() { var s = new Scope(); s.Start(); s.Receive(new Poke()); s.Stop(); /*!PDSL3001*/s.Stop(); }
        """);

    [Fact]
    public void Shared_machines_only_where_no_message_or_timer_could_have_helped() => UsageTest.Verify(
        """
        void M() { var c = new SharedConn(); /*!PDSL3001*/c.Send(); }
        void N() { var c = new SharedConn(); c.Connect(); /*!PDSL3001*/c.Connect(); }
        """);

    [Fact]
    public void Async_machines_after_the_await() => UsageTest.Verify(
        """
        async Task M() { var d = new AsyncDoor(); await d.OpenAsync(); /*!PDSL3001*/await d.OpenAsync(); }
        async Task N() { var d = new AsyncDoor(); await d.OpenAsync().ConfigureAwait(false); /*!PDSL3001*/await d.OpenAsync().ConfigureAwait(false); }
        async Task P() { var d = new AsyncDoor(); var t = d.OpenAsync(); await t; /*!PDSL3001*/await d.OpenAsync(); }
        async Task T() { var d = new AsyncDoor(); if (await d.TryOpenAsync()) { /*!PDSL3001*/await d.OpenAsync(); } }
        async Task S() { var d = new AsyncDoor(); if (await d.OpenAsync() == AsyncDoorState.Closed) return; /*!PDSL3001*/await d.OpenAsync(); }
        async Task O() { var d = new AsyncDoor(); await Task.Yield(); /*!PDSL3001*/await d.CloseAsync(); }
        """);
}
