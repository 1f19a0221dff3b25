namespace ProtoDsl.Analyzers.Tests.Generation;

/// <summary>Tokens and their generations; what starts and stops; what an expiry does.</summary>
public sealed class TimerTests
{
    private const string Table = """
        timer T = 250ms
        timer Idle = 5min
        call Begin, Touch, End, Leave
        machine M
        initial state Off
            Begin / start Idle -> On
            Leave / stop Idle
        state On
            Touch / restart Idle
            End / stop Idle, stop Idle -> Off
            after T [ready] / done -> Off
            timeout Idle [ready] / idle
        """;

    private const string Actions = """
        sealed class Actions : IMActions
        {
            public List<string> Log = new(); public List<MTimerToken> Tokens = new(); public bool IsReady = true; public bool Throws;
            public void Start(MTimerToken token, TimeSpan due) { Tokens.Add(token); Log.Add($"+{token.Timer}/{due.TotalSeconds}"); }
            public void Stop(MTimerToken token) => Log.Add($"-{token.Timer}");
            public bool Ready() => IsReady;
            public void Done() { Log.Add("done"); if (Throws) throw new FormatException(); }
            public void Idle() => Log.Add("idle");
        }

        """;

    [Fact]
    public void After_timers_belong_to_the_state_and_timeouts_to_the_rows() =>
        Assert.Equal("+Idle/300 +T/0.25 -Idle +Idle/300 -Idle -T", Behaviour.Run(Table, Actions + """
            static class Program { public static IEnumerable<string> Run() { var a = new Actions(); var m = new M(a); m.Leave(); m.Begin(); m.Touch(); m.End(); m.Leave(); return a.Log; } }
            """));

    [Fact]
    public void A_stale_token_and_a_token_of_a_stopped_timer_change_nothing() =>
        Assert.Equal("On On On Off", Behaviour.Run(Table, Actions + """
            static class Program
            {
                public static IEnumerable<string> Run()
                {
                    var a = new Actions(); var m = new M(a);
                    m.Begin(); var stale = a.Tokens[0]; m.Touch();
                    a.Log.Clear();
                    yield return m.Elapsed(stale).ToString();
                    yield return m.Elapsed(default).ToString();
                    yield return m.Elapsed(new MTimerToken((MTimer)77, 1)).ToString();
                    if (a.Log.Count > 0) yield return "called";
                    var t = a.Tokens[1]; m.End();
                    yield return m.Elapsed(t).ToString();
                }
            }
            """));

    [Fact]
    public void An_expiry_is_taken_once_and_dropped_where_guards_are_false() =>
        Assert.Equal("On idle On On | dropped On", Behaviour.Run(Table, Actions + """
            static class Program
            {
                public static string Run()
                {
                    var a = new Actions(); var m = new M(a); m.Begin(); a.Log.Clear();
                    var idle = a.Tokens[0]; var t = a.Tokens[1];
                    var first = m.Elapsed(idle) + " " + string.Join(",", a.Log) + " " + m.Elapsed(idle);
                    a.IsReady = false; a.Log.Clear();
                    var dropped = m.Elapsed(t) + " | " + (a.Log.Count == 0 ? "dropped" : "?");
                    a.IsReady = true;
                    return $"{first} {dropped} {m.Elapsed(t)}";
                }
            }
            """));

    [Fact]
    public void An_expiry_whose_effect_threw_can_be_told_again() =>
        Assert.Equal("On Off", Behaviour.Run(Table, Actions + """
            static class Program
            {
                public static string Run()
                {
                    var a = new Actions { Throws = true }; var m = new M(a); m.Begin();
                    try { m.Elapsed(a.Tokens[1]); } catch (FormatException) { }
                    var left = m.State;
                    a.Throws = false;
                    return $"{left} {m.Elapsed(a.Tokens[1])}";
                }
            }
            """));

    [Fact]
    public void The_constructor_arms_the_initial_state_and_runs_no_entry_effect() =>
        Assert.Equal("+T", Behaviour.Run("""
            timer T = 1h
            machine M
            initial state A
                entry hello
                after T -> A
            """, """
            sealed class Actions : IMActions { public List<string> Log = new(); public void Start(MTimerToken t, TimeSpan d) => Log.Add("+" + t.Timer); public void Stop(MTimerToken t) => Log.Add("-" + t.Timer); public void Hello() => Log.Add("hello"); }
            static class Program { public static IEnumerable<string> Run() { var a = new Actions(); _ = new M(a); return a.Log; } }
            """));

    [Fact]
    public void A_driver_on_a_time_provider_moves_a_synchronized_machine() =>
        Assert.Equal("B", Behaviour.Run("""
            timer T = 1ms
            synchronized machine M
            initial state A
                after T -> B
            state B
            """, """
            sealed class Actions : IMActions { public MTimerToken Token; public void Start(MTimerToken t, TimeSpan d) => Token = t; public void Stop(MTimerToken t) { } }
            static class Program { public static string Run() { var a = new Actions(); var m = new M(a); ISynchronizedTimers<MTimerToken> driven = m; ITimerToken token = a.Token; if (token.Timer != 0 || token.Generation != 1) return "?"; driven.OnElapsed(a.Token); return m.State.ToString(); } }
            """));
}
