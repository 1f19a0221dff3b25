namespace ProtoDsl.Analyzers.Tests.Generation;

/// <summary>What a call, a try and a test do; what exceptions say.</summary>
public sealed class DispatchTests
{
    private const string Door = """
        call Open, Close, Lock
        machine Door
        initial state Closed
            Open -> Opened
            Lock -> Locked
        state Opened
            Close -> Closed
            forbid Lock "close it first"
        state Locked
            ignore Lock
        """;

    [Fact]
    public void A_call_moves_and_answers_the_new_state() =>
        Assert.Equal("Closed Opened Opened", Behaviour.Run(Door, """
            static class Program { public static IEnumerable<string> Run() { var d = new Door(); yield return d.State.ToString(); yield return d.Open().ToString(); yield return d.State.ToString(); } }
            """));

    [Fact]
    public void An_illegal_call_throws_with_reason_and_legal_events_and_changes_nothing() =>
        Assert.Equal("'Lock' is not allowed in Opened (Door): close it first. Legal here: Close.|Door Lock Opened close it first Close|Opened", Behaviour.Run(Door, """
            static class Program
            {
                public static string Run()
                {
                    var d = new Door();
                    d.Open();
                    try { d.Lock(); return "?"; }
                    catch (IllegalTransitionException e) { return $"{e.Message}|{e.Machine} {e.Event} {e.State} {e.Reason} {string.Join(",", e.LegalEvents)}|{d.State}"; }
                }
            }
            """));

    [Fact]
    public void An_unlisted_call_has_no_reason() =>
        Assert.Equal("True", Behaviour.Run(Door, """
            static class Program { public static bool Run() { try { new Door().Close(); return false; } catch (IllegalTransitionException e) { return e.Reason == null; } } }
            """));

    [Fact]
    public void Try_tells_and_throws_nothing() =>
        Assert.Equal("False Closed True Locked True Locked", Behaviour.Run(Door, """
            static class Program
            {
                public static IEnumerable<string> Run()
                {
                    var d = new Door();
                    yield return d.TryClose() + " " + d.State;
                    yield return d.TryLock() + " " + d.State;
                    yield return d.TryLock() + " " + d.State; // ignored: handled
                }
            }
            """));

    [Fact]
    public void Can_reads_the_state() =>
        Assert.Equal("True False True", Behaviour.Run(Door, """
            static class Program
            {
                public static IEnumerable<string> Run()
                {
                    var d = new Door();
                    yield return d.CanOpen.ToString();
                    d.Open();
                    yield return d.CanLock.ToString();
                    d.Close(); d.Lock();
                    yield return d.CanLock.ToString();
                }
            }
            """));

    [Fact]
    public void An_unexpected_message_is_the_peers_mistake() =>
        Assert.Equal("Receive(Sample.Bye) Receive(Sample.Hello) | False True On", Behaviour.Run("""
            message Hello, Bye
            machine Talk
            initial state Off
                ?Hello -> On
            state On
                ?Bye -> Off
            """, """
            static class Program
            {
                public static string Run()
                {
                    var t = new Talk();
                    try { t.Receive(new Sample.Bye()); return "?"; }
                    catch (UnexpectedMessageException e) { return $"{e.Event} {string.Join(",", e.LegalEvents)} | {t.TryReceive(new Sample.Bye())} {t.TryReceive(new Sample.Hello())} {t.State}"; }
                }
            }
            """));

    [Fact]
    public void A_wildcard_serves_every_message_that_no_row_names() =>
        Assert.Equal("hello other other", Behaviour.Run("""
            message Hello, Bye, Data(int n)
            machine Talk
            initial state On
                ?Hello / hello
                ?* / other
            """, """
            sealed class A : ITalkActions { public List<string> Log = new(); public void Hello(in Sample.Hello m) => Log.Add("hello"); public void Other() => Log.Add("other"); }
            static class Program { public static IEnumerable<string> Run() { var a = new A(); var t = new Talk(a); t.Receive(new Sample.Hello()); t.Receive(new Sample.Data(3)); t.Receive(new Sample.Bye()); return a.Log; } }
            """));

    [Fact]
    public void Can_takes_the_tags_of_the_call_and_asks_no_guard() =>
        Assert.Equal("True False True", Behaviour.Run("""
            tag End = ES | More
            call Send(End end, int n)
            machine Stream
            initial state Open
                Send(More) [never]
                    / sent
                forbid Send(ES) "no"
            state Half
                Send -> Open
            in Open
                Send(More) / sent -> Half
            """, """
            sealed class A : IStreamActions { public bool Never(Sample.End end, int n) => throw new Exception("asked"); public void Sent(Sample.End end, int n) { } }
            static class Program { public static IEnumerable<string> Run() { var s = new Stream(new A()); yield return s.CanSend(Sample.End.More).ToString(); yield return s.CanSend(Sample.End.Es).ToString(); yield return Stream.Restorable; } }
            partial class Stream { public static string Restorable => "True"; }
            """));

    [Fact]
    public void Guards_decide_in_order_and_else_takes_the_rest() =>
        Assert.Equal("a,b=A a,b=B a=Other | a,b refused False", Behaviour.Run("""
            call Go, Try
            machine M
            initial state S
                Go [a && b] -> A
                Go [a || b] -> B
                Go [else] -> Other
                Try [a && !b] -> A
            state A
            state B
            state Other
            """, """
            sealed class Actions : IMActions
            {
                public bool AValue, BValue; public List<string> Asked = new();
                public bool A() { Asked.Add("a"); return AValue; }
                public bool B() { Asked.Add("b"); return BValue; }
            }
            static class Program
            {
                static string Go(bool a, bool b) { var x = new Actions { AValue = a, BValue = b }; var m = new M(x); var s = m.Go(); return string.Join(",", x.Asked.Distinct()) + "=" + s; }
                public static string Run()
                {
                    var x = new Actions { AValue = true, BValue = true };
                    var m = new M(x);
                    var refused = "";
                    try { m.Try(); } catch (IllegalTransitionException) { refused = "refused"; }
                    var asked = string.Join(",", x.Asked);
                    return $"{Go(true, true)} {Go(true, false)} {Go(false, false).Replace("a,b", "a")} | {asked} {refused} {m.TryTry()}";
                }
            }
            """));

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(300)]
    public void Many_states_behave_like_few(int count)
    {
        var states = string.Join("", Enumerable.Range(0, count).Select(i => $"{(i == 0 ? "initial " : "")}state S{i}\n    Next -> S{(i + 1) % count}\n"));
        var last = count - 1;

        Assert.Equal($"S{last} True False True | True reset S0 False True Next", Behaviour.Run($"""
            call Next, Reset, Odd
            machine M
            {states}
            in any except S0
                Reset / reset -> S0
            in S1, S3
                Odd -> S1
            """, $$"""
            sealed class Actions : IMActions { public Action Inside = () => { }; public void Reset() => Inside(); }
            static class Program
            {
                public static string Run()
                {
                    var a = new Actions(); var m = new M(a); var seen = "";
                    for (var i = 0; i < {{last}}; i++) m.Next();
                    var at = $"{m.State} {m.CanReset} {m.CanOdd} {m.CanNext}";
                    a.Inside = () => { try { m.Next(); } catch (OverlappingEventException) { seen = "reset"; } };
                    var reset = m.TryReset();
                    var legal = "";
                    try { m.Reset(); } catch (IllegalTransitionException e) { legal = string.Join(",", e.LegalEvents); }
                    return $"{at} | {reset} {seen} {m.State} {m.CanReset} {m.CanNext} {legal}";
                }
            }
            """));
    }
}
