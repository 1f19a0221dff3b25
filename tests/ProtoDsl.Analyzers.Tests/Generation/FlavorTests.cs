namespace ProtoDsl.Analyzers.Tests.Generation;

/// <summary>Asynchronous, synchronized and generic machines, alone and together; Dispose.</summary>
public sealed class FlavorTests
{
    private static string Table(string flavor) => $"""
        message Data(int n)
        call Go, Light
        {flavor} machine M
        initial state A
            Go / one, !Data(n: _) -> B
            Light -> B
        state B
            Go -> A
            Light -> A
        """.Replace("(n: _)", "(_)", StringComparison.Ordinal);

    private const string AsyncActions = """
        sealed class Actions : IMActions
        {
            public List<string> Log = new(); public Func<CancellationToken, Task>? Inside;
            public async ValueTask OneAsync(CancellationToken t) { Log.Add("one"); if (Inside != null) { await Inside(t); } }
            public ValueTask<Sample.Data> CreateDataAsync(CancellationToken t) => new ValueTask<Sample.Data>(new Sample.Data(7));
            public ValueTask SendAsync(Sample.Data message, CancellationToken t) { Log.Add(message.ToString()); return default; }
        }

        """;

    private const string SyncActions = """
        sealed class Actions : IMActions
        {
            public List<string> Log = new(); public Action? Inside;
            public void One() { lock (Log) Log.Add("one"); Inside?.Invoke(); }
            public Sample.Data CreateData() => new Sample.Data(7);
            public void Send(in Sample.Data message) { lock (Log) Log.Add(message.ToString()); }
        }

        """;

    [Theory]
    [InlineData("async")]
    [InlineData("async synchronized")]
    public void An_async_machine_awaits_its_actions(string flavor) =>
        Assert.Equal("A False B one Data(7) True", Behaviour.Run(Table(flavor), AsyncActions + """
            static class Program
            {
                public static async Task<string> Run()
                {
                    var gate = new TaskCompletionSource<int>();
                    var a = new Actions { Inside = _ => gate.Task }; var m = new M(a);
                    var pending = m.GoAsync();
                    var before = $"{m.State} {pending.IsCompleted}";
                    gate.SetResult(1);
                    return $"{before} {await pending} {string.Join(" ", a.Log)} {await m.TryLightAsync()}";
                }
            }
            """));

    [Fact]
    public void A_pending_event_makes_another_one_throw() =>
        Assert.Equal("OverlappingEventException B", Behaviour.Run(Table("async"), AsyncActions + """
            static class Program
            {
                public static async Task<string> Run()
                {
                    var gate = new TaskCompletionSource<int>(); var seen = "";
                    var a = new Actions { Inside = _ => gate.Task }; var m = new M(a);
                    var pending = m.GoAsync();
                    try { await m.LightAsync(); } catch (OverlappingEventException e) { seen = e.GetType().Name; }
                    gate.SetResult(1);
                    return $"{seen} {await pending}";
                }
            }
            """));

    [Theory]
    [InlineData("LightAsync")]
    [InlineData("TryGoAsync")]
    public void An_async_synchronized_machine_refuses_an_event_of_its_own_flow_and_lets_others_wait(string inner) =>
        Assert.Equal("OverlappingEventException waited A", Behaviour.Run(Table("async synchronized"), AsyncActions + $$"""
            static class Program
            {
                public static async Task<string> Run()
                {
                    var seen = ""; var entered = new TaskCompletionSource<int>(); var gate = new TaskCompletionSource<int>();
                    var a = new Actions(); var m = new M(a);
                    a.Inside = async _ =>
                    {
                        await Task.Yield();
                        try { await m.{{inner}}(); } catch (OverlappingEventException e) { seen = e.GetType().Name; }
                        entered.SetResult(1);
                        await gate.Task;
                    };
                    var first = m.GoAsync();
                    await entered.Task;
                    var other = m.LightAsync();
                    var waited = other.IsCompleted ? "?" : "waited";
                    gate.SetResult(1);
                    await first;
                    return $"{seen} {waited} {await other}";
                }
            }
            """));

    [Fact]
    public void A_flow_that_outlives_its_event_may_raise_another() =>
        Assert.Equal("A", Behaviour.Run(Table("async synchronized"), AsyncActions + """
            static class Program
            {
                public static async Task<string> Run()
                {
                    var gate = new TaskCompletionSource<int>(); Task<MState>? later = null;
                    var a = new Actions(); var m = new M(a);
                    a.Inside = _ => { later = Task.Run(async () => { await gate.Task; return await m.LightAsync(); }); return Task.CompletedTask; };
                    await m.GoAsync();
                    gate.SetResult(1);
                    return (await later!).ToString();
                }
            }
            """));

    [Fact]
    public void Actions_get_the_token_and_waiting_ends_with_it() =>
        Assert.Equal("True OperationCanceledException B", Behaviour.Run(Table("async synchronized"), AsyncActions + """
            static class Program
            {
                public static async Task<string> Run()
                {
                    using var source = new CancellationTokenSource(); using var other = new CancellationTokenSource();
                    var gate = new TaskCompletionSource<int>(); var same = false; var seen = "";
                    var a = new Actions(); var m = new M(a);
                    a.Inside = t => { same = t == source.Token; return gate.Task; };
                    var first = m.GoAsync(source.Token);
                    var second = m.LightAsync(other.Token);
                    other.Cancel();
                    try { await second; } catch (OperationCanceledException) { seen = "OperationCanceledException"; }
                    gate.SetResult(1);
                    return $"{same} {seen} {await first}";
                }
            }
            """));

    [Fact]
    public void Threads_take_turns_in_a_synchronized_machine() =>
        Assert.Equal("A 2000 2000", Behaviour.Run(Table("synchronized"), SyncActions + """
            static class Program
            {
                public static string Run()
                {
                    var a = new Actions(); var m = new M(a); var inside = 0; var most = 0;
                    a.Inside = () => { most = Math.Max(most, Interlocked.Increment(ref inside)); Interlocked.Decrement(ref inside); };
                    Parallel.For(0, 4, _ => { for (var i = 0; i < 1000; i++) m.Go(); });
                    return most == 1 ? $"{m.State} {a.Log.Count(x => x == "one")} {a.Log.Count(x => x == "Data(7)")}" : "together";
                }
            }
            """));

    [Fact]
    public void A_synchronized_machine_refuses_an_event_inside_an_effect() =>
        Assert.Equal("OverlappingEventException B", Behaviour.Run(Table("synchronized"), SyncActions + """
            static class Program { public static string Run() { var a = new Actions(); var m = new M(a); var seen = ""; a.Inside = () => { try { m.Light(); } catch (OverlappingEventException e) { seen = e.GetType().Name; } }; m.Go(); return $"{seen} {m.State}"; } }
            """));

    [Fact]
    public void A_generic_machine_keeps_its_actions_in_place_and_shares_state_and_snapshot() =>
        Assert.Equal("2 B B", Behaviour.Run("""
            call Go
            generic machine M
            initial state A = 1
                Go / count -> B
            state B = 2
                Go / count -> A
            """, """
            struct Counter : IMActions { public int Count; void IMActions.Count() => Count++; }
            static class Program
            {
                public static string Run()
                {
                    var m = new M<Counter>(default);
                    m.Go();
                    M.Snapshot saved = m.Save();
                    m.Go();
                    M plain = M.Restore(saved, default(Counter));
                    return $"{m.Actions.Count} {plain.State} {M<Counter>.Restore(saved, default).State}";
                }
            }
            """));

    [Theory]
    [InlineData("", "using (var m = new M(a)) { }", "IDisposable")]
    [InlineData("synchronized ", "using (var m = new M(a)) { }", "IDisposable")]
    [InlineData("async ", "await using (var m = new M(a)) { }", "IAsyncDisposable")]
    public void A_call_Dispose_makes_the_machine_disposable(string flavor, string use, string type) =>
        Assert.Equal("closed True", Behaviour.Run($"""
            call Dispose
            {flavor}machine M
            initial state Open
                Dispose / closed -> Shut
            final state Shut
                ignore Dispose
            """, $$"""
            sealed class Actions : IMActions { public string Log = ""; public void Closed() => Log += "closed"; public ValueTask ClosedAsync(CancellationToken t) { Log += "closed"; return default; } }
            static class Program { public static async Task<string> Run() { var a = new Actions(); {{use}} await Task.Yield(); return $"{a.Log} {typeof({{type}}).IsAssignableFrom(typeof(M))}"; } }
            """));
}
