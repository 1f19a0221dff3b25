using ProtoDsl.Analyzers.Tests.Generation;
using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3009;

/// <summary>Events that are raised on a machine in the middle of one of its own.</summary>
public sealed class Diagnostics
{
    [Theory]
    [InlineData("public override void Noted() => /*!PDSL3009*/_m.Back();")]
    [InlineData("public override void Noted() { if (_m.State == MState.B) /*!PDSL3009*/_m.Back(); }")]
    [InlineData("public override void Noted() { if (/*!PDSL3009*/_m.TryBack()) return; }")]
    [InlineData("public override void Noted() { /*!PDSL3009*/_m.TryBack(); }")]
    [InlineData("public override bool Ready() { /*!PDSL3009*/_m.Back(); return true; }")]
    [InlineData("public override void Entered() => /*!PDSL3009*/this._m!.Back();")]
    [InlineData("public override void Send(in Sample.Ping ping) => /*!PDSL3009*/_m?.Back();")]
    [InlineData("public override void Start(MTimerToken token, TimeSpan due) => /*!PDSL3009*/_m.Elapsed(token);")]
    [InlineData("void IMActions.Noted() => /*!PDSL3009*/_m.Back();")]
    public void In_what_a_machine_runs(string members) => Sources.VerifyActions(members);

    [Theory]
    [InlineData("public override void Noted() => /*!PDSL3009*/Leave(); void Leave() => _m.Back();")]
    [InlineData("public override void Noted() => /*!PDSL3009*/Leave(true); void Leave(bool b) { if (b) _m.Back(); else More(); } bool More() => _m.TryGo();")]
    [InlineData("public override void Noted() { /*!PDSL3009*/Leave(0); } void Leave(int n) { while (n < 3) n++; _m.Back(); }")]
    public void By_way_of_helpers(string members) => Sources.VerifyActions(members);

    [Theory]
    [InlineData("private readonly M _m; public C() : this(1) { } private C(int n) => _m = new M(this);")]
    [InlineData("private M Machine { get; } public C() { Machine = new M(this); }", "Machine")]
    [InlineData("private readonly M _m; public C(M.Snapshot s) { _m = M.Restore(s, this); }")]
    [InlineData("private readonly M _m; public C() { _m = new M(this); } public C(M.Snapshot s) { _m = M.Restore(s, this); }")]
    public void However_it_is_made(string declaration, string name = "_m") =>
        Sources.VerifyActions($"public override void Noted() => /*!PDSL3009*/{name}.Back();", declaration);

    [Theory]
    [InlineData("partial void OnTransition(in Transition transition) { /*!PDSL3009*/Go(); }")]
    [InlineData("partial void OnTransition(in Transition transition) { if (CanGo) /*!PDSL3009*/this.TryGo(); }")]
    [InlineData("partial void OnTransition(in Transition transition) => /*!PDSL3009*/On(); private void On() => Go();")]
    public void In_its_observer(string members) => Sources.VerifyPart(members);

    [Theory]
    [InlineData("class C : IMActions { readonly M _m; public C() { _m = new M(this); } public void Noted() => /*!PDSL3009*/_m.Back(); }", "synchronized")]
    [InlineData("class C : IMActions { readonly M _m; public C() { _m = new M(this); } public ValueTask<bool> Enter() => _m.TryGoAsync(); public async ValueTask NotedAsync(CancellationToken c) { await Task.Yield(); await /*!PDSL3009*/_m.BackAsync(); } }", "async")]
    [InlineData("class C : IMActions { readonly M _m; public C() { _m = new M(this); } public ValueTask NotedAsync(CancellationToken c) { /*!PDSL3009*/_m.BackAsync(); return default; } }", "async")]
    [InlineData("class C : IMActions { readonly M _m; public C() { _m = new M(this); } public ValueTask<bool> Enter() => _m.TryGoAsync(); public async ValueTask NotedAsync(CancellationToken c) { await /*!PDSL3009*/Leave(); } async Task Leave() => await _m.BackAsync(); }", "async")]
    [InlineData("class C : IMActions { readonly M _m; public C() { _m = new M(this); } public async ValueTask NotedAsync(CancellationToken c) => await /*!PDSL3009*/_m.BackAsync(); }", "async synchronized")]
    public void In_every_kind_of_machine(string source, string kind) => Sources.VerifyKind(kind, source);

    /// <summary>What is reported does throw.</summary>
    [Theory]
    [InlineData("_m.Back()", "")]
    [InlineData("_m.TryBack()", "")]
    [InlineData("_m.Back()", "synchronized ")]
    [InlineData("await _m.BackAsync()", "async ")]
    [InlineData("await _m.TryBackAsync()", "async ")]
    [InlineData("await _m.BackAsync()", "async synchronized ")]
    public void And_it_throws(string inner, string kind)
    {
        var isAsync = kind.StartsWith("async", StringComparison.Ordinal);
        var (method, go) = isAsync ? ("async ValueTask NotedAsync(CancellationToken c)", "await c._m.GoAsync()") : ("void Noted()", "c._m.Go()");
        Assert.Equal("OverlappingEventException", Behaviour.Run($"call Go, Back\n{kind}machine M\ninitial state A\n    Go / noted -> B\nstate B\n    Back / noted -> A\n", $$"""
            sealed class C : IMActions
            {
                public readonly M _m;
                public string Seen = "";
                public C() => _m = new M(this);
                public {{method}} { if (Seen != "") return; Seen = "-"; try { {{inner}}; } catch (Exception e) { Seen = e.GetType().Name; } {{(isAsync ? "await Task.Yield();" : "")}} }
            }
            static class Program { public static async Task<string> Run() { var c = new C(); {{go}}; await Task.Yield(); return c.Seen; } }
            """));
    }

    [Fact]
    public void Their_message_says_why()
    {
        const string table = "call Go, Back\nmachine M\ninitial state A\n    Go / noted -> B\nstate B\n    Back -> A\n";
        const string source = "class C : IMActions { readonly M _m; public C() { _m = new M(this); } public bool Enter() => _m.TryGo();\npublic void Noted() { _m.Back();\nLeave(); }\nvoid Leave() => _m.Back(); }";
        var found = UsageTest.Analyze(UsageTest.CompileAlone(source, Emitted.Source(table)));

        Assert.Equal(
            [
                "'Back' always throws here: M runs 'Noted' in the middle of an event, which runs to completion before the next. Raise it when that event has returned, or let the table's row lead on.",
                "'Leave' always throws here, for it raises 'Back' at line 4: M runs 'Noted' in the middle of an event, which runs to completion before the next. Raise it when that event has returned, or let the table's row lead on.",
            ],
            found.Select(finding => finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
