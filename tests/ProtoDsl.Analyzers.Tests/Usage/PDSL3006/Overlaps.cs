using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Usage.Harness;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3006;

/// <summary>A machine is used while the task of an event that was raised before is not awaited.</summary>
public sealed class Overlaps
{
    public static TheoryData<string> Members { get; } = new(
    [
        "async Task M(AsyncDoor d) { var t = d.OpenAsync(); await /*!PDSL3006*/d.CloseAsync(); await t; }",
        "async Task M(AsyncDoor d) { _ = d.OpenAsync(); await /*!PDSL3006*/d.CloseAsync(); }",
        "void M(AsyncDoor d) { _ = d.OpenAsync(); Console.WriteLine(/*!PDSL3006*/d.State); }",
        "void M(AsyncDoor d) { _ = d.OpenAsync(); if (/*!PDSL3006*/d.CanClose) return; }",
        "async Task M(AsyncDoor d) { var t = d.TryOpenAsync(); if (await /*!PDSL3006*/d.TryCloseAsync()) await t; }",
        "async Task M(AsyncDoor d) { var t = d.OpenAsync(); await /*!PDSL3006*/d.ReceiveAsync(new Push()); await t; }",
        "void M(AsyncDoor d) { _ = d.OpenAsync(); /*!PDSL3006*/d.Elapsed(1); }",
        "void M(AsyncDoor d) { _ = d.OpenAsync(); if (d is /*!PDSL3006*/{ State: AsyncDoorState.Open }) return; }",
        "async Task M(AsyncDoor d) { await Task.WhenAll(d.OpenAsync().AsTask(), /*!PDSL3006*/d.CloseAsync().AsTask()); }",
        "async Task M(AsyncDoor d) { var all = new[] { d.OpenAsync().AsTask(), /*!PDSL3006*/d.CloseAsync().AsTask() }; await Task.WhenAll(all); }",
        "async Task M(AsyncDoor d) { Task[] all = [d.OpenAsync().AsTask(), /*!PDSL3006*/d.CloseAsync().AsTask()]; await Task.WhenAll(all); }",
        "void M(AsyncDoor d) { Take(d.OpenAsync(), /*!PDSL3006*/d.CloseAsync()); } void Take(ValueTask<AsyncDoorState> a, ValueTask<AsyncDoorState> b) { }",
        "async Task M() { var d = new AsyncDoor(); var t = d.OpenAsync(); var e = d; await /*!PDSL3006*/e.CloseAsync(); await t; }",
        "async Task M(AsyncDoor d, bool b) { ValueTask<AsyncDoorState> t; t = d.OpenAsync(); if (b) await /*!PDSL3006*/d.CloseAsync(); await t; }",
        "async Task M(AsyncDoor d, bool b) { var t = d.OpenAsync(); Console.WriteLine(b); while (b) Console.WriteLine(/*!PDSL3006*/d.State); await t; }",
        "async Task M(AsyncDoor d) { Task t = d.OpenAsync().AsTask(); await /*!PDSL3006*/d.CloseAsync(); await t; }",
        "async Task M(AsyncDoor d) { var t = d.OpenAsync(); await Task.Delay(1); await /*!PDSL3006*/d.CloseAsync(); await t; }",
        "async Task M(AsyncDoor d) { var t = d.OpenAsync(); t = /*!PDSL3006*/d.CloseAsync(); await t; }",
        "async Task M(AsyncDoor d) { for (var i = 0; i < 3; i++) { var t = d.OpenAsync(); await /*!PDSL3006*/d.CloseAsync(); await t; } }",
        "void M(AsyncDoor d) { Func<Task> f = async () => { _ = d.OpenAsync(); await Task.Yield(); }; Func<Task> g = async () => { await Task.Yield(); }; } async Task N(AsyncDoor d) { async Task Local(AsyncDoor e) { _ = e.OpenAsync(); await /*!PDSL3006*/e.CloseAsync(); } await Local(d); }",
    ]);

    [Theory]
    [MemberData(nameof(Members))]
    public void Are_found_where_they_are_certain(string members) => UsageTest.Verify(members);

    [Theory]
    [InlineData("async Task M(AsyncDoor d) { d.OpenAsync(); await d.CloseAsync(); }", 1)]
    [InlineData("async Task M(AsyncDoor d) { _ = d.OpenAsync(); _ = d.CloseAsync(); await d.OpenAsync(); }", 1)]
    [InlineData("async Task M(AsyncDoor d) { await Task.WhenAll(d.OpenAsync().AsTask(), d.CloseAsync().AsTask(), d.OpenAsync().AsTask()); await d.CloseAsync(); }", 1)]
    [InlineData("void M(AsyncDoor d) { _ = d.OpenAsync(); _ = d.State; _ = d.CanOpen; }", 1)]
    public void Are_one_finding_for_one_mistake(string members, int count) =>
        Assert.Equal(Enumerable.Repeat("PDSL3006", count), UsageTest.Analyze("using System.Threading.Tasks; using Acme; class C {" + members + "}").Select(finding => finding.Id));

    [Fact]
    public void Their_message_names_both()
    {
        var finding = UsageTest.Single("async Task M(AsyncDoor d) {\nvar t = d.OpenAsync();\nawait d.CloseAsync();\nawait t; }");

        Assert.Equal(
            "'CloseAsync' comes while 'OpenAsync' of line 4 is not awaited: until its task is done, AsyncDoor is in no certain state and every other event throws. Await it first.",
            finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(DiagnosticSeverity.Warning, finding.Severity);
        Assert.Equal(3, Assert.Single(finding.AdditionalLocations).GetLineSpan().StartLinePosition.Line);
    }
}

/// <summary>Tasks that somebody may have seen to.</summary>
public sealed class NoOverlaps
{
    [Theory]
    [InlineData("async Task M(AsyncDoor d) { var t = d.OpenAsync(); await t; await d.CloseAsync(); }")]
    [InlineData("async Task M(AsyncDoor d) { var t = d.OpenAsync(); await t.ConfigureAwait(false); Console.WriteLine(d.State); }")]
    [InlineData("async Task M(AsyncDoor d, bool b) { var t = d.OpenAsync(); if (b) await t; await d.CloseAsync(); }")]
    [InlineData("async Task M(AsyncDoor d, bool b) { var t = b ? d.OpenAsync() : default; await t; await d.CloseAsync(); }")]
    [InlineData("async Task M(AsyncDoor d, bool b) { if (b) _ = d.OpenAsync(); await d.CloseAsync(); }")]
    [InlineData("async Task M(AsyncDoor d, bool b) { var t = d.OpenAsync(); if (b) t = default; t.AsTask().Wait(); await d.CloseAsync(); }")]
    [InlineData("async Task M(AsyncDoor d, bool b) { do { await d.CloseAsync(); _ = d.OpenAsync(); } while (b); }")]
    [InlineData("async Task M(AsyncDoor d) { var t = d.OpenAsync(); var u = t; await u; await d.CloseAsync(); }")]
    [InlineData("async Task M(AsyncDoor d) { var t = d.OpenAsync().AsTask(); await Task.WhenAll(t); await d.CloseAsync(); }")]
    [InlineData("async Task M(AsyncDoor d) { await Task.WhenAll(d.OpenAsync().AsTask()); await d.CloseAsync(); }")]
    [InlineData("async Task M(AsyncDoor d, AsyncDoor e) { await Task.WhenAll(d.OpenAsync().AsTask(), e.OpenAsync().AsTask()); }")]
    [InlineData("void M(AsyncDoor d) { d.OpenAsync().AsTask().Wait(); d.CloseAsync().GetAwaiter().GetResult(); _ = d.OpenAsync().Result; _ = d.State; }")]
    [InlineData("void M(AsyncDoor d) { var t = d.OpenAsync(); if (!t.IsCompleted) return; Console.WriteLine(d.State); }")]
    [InlineData("async Task M(AsyncDoor d, List<Task> all) { all.Add(d.OpenAsync().AsTask()); await Task.WhenAll(all); await d.CloseAsync(); }")]
    [InlineData("Task? _t; async Task M(AsyncDoor d) { _t = d.OpenAsync().AsTask(); await _t; await d.CloseAsync(); }")]
    [InlineData("async Task M(AsyncDoor d) { var t = d.OpenAsync(); Func<Task> f = async () => await t; await f(); await d.CloseAsync(); }")]
    [InlineData("async Task M(AsyncDoor d) { await See(d.OpenAsync()); await d.CloseAsync(); } static async Task See(ValueTask<AsyncDoorState> t) => await t;")]
    [InlineData("ValueTask<AsyncDoorState> M(AsyncDoor d) { try { return d.OpenAsync(); } finally { Console.WriteLine(d.State); } }")]
    [InlineData("async Task M(AsyncDoor d) { _ = d.OpenAsync(); await Task.Delay(10); Console.WriteLine(d.State); }")]
    [InlineData("async Task M(AsyncDoor d) { _ = d.OpenAsync(); d.AssumeState(AsyncDoorState.Open); await d.CloseAsync(); }")]
    [InlineData("async Task M() { var d = new AsyncDoor(); _ = d.OpenAsync(); d = new AsyncDoor(); await d.OpenAsync(); }")]
    [InlineData("async Task M(AsyncDoor d) { var t = d.OpenAsync(); d = new AsyncDoor(); await d.OpenAsync(); await t; }")]
    [InlineData("async Task M(AsyncDoor d, Action<AsyncDoor> f) { var t = d.OpenAsync(); f(d); await t; await d.CloseAsync(); }")]
    [InlineData("async Task M(AsyncDoor d, ValueTask<AsyncDoorState>[] all) { all[0] = d.OpenAsync(); await all[0]; await d.CloseAsync(); }")]
    [InlineData("async Task M(AsyncDoor d) { var (t, n) = (d.OpenAsync(), 1); await t; await d.CloseAsync(); }")]
    [InlineData("void M(AsyncDoor d) { _ = d.OpenAsync(); Console.WriteLine(d); }")]
    public void Say_nothing(string members) => UsageTest.Verify(members);

    [Fact]
    public void Where_a_synchronized_machine_waits_by_itself() => UsageTest.VerifyAlone(
        """
        call Go, Back
        async synchronized machine M
        initial state A
            Go / done -> B
        state B
            Back / done -> A
        """,
        "class C { async System.Threading.Tasks.Task Run(M m) { var t = m.GoAsync(); await m.BackAsync(); await t; _ = m.GoAsync(); _ = m.State; } }");
}
