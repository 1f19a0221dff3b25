using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoDsl.Analyzers.Tests.Usage.Harness;
using ProtoDsl.Analyzers.Usage;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Usage;

public sealed class HostTests
{
    [Fact]
    public void Generated_code_is_not_judged()
    {
        var compilation = UsageTest.Compile("");
        var tree = CSharpSyntaxTree.ParseText("using Acme; class G { void M() { var c = new Conn(); c.Send(); } }", path: "G.g.cs");
        Assert.Empty(UsageTest.Analyze(compilation.AddSyntaxTrees(tree)));
    }

    [Fact]
    public void A_relation_that_cannot_be_read_makes_it_silent()
    {
        const string source = """
            using ProtoDsl.Metadata;
            enum S { A, B }
            [StateMachine(typeof(S), "{0}")]
            class C { [MachineMember(MachineMemberKind.Raise, 0)] public S Go() => S.A; void M() { new C().Go(); } }
            """;
        const string relation = "protodsl 1\\nmachine C P\\nstate A A initial\\nstate B B\\nevent call Go Go\\ncase 0 1 go 0 - -\\n";

        Assert.Equal("PDSL3001", Assert.Single(UsageTest.Analyze(source.Replace("{0}", relation))).Id);
        Assert.Empty(UsageTest.Analyze(source.Replace("{0}", relation.Replace("protodsl 1", "protodsl 2"))));
        Assert.Empty(UsageTest.Analyze(source.Replace("{0}", relation.Replace("case 0 1", "case 0 9"))));
        Assert.Empty(UsageTest.Analyze(source.Replace("{0}", "")));
        Assert.Empty(UsageTest.Analyze(source.Replace("MachineMemberKind.Raise, 0", "MachineMemberKind.Raise, 7").Replace("{0}", relation)));
        Assert.Empty(UsageTest.Analyze(source.Replace("MachineMemberKind.Raise, 0", "(MachineMemberKind)99, 0").Replace("{0}", relation)));
    }

    [Fact]
    public void Findings_come_in_the_same_order_each_time()
    {
        var source = "using Acme; class Code {" + string.Concat(Enumerable.Range(0, 40).Select(index => $"void M{index}(bool b) {{ var c = new Conn(); if (b) c.Listen(); else c.Connect(); c.Connect(); c.Listen(); }}\n")) + "}";
        var first = UsageTest.Analyze(source).Select(diagnostic => diagnostic.ToString()).ToArray();

        Assert.Equal(80, first.Length);
        Assert.Equal(first, UsageTest.Analyze(source).Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void A_cancelled_request_ends_it()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var analysis = UsageTest.Compile("using Acme; class Code { void M() { new Conn().Send(); } }")
            .WithAnalyzers([new MachineUsageAnalyzer()], new AnalyzerOptions([]));

        Assert.ThrowsAny<OperationCanceledException>(() => analysis.GetAnalyzerDiagnosticsAsync(cancellation.Token).GetAwaiter().GetResult());
    }

    [Theory]
    [InlineData("if (b) { d.Open(); d.Close(); }", 3_000)]
    [InlineData("try { d.Open(); d.Close(); } finally { d.ToString(); }", 500)]
    [InlineData("d.Open(); d.Close();", 5_000)]
    [InlineData("d = new Door(); d.Open();", 2_000)]
    [InlineData("while (b) { d.Open(); d.Close(); if (b) break; }", 1_000)]
    public void A_long_method_takes_seconds_at_most(string statement, int times)
    {
        var source = $"using Acme; class Code {{ void M(bool b) {{ var d = new Door();\n{string.Concat(Enumerable.Repeat(statement + "\n", times))} }} }}";
        var compilation = UsageTest.Compile(source);
        _ = compilation.GetDiagnostics();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Empty(UsageTest.Analyze(compilation));
        Assert.True(watch.Elapsed < HangGuard.Limit, $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("try { ", "d.Open(); } finally { d.ToString(); }", 12)]
    [InlineData("try { d.Open(); } finally { ", "}", 12)]
    [InlineData("while (b) { ", "}", 60)]
    [InlineData("if (b) { ", "} else { d.ToString(); }", 60)]
    public void Deep_nesting_neither_hangs_nor_overflows(string opening, string closing, int depth)
    {
        var body = string.Concat(Enumerable.Repeat(opening, depth)) + "d.Break();" + string.Concat(Enumerable.Repeat(closing, depth));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        _ = UsageTest.Analyze($"using Acme; class Code {{ void M(bool b, Door d) {{ {body} }} }}");
        Assert.True(watch.Elapsed < HangGuard.Limit, $"{watch.Elapsed}");
    }

    [Fact]
    public void A_deep_expression_neither_hangs_nor_overflows()
    {
        var chain = "d.State == DoorState.Open" + string.Concat(Enumerable.Repeat(" | d.State == DoorState.Open", 1_500));
        _ = UsageTest.Analyze($"using Acme; class Code {{ void M(Door d) {{ if ({chain}) d.Open(); }} }}");
    }
}
