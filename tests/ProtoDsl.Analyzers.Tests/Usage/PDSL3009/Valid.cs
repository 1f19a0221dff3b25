namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3009;

/// <summary>What may be done there, and where it is not certain which machine is running.</summary>
public sealed class Valid
{
    [Theory]
    [InlineData("public override void Noted() { if (_m.State == MState.A && _m.CanBack) Console.WriteLine(_m); _m.AssumeState(MState.A, MState.B); }")]
    [InlineData("public override void Noted() => Task.Run(() => _m.Back());")]
    [InlineData("public override void Noted() { void Later() => _m.Back(); Task.Run(Later); }")]
    [InlineData("public override async void Noted() { await Task.Yield(); _m.Back(); }")]
    [InlineData("public void Leave() => _m.Back();")]
    [InlineData("public override void Noted() => Leave(true); void Leave(bool b) { if (b) _m.Back(); }")]
    [InlineData("public override void Noted() => Leave(); void Leave() { if (_m.CanBack) _m.Back(); }")]
    [InlineData("public override void Noted() { _ = Leave(); } async Task Leave() { await Task.Yield(); _m.Back(); }")]
    [InlineData("public override void Noted() => Leave(3); void Leave(int n) { if (n > 0) Leave(n - 1); }")]
    [InlineData("public override void Noted() => _ = new M(new C()).TryGo();")]
    public void Says_nothing(string members) => Sources.VerifyActions(members);

    [Theory]
    [InlineData("private readonly M _m; public C(M m) => _m = m;")]
    [InlineData("private readonly M _m = new M(new Other()); sealed class Other : Actions { }")]
    [InlineData("private readonly M _m; public readonly M Second; public C() { _m = new M(this); Second = new M(this); }")]
    [InlineData("private readonly M _m; public C() { _m = new M(this); Other = new M(this); } public static M? Other;")]
    [InlineData("private M? _m; public void Begin() { _m = new M(this); }")]
    [InlineData("public M? _m; public C() { _m = new M(this); }")]
    [InlineData("private static M? _m; public C() { _m = new M(this); }")]
    public void Where_it_may_be_another_machine(string declaration) =>
        Sources.VerifyActions("public override void Noted() => _ = _m?.TryBack();", declaration);

    [Theory]
    [InlineData("partial void OnTransition(in Transition transition) { Console.WriteLine(State); _ = CanGo; }")]
    [InlineData("partial void OnTransition(in Transition transition) { Task.Run(() => Go()); }")]
    [InlineData("partial void OnTransition(in Transition transition) { _ = _other?.TryGo(); } private M? _other = null;")]
    [InlineData("public void GoTwice() { Go(); Go(); }")]
    public void In_its_own_class(string members) => Sources.VerifyPart(members);

    [Theory]
    [InlineData("struct C : IMActions { M<C>? _m; public void Begin() { _m = new M<C>(this); _m.Go(); } public void Noted() => _m!.Back(); }", "generic")]
    [InlineData("class C : IMActions { readonly M _m; public C() { _m = new M(this); } public ValueTask<bool> Enter() => _m.TryGoAsync(); public ValueTask NotedAsync(CancellationToken c) { var t = Leave(); return default; } async Task Leave() { await Task.Delay(9); await _m.BackAsync(); } }", "async")]
    public void In_other_kinds(string source, string kind) => Sources.VerifyKind(kind, source);

    [Fact]
    public void Where_two_machines_have_the_same_effect() => Harness.UsageTest.VerifyAlone(
        """
        call Go, Back
        machine M
        initial state A
            Go / noted -> B
        state B
            Back -> A
        machine N
        initial state A
            Go / noted -> B
        state B
            Back -> A
        """,
        """
        #nullable enable
        class C : IMActions, INActions
        {
            readonly M _m; readonly N _n;
            public C() { _m = new M(this); _n = new N(this); }
            public bool Enter() => _m.TryGo();
            public void Noted() => _m.Back();
        }
        """);
}
