using ProtoDsl.Analyzers.Generation.Emission;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Language;

namespace ProtoDsl.Analyzers.Tests.Generation;

/// <summary><c>AssumeState</c>: the same in every flavor.</summary>
public sealed class AssumptionTests
{
    private static string Table(string flavor) => $"""
        call Go
        {flavor} machine M
        initial state A
            Go -> B
        state B
            Go -> C
        state C
            Go -> A
        """;

    [Theory]
    [InlineData("")]
    [InlineData("synchronized")]
    [InlineData("async")]
    [InlineData("async synchronized")]
    public void An_assumption_that_holds_gives_the_machine_back_and_changes_nothing(string flavor)
    {
        var go = flavor.StartsWith("async", StringComparison.Ordinal) ? "await m.AssumeState(MState.C, MState.B, MState.A).GoAsync()" : "m.AssumeState(MState.C, MState.B, MState.A).Go()";
        Assert.Equal("True A B", Behaviour.Run(Table(flavor), $$"""
            static class Program
            {
                public static async Task<string> Run()
                {
                    await Task.Yield();
                    var m = new M();
                    return $"{ReferenceEquals(m, m.AssumeState(MState.A))} {m.State} {{{go}}}";
                }
            }
            """));
    }

    [Fact]
    public void A_generic_machine_gives_back_its_own_type() =>
        Assert.Equal("B 1", Behaviour.Run("call Go\ngeneric machine M\ninitial state A\n    Go / count -> B\nstate B\n    Go -> A\n", """
            struct Counter : IMActions { public int Count; void IMActions.Count() => Count++; }
            static class Program { public static string Run() { var m = new M<Counter>(default); return $"{m.AssumeState(MState.A).Go()} {m.AssumeState(MState.B).Actions.Count}"; } }
            """));

    [Theory]
    [InlineData("MState.B", "M is in A, but the program assumes that it is in B: what leads here does not always do what AssumeState says. [A/B]")]
    [InlineData("MState.B, MState.C", "M is in A, but the program assumes that it is in B or C: what leads here does not always do what AssumeState says. [A/B,C]")]
    public void One_that_does_not_hold_says_where_the_machine_is(string states, string expected) =>
        Assert.Equal(expected, Behaviour.Run(Table(""), $$"""
            static class Program
            {
                public static string Run()
                {
                    var m = new M();
                    try { m.AssumeState({{states}}); return "?"; }
                    catch (StateAssumptionException e) { return $"{e.Message} [{m.State}/{string.Join(",", e.AssumedStates)}]"; }
                }
            }
            """));

    [Fact]
    public void Inside_an_effect_it_sees_the_state_so_far() =>
        Assert.Equal("A B", Behaviour.Run("call Go\nmachine M\ninitial state A\n    Go / before -> B\nstate B\n    entry after\n    Go -> A\n", """
            sealed class Actions : IMActions
            {
                public M? Machine; public List<string> Seen = new();
                public void Before() => Seen.Add(Machine!.AssumeState(MState.A).State.ToString());
                public void After() => Seen.Add(Machine!.AssumeState(MState.B).State.ToString());
            }
            static class Program { public static IEnumerable<string> Run() { var a = new Actions(); a.Machine = new M(a); a.Machine.Go(); return a.Seen; } }
            """));

    [Fact]
    public void It_needs_at_least_one_state() =>
        Assert.Contains("CS7036", Assert.Throws<Xunit.Sdk.TrueException>(() => Behaviour.Run(Table(""), "static class Program { public static object Run() => new M().AssumeState(); }")).Message, StringComparison.Ordinal);

    [Fact]
    public void One_state_allocates_nothing() =>
        Assert.Equal("0", Behaviour.Run(Table(""), """
            static class Program
            {
                public static long Run()
                {
                    var m = new M();
                    for (var i = 0; i < 50; i++) m.AssumeState(MState.A);
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    for (var i = 0; i < 100; i++) m.AssumeState(MState.A);
                    return GC.GetAllocatedBytesForCurrentThread() - before;
                }
            }
            """));

    [Theory]
    [InlineData("call AssumeState\nmachine M\ninitial final state A\n    AssumeState -> A\n", 1)]
    [InlineData("message AssumeState\nmachine Sample\ninitial final state A\n    ?AssumeState -> A\n", 1)]
    [InlineData("call AssumeState\nasync machine M\ninitial final state A\n    AssumeState -> A\n", 0)]
    public void Its_name_is_taken(string table, int count)
    {
        var file = TransitionFile.Read(table, "Sample");
        Assert.Equal(Enumerable.Repeat("PDSL1071", count), file.Diagnostics.Select(diagnostic => diagnostic.Rule.Id));

        // What is wrong is renamed, so that the rest still compiles.
        Assert.Empty(TestCompilation.Create(ProtocolEmitter.Emit(file.Protocol, CancellationToken.None)).Problems());
    }
}
