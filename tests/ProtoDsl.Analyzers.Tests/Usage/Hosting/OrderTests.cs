using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoDsl.Analyzers.Tests.Usage.Harness;
using ProtoDsl.Analyzers.Usage;

namespace ProtoDsl.Analyzers.Tests.Usage.Hosting;

/// <summary>The same code gives the same reports, however the host spreads the work.</summary>
public sealed class OrderTests
{
    private const int Runs = 100;

    /// <summary>Types that call one another's methods, machines in fields and parameters, several mistakes a method.</summary>
    private static readonly string s_source = "using Acme;\n" + string.Concat(Enumerable.Range(0, 4).Select(type => $$"""
        class Code{{type}}
        {
            private readonly Conn _kept = new();
            public static void Use(Conn c) { if (c.State == ConnState.Established) c.Send(); else c.Connect(); }
            public void First(bool b) { var c = new Conn(); if (b) c.Listen(); else c.Connect(); c.Connect(); c.Listen(); Code{{(type + 1) % 4}}.Use(c); }
            public void Second(bool b) { var d = new Door(); while (b) { d.Open(); d.Open(); } d.Unlock(); d.TryOpen(); }
            public void Third() { _kept.Send(); _kept.Connect(); _kept.Connect(); System.Action act = () => { var d = new Door(); d.Close(); d.Break(); }; act(); }
            public static Conn Made(Conn c) { Code{{(type + 3) % 4}}.Use(c); c.Receive(new SynAck()); c.Receive(new SynAck()); return c; }
        }

        """));

    [Fact]
    public async Task A_hundred_runs_give_the_same_list()
    {
        var expected = await Reports(concurrent: false);
        Assert.True(expected.Count > 15, $"{expected.Count}");

        // The host takes types in any order, even on one thread; what is said of a method comes in one order.
        for (var run = 0; run < Runs / 10; run++)
        {
            Assert.Equal(ByMethod(expected), ByMethod(await Reports(concurrent: false)));
        }

        var runs = await Task.WhenAll(Enumerable.Range(0, Runs).Select(_ => Task.Run(() => Reports(concurrent: true))));
        foreach (var run in runs)
        {
            Assert.Equal(ByMethod(expected), ByMethod(run));
        }
    }

    private static string[] ByMethod(IReadOnlyList<(int Line, string Report)> reports) =>
        [.. reports.GroupBy(report => report.Line).OrderBy(line => line.Key).SelectMany(line => line.Select(report => report.Report))];

    /// <summary>The reports as they come, each with the line of its method: in <see cref="s_source"/> a method is one line.</summary>
    private static async Task<IReadOnlyList<(int Line, string Report)>> Reports(bool concurrent)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrent, logAnalyzerExecutionTime: false);
        var found = await UsageTest.Compile(s_source).WithAnalyzers([new MachineUsageAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        return [.. found.Select(report => (report.Location.GetLineSpan().StartLinePosition.Line, Describe(report)))];
    }

    private static string Describe(Diagnostic report) =>
        report + " | " + string.Join(", ", report.AdditionalLocations) + " | " + string.Join(", ", report.Properties.OrderBy(pair => pair.Key, StringComparer.Ordinal));
}
