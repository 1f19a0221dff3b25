using System.Buffers.Binary;
using System.Reflection;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Harness;

namespace ProtoDsl.Analyzers.Tests.Generation;

/// <summary>What an event must not cost. Times are the benchmarks' business.</summary>
public sealed class CostTests
{
    private const string Measure = """
        static class Measure
        {
            public static long Bytes(Action action)
            {
                for (var i = 0; i < 50; i++) action();
                var before = GC.GetAllocatedBytesForCurrentThread();
                for (var i = 0; i < 100; i++) action();
                return GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }

        """;

    [Theory]
    [InlineData("")]
    [InlineData("synchronized ")]
    [InlineData("generic ")]
    public void An_event_allocates_nothing(string flavor) =>
        Assert.Equal("0", Behaviour.Run(Table(flavor), Measure + """
            sealed class Actions : IMActions
            {
                public int Sum;
                public void Deliver(in Sample.Data m) => Sum += m.Payload.Length;
                public bool Fits(in Sample.Data m) => m.Payload.Length > 0;
                public void Send(in Sample.Data m) => Sum += m.Payload.Length;
                public void Start(MTimerToken t, TimeSpan d) { }
                public void Stop(MTimerToken t) { }
            }
            static class Program
            {
                public static long Run()
                {
                    var m = new M(new Actions()); var data = new byte[9];
                    return Measure.Bytes(() =>
                    {
                        m.Send(data); m.Receive(new Sample.Data(data)); m.TryReceive(new Sample.Data(data)); m.TryReceive(new Sample.Data(default));
                        m.TryReceive(new Sample.Late(1)); m.Go(); m.TryGo(); m.Back(); _ = m.CanGo;
                    });
                }
            }
            """));

    [Fact]
    public void An_async_event_whose_actions_have_finished_allocates_nothing() =>
        Assert.Equal("0", Behaviour.Run(Table("async "), Measure + """
            sealed class Actions : IMActions
            {
                public int Sum;
                public ValueTask DeliverAsync(Sample.Data m, CancellationToken t) { Sum += m.Payload.Length; return default; }
                public ValueTask<bool> FitsAsync(Sample.Data m, CancellationToken t) => new ValueTask<bool>(m.Payload.Length > 0);
                public ValueTask SendAsync(Sample.Data m, CancellationToken t) { Sum += m.Payload.Length; return default; }
                public void Start(MTimerToken t, TimeSpan d) { }
                public void Stop(MTimerToken t) { }
            }
            static class Program
            {
                static void Done<T>(ValueTask<T> task) { if (!task.IsCompletedSuccessfully) throw new Exception("pending"); }
                public static long Run()
                {
                    var m = new M(new Actions()); var data = new byte[9];
                    return Measure.Bytes(() =>
                    {
                        Done(m.SendAsync(data)); Done(m.ReceiveAsync(new Sample.Data(data))); Done(m.TryReceiveAsync(new Sample.Data(default)));
                        Done(m.TryReceiveAsync(new Sample.Late(1))); Done(m.GoAsync()); Done(m.TryGoAsync()); Done(m.BackAsync());
                    });
                }
            }
            """, OptimizationLevel.Release));

    [Fact]
    public void An_observer_that_is_not_implemented_leaves_no_trace_in_the_code()
    {
        const string table = "call Go\nmachine M\ninitial state A\n    Go -> B\nstate B\n    Go -> A\n";
        const string observer = "partial class M { partial void OnTransition(in Transition transition) { } }";

        Assert.False(CallsObserver(table, ""));
        Assert.True(CallsObserver(table, observer));
    }

    private static bool CallsObserver(string table, string user)
    {
        using var loaded = LoadedAssembly.Load(TestCompilation.Create(Emitted.Source(table), user));
        const BindingFlags own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var machine = loaded.Assembly.GetType("M")!;
        Span<byte> token = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(token, machine.GetMethod("Observed", own)!.MetadataToken);
        foreach (var method in machine.GetMethods(own))
        {
            if (method.GetMethodBody()?.GetILAsByteArray() is { } code && code.AsSpan().IndexOf(token) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string Table(string flavor) => $"""
        message Data(ReadOnlyMemory<byte> payload), Late(int n)
        timer T = 1s
        call Go, Back, Send(ReadOnlyMemory<byte> data)
        {flavor}machine M
        initial state A
            Send / !Data(data)
            ?Data [fits] / deliver
            Go -> B
            after T -> B
        state B
            Back -> A
            ?Late -> A
        """;
}
