using System.Reflection;
using ProtoDsl.Analyzers.Tests.Generation;
using ProtoDsl.Analyzers.Tests.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Runtime;

/// <summary>Generated machines on a <see cref="TimerDriver{TToken}"/>: synchronized ones, asynchronous or not, and no others.</summary>
public sealed class TimerDriverOfMachinesTests
{
    private const string Table = """
        namespace Acme
        call Open, Close
        timer Retry = 3s
        timer Idle = 10s
        MODIFIERS machine Link
        initial state Closed
            after Idle / gaveUp -> Lost
            Open -> Opening
        state Opening
            after Retry [tries] / again -> Opening
            after Retry [else] -> Lost
            Close -> Closed
        final state Lost
        """;

    private const string Synchronous = """
        using System;
        using System.Collections.Generic;
        using Acme;
        using ProtoDsl;

        internal sealed class Actions : ILinkActions
        {
            internal TimerDriver<LinkTimerToken> Timers { get; }
            internal List<string> Log { get; } = new();
            internal Actions(TimeProvider time) => Timers = new TimerDriver<LinkTimerToken>(time);
            public void GaveUp() => Log.Add("gave up");
            public void Again() => Log.Add("again");
            public bool Tries() => Log.Count < 2;
            public void Start(LinkTimerToken token, TimeSpan due) => Timers.Start(token, due);
            public void Stop(LinkTimerToken token) => Timers.Stop(token);
        }

        internal static class Program
        {
            internal static Func<string> Run(TimeProvider time, bool open)
            {
                var actions = new Actions(time);
                var link = new Link(actions);
                actions.Timers.Attach(link);
                if (open)
                {
                    link.Open();
                }

                return () => link.State + ": " + string.Join(", ", actions.Log);
            }
        }
        """;

    private const string Asynchronous = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Acme;
        using ProtoDsl;

        internal sealed class Actions : ILinkActions
        {
            internal TimerDriver<LinkTimerToken> Timers { get; }
            internal List<string> Log { get; } = new();
            internal Actions(TimeProvider time) => Timers = new TimerDriver<LinkTimerToken>(time);
            public ValueTask GaveUpAsync(CancellationToken cancellationToken) { Log.Add("gave up"); return default; }
            public ValueTask AgainAsync(CancellationToken cancellationToken) { Log.Add("again"); return default; }
            public ValueTask<bool> TriesAsync(CancellationToken cancellationToken) => new(Log.Count < 2);
            public void Start(LinkTimerToken token, TimeSpan due) => Timers.Start(token, due);
            public void Stop(LinkTimerToken token) => Timers.Stop(token);
        }

        internal static class Program
        {
            internal static Func<string> Run(TimeProvider time, bool open)
            {
                var actions = new Actions(time);
                var link = new Link(actions);
                actions.Timers.Attach(link);
                if (open)
                {
                    link.OpenAsync().AsTask().GetAwaiter().GetResult();
                }

                return () => link.State + ": " + string.Join(", ", actions.Log);
            }
        }
        """;

    [Theory]
    [InlineData("synchronized")]
    [InlineData("async synchronized")]
    public void The_driver_runs_the_timers_of_a_synchronized_machine(string modifiers)
    {
        var program = modifiers == "synchronized" ? Synchronous : Asynchronous;
        using var assembly = LoadedAssembly.Load(TestCompilation.Create(Emitted.Source(Table.Replace("MODIFIERS", modifiers, StringComparison.Ordinal), "Link"), program));
        var time = new ManualTimeProvider();
        var opened = Start(assembly, time, open: true);
        var idle = Start(assembly, time, open: false);
        time.Advance(TimeSpan.FromSeconds(8.9));
        Assert.Equal(("Opening: again, again", "Closed: "), (opened(), idle()));

        time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(("Lost: again, again", "Closed: "), (opened(), idle()));

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("Lost: again, again", "Lost: gave up"), (opened(), idle()));
    }

    [Fact]
    public void A_machine_that_is_not_synchronized_cannot_be_attached()
    {
        var compilation = TestCompilation.Create(Emitted.Source(Table.Replace("MODIFIERS", "internal", StringComparison.Ordinal), "Link"), Synchronous);
        Assert.Contains("CS1503", Assert.Single(compilation.Problems()), StringComparison.Ordinal);
    }

    private static Func<string> Start(LoadedAssembly assembly, TimeProvider time, bool open) =>
        (Func<string>)assembly.Assembly.GetType("Program", throwOnError: true)!
            .GetMethod("Run", BindingFlags.NonPublic | BindingFlags.Static)!
            .Invoke(null, [time, open])!;
}
