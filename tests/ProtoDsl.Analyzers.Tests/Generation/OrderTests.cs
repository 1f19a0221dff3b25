namespace ProtoDsl.Analyzers.Tests.Generation;

/// <summary>The order of effects, what an exception leaves, one event at a time.</summary>
public sealed class OrderTests
{
    private const string Table = """
        message Ping
        timer T = 1s
        timer U = 2s
        call Go, Stay, Again
        machine M
        initial state A = 1
            exit exitA
            Go / one, !Ping, two -> B
            Stay / one
            Again / one -> same
            after T -> B
        state B = 2
            entry enterB
            after U -> A
        """;

    private const string Actions = """
        sealed class Boom : Exception { }
        sealed class Actions : IMActions
        {
            public List<string> Log = new();
            public string? ThrowAt;
            public Action? Inside;
            void Do(string what) { Log.Add(what); if (what == ThrowAt) throw new Boom(); Inside?.Invoke(); }
            public void ExitA() => Do("exitA");
            public void One() => Do("one");
            public void Two() => Do("two");
            public void EnterB() => Do("enterB");
            public void Send(in Sample.Ping message) => Do("ping");
            public void Start(MTimerToken token, TimeSpan due) => Do("start" + token.Timer);
            public void Stop(MTimerToken token) => Do("stop" + token.Timer);
        }

        """;

    [Fact]
    public void Exit_effects_then_the_step_then_the_observer_then_entry() =>
        Assert.Equal("startT exitA one ping two stopT startU A->B:Go enterB", Behaviour.Run(Table, Actions + """
            sealed partial class M { public List<string>? Log; partial void OnTransition(in Transition transition) => Log!.Add($"{transition.From}->{transition.To}:{transition.Event}"); }
            static class Program { public static IEnumerable<string> Run() { var a = new Actions(); var m = new M(a) { Log = a.Log }; m.Go(); return a.Log; } }
            """));

    [Fact]
    public void An_internal_row_leaves_nothing_and_a_reentry_restarts() =>
        Assert.Equal("startT one / exitA one stopT startT", Behaviour.Run(Table, Actions + """
            static class Program { public static IEnumerable<string> Run() { var a = new Actions(); var m = new M(a); m.Stay(); a.Log.Add("/"); m.Again(); return a.Log; } }
            """));

    [Theory]
    [InlineData("exitA", "A A timer T")]
    [InlineData("one", "A A timer T")]
    [InlineData("two", "A A timer T")]
    [InlineData("stopT", "A A timer T")]
    [InlineData("startU", "B B timer U")]
    [InlineData("enterB", "B B timer U")]
    public void An_exception_leaves_the_state_of_its_place_and_a_usable_machine(string place, string left) =>
        Assert.Equal(left, Behaviour.Run(Table, Actions + $$"""
            static class Program
            {
                public static string Run()
                {
                    var a = new Actions(); var m = new M(a);
                    a.ThrowAt = "{{place}}";
                    try { m.Go(); return "?"; } catch (Boom) { }
                    var left = m.State;
                    a.ThrowAt = null;
                    var timers = string.Join(",", m.Save().ArmedTimers);
                    m.TryStay();
                    return $"{left} {m.State} timer {timers}";
                }
            }
            """));

    [Fact]
    public void A_guard_that_throws_leaves_everything_as_it_was() =>
        Assert.Equal("A B", Behaviour.Run("""
            call Go
            machine M
            initial state A
                Go [ok] -> B
            state B
            """, """
            sealed class Actions : IMActions { public bool Bad = true; public bool Ok() => Bad ? throw new InvalidOperationException() : true; }
            static class Program { public static IEnumerable<string> Run() { var a = new Actions(); var m = new M(a); try { m.Go(); } catch (InvalidOperationException) { } yield return m.State.ToString(); a.Bad = false; yield return m.Go().ToString(); } }
            """));

    [Theory]
    [InlineData("m.Go()")]
    [InlineData("m.TryStay()")]
    [InlineData("m.Elapsed(new MTimerToken(MTimer.T, 1))")]
    public void An_event_inside_an_effect_is_refused_and_the_outer_one_goes_on(string inner) =>
        Assert.Equal("OverlappingEventException B", Behaviour.Run(Table, Actions + $$"""
            static class Program
            {
                public static string Run()
                {
                    var a = new Actions(); var m = new M(a); var seen = "";
                    a.Inside = () => { try { {{inner}}; } catch (OverlappingEventException e) { seen = e.GetType().Name; } };
                    m.Go();
                    return $"{seen} {m.State}";
                }
            }
            """));

    [Fact]
    public void An_event_inside_the_observer_is_refused_also_where_no_row_has_effects() =>
        Assert.Equal("Go in B|B|C", Behaviour.Run("""
            call Go
            machine M
            initial state A
                Go -> B
            state B
                Go -> C
            state C
            """, """
            sealed partial class M { public string Seen = ""; partial void OnTransition(in Transition transition) { try { Go(); } catch (OverlappingEventException e) { Seen = $"{e.Event} in {e.State}"; throw new FormatException(); } } }
            static class Program
            {
                public static string Run()
                {
                    var m = new M();
                    try { m.Go(); } catch (FormatException) { }
                    var left = m.State;
                    try { m.Go(); } catch (FormatException) { }
                    return $"{m.Seen.Replace("in C", "in B")}|{left}|{m.State}";
                }
            }
            """));

    [Fact]
    public void State_inside_an_effect_is_the_state_so_far() =>
        Assert.Equal("A A A A A B B", Behaviour.Run(Table, Actions + """
            static class Program { public static IEnumerable<string> Run() { var a = new Actions(); var m = new M(a); var seen = new List<string>(); a.Inside = () => seen.Add(m.State.ToString()); m.Go(); return seen; } }
            """));
}
