namespace ProtoDsl.Analyzers.Tests.Generation;

/// <summary>Messages kept until the state changes.</summary>
public sealed class DeferTests
{
    private const string Table = """
        protocol Sample version 1
        message A(int n), B(int n)
        call Go, Back, Touch
        machine M
        initial state Wait = 1
            entry waiting
            defer ?A | ?B
            Go -> Work
            Touch -> same
        state Work = 2
            entry working
            ?A / a
            defer ?B
            Back -> Wait
            Go -> Rest
        state Rest = 3
            ?B / b -> Wait
        """;

    private const string Actions = """
        sealed class Actions : IMActions
        {
            public List<string> Log = new();
            public void A(in Sample.A message) => Log.Add(message.ToString());
            public void B(in Sample.B message) => Log.Add(message.ToString());
            public void Waiting() => Log.Add("waiting");
            public void Working() => Log.Add("working");
        }

        """;

    [Fact]
    public void Redelivered_in_order_after_the_entry_effects_and_kept_in_place_where_deferred_again() =>
        Assert.Equal("working A(1) A(3) B(2) waiting | Wait", Behaviour.Run(Table, Actions + """
            static class Program
            {
                public static string Run()
                {
                    var a = new Actions(); var m = new M(a);
                    m.Receive(new Sample.A(1)); m.Receive(new Sample.B(2)); m.Receive(new Sample.A(3)); m.Receive(new Sample.B(4));
                    m.Go();
                    var answered = m.Go(); // B(2) is taken in Rest and leads to Wait, where B(4) is deferred again
                    return string.Join(" ", a.Log) + " | " + answered;
                }
            }
            """));

    [Fact]
    public void A_reentry_of_the_same_state_delivers_nothing() =>
        Assert.Equal("waiting", Behaviour.Run(Table, Actions + """
            static class Program { public static IEnumerable<string> Run() { var a = new Actions(); var m = new M(a); m.Receive(new Sample.A(1)); m.Touch(); return a.Log; } }
            """));

    [Fact]
    public void A_ninth_message_is_unexpected_and_is_not_kept() =>
        Assert.Equal("8 messages are deferred already False 8", Behaviour.Run(Table, Actions + """
            static class Program
            {
                public static string Run()
                {
                    var a = new Actions(); var m = new M(a); var reason = "";
                    for (var i = 0; i < 8; i++) m.Receive(new Sample.A(i));
                    try { m.Receive(new Sample.A(8)); } catch (UnexpectedMessageException e) { reason = e.Reason; }
                    var kept = m.TryReceive(new Sample.A(9));
                    m.Go();
                    return $"{reason} {kept} {a.Log.Count - 1}";
                }
            }
            """));

    [Fact]
    public void A_machine_with_a_deferred_message_cannot_be_saved() =>
        Assert.Equal("SnapshotException saved", Behaviour.Run(Table, Actions + """
            static class Program
            {
                public static string Run()
                {
                    var m = new M(new Actions()); var seen = "";
                    m.Receive(new Sample.A(1));
                    try { m.Save(); } catch (SnapshotException e) { seen = e.GetType().Name; }
                    m.Go();
                    m.Save();
                    return seen + " saved";
                }
            }
            """));

    [Fact]
    public void What_the_new_state_does_not_list_is_unexpected_then_and_gone() =>
        Assert.Equal("UnexpectedMessageException On gone", Behaviour.Run("""
            message A
            call Go
            machine M
            initial state Off
                defer ?A
                Go -> On
            state On
                Go -> Off
            """, """
            static class Program
            {
                public static string Run()
                {
                    var m = new M(); var seen = "";
                    m.Receive(new Sample.A());
                    try { m.Go(); } catch (UnexpectedMessageException e) { seen = $"{e.GetType().Name} {m.State}"; }
                    m.Go(); m.Go();
                    return seen + " gone";
                }
            }
            """));
}
