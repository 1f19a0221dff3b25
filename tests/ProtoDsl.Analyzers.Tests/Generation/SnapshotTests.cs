namespace ProtoDsl.Analyzers.Tests.Generation;

/// <summary>Save, text, restore; what does not fit.</summary>
public sealed class SnapshotTests
{
    private const string Table = """
        protocol Sample version 4
        timer T = 1s
        timer Idle = 5min
        call Go
        machine M
        initial state A = 10
            Go / start Idle -> B
        state B = 20
            entry entered
            after T -> A
            timeout Idle -> A
        """;

    private const string Actions = """
        sealed class Actions : IMActions
        {
            public List<string> Log = new();
            public void Entered() => Log.Add("entered");
            public void Start(MTimerToken token, TimeSpan due) => Log.Add($"+{token.Timer}");
            public void Stop(MTimerToken token) => Log.Add($"-{token.Timer}");
        }

        """;

    [Fact]
    public void A_restored_machine_stands_where_the_saved_one_stood_and_only_rearms() =>
        Assert.Equal("4/20/T,Idle B +T +Idle True", Behaviour.Run(Table, Actions + """
            static class Program
            {
                public static string Run()
                {
                    var m = new M(new Actions()); m.Go();
                    var text = m.Save().ToString();
                    var a = new Actions();
                    var again = M.Restore(M.Snapshot.Parse(text), a);
                    return $"{text} {again.State} {string.Join(" ", a.Log)} {again.Save() == m.Save()}";
                }
            }
            """));

    [Theory]
    [InlineData("3/20", "version 3")]
    [InlineData("4/21", "code 21")]
    [InlineData("4/20/Nap", "'Nap'")]
    public void What_does_not_fit_is_named(string text, string named) =>
        Assert.Contains(named, Behaviour.Run(Table, Actions + $$"""
            static class Program { public static string Run() { try { M.Restore(M.Snapshot.Parse("{{text}}"), new Actions()); return "?"; } catch (SnapshotException e) { return e.Message; } } }
            """), StringComparison.Ordinal);

    [Fact]
    public void Text_that_is_no_snapshot_is_refused() =>
        Assert.Equal("False False False False False True True", Behaviour.Run(Table, """
            static class Program { public static IEnumerable<string> Run() => new[] { null, "", "4", "4/x", "4/20/", "4/20", "0/0/T" }.Select(text => M.Snapshot.TryParse(text, out _).ToString()); }
            """));

    [Fact]
    public void Inside_an_event_nothing_can_be_saved() =>
        Assert.Equal("SnapshotException", Behaviour.Run("""
            call Go
            machine M
            initial state A = 1
                Go / go
            """, """
            sealed class Actions : IMActions { public Action Inside = () => { }; public void Go() => Inside(); }
            static class Program { public static string Run() { var a = new Actions(); var m = new M(a); var seen = ""; a.Inside = () => { try { m.Save(); } catch (SnapshotException e) { seen = e.GetType().Name; } }; m.Go(); return seen; } }
            """));

    [Fact]
    public void Snapshots_are_values() =>
        Assert.Equal("True False True", Behaviour.Run(Table, """
            static class Program
            {
                public static IEnumerable<string> Run()
                {
                    var a = new M.Snapshot(4, 20, new[] { "T" });
                    yield return a.Equals(M.Snapshot.Parse("4/20/T")).ToString();
                    yield return (a == M.Snapshot.Parse("4/20")).ToString();
                    yield return (a.GetHashCode() == M.Snapshot.Parse("4/20/T").GetHashCode()).ToString();
                }
            }
            """));
}
