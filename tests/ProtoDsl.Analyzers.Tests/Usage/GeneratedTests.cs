using ProtoDsl.Analyzers.Tests.Generation;
using ProtoDsl.Analyzers.Tests.Usage.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Usage;

/// <summary>Tables all the way: what the emitter writes, the analysis understands.</summary>
public sealed class GeneratedTests
{
    [Fact]
    public void Tcp_says_why_nothing_may_be_sent() => Assert.Equal(
        ["PDSL3001: 'Send' is illegal here: 'tcp' is in FinWait2 (entered by Receive(Ack) at line 10, after Close at line 9): connection closing. Legal in Listen, SynSent, SynRcvd, Established, CloseWait; legal here: Abort, Receive(Fin), Receive(Rst), Receive(Data)."],
        Analyze(
            SampleTables.Text("Tcp"),
            """
            using System;
            using Acme.Net;
            internal static class Program
            {
                public static void Run(ITcpConnectionActions actions)
                {
                    var tcp = new TcpConnection(actions);
                    tcp.Connect(null!); tcp.Receive(new Tcp.SynAck());
                    tcp.Close();
                    tcp.Receive(new Tcp.Ack(Tcp.AckOf.Fin));
                    tcp.Send(default);
                }
            }
            """));

    [Fact]
    public void Every_kind_of_machine_is_understood()
    {
        const string rows = """
            call Go, Back, Dispose
            initial state A = 1
                Go -> B
                Dispose -> A
            state B = 2
                Back / noted -> A
                Dispose -> A
            """;
        foreach (var kind in new[] { "", "async ", "synchronized ", "async synchronized ", "generic ", "async generic " })
        {
            var isAsync = kind.Contains("async");
            var generic = kind.Contains("generic") ? "<Actions>" : "";
            var (use, wait, suffix) = isAsync ? ("await using ", "await ", "Async") : ("using ", "", "");
            var code = $$"""
                using System.Threading; using System.Threading.Tasks;
                internal struct Actions : IMActions { {{(isAsync ? "public ValueTask NotedAsync(CancellationToken cancellationToken) => default;" : "public void Noted() { }")}} }
                internal static class Program
                {
                    public static async Task Run()
                    {
                        {{use}}var m = new M{{generic}}(new Actions());
                        {{wait}}m.Go{{suffix}}();
                        {{wait}}m.Go{{suffix}}();
                        {{wait}}m.Back{{suffix}}();
                        if (m.State == MState.A) {{wait}}m.Back{{suffix}}();
                        var n = M{{generic}}.Restore(m.Save(), new Actions());
                        if (!n.CanGo) {{wait}}n.Go{{suffix}}();
                        if ({{wait}}n.TryGo{{suffix}}()) {{wait}}n.Go{{suffix}}();
                        await Task.Yield();
                    }
                }
                """;
            Assert.Equal(
                ["PDSL3001 9", "PDSL3001 11", "PDSL3001 13", "PDSL3001 14"],
                UsageTest.Analyze(UsageTest.CompileAlone(code, Emitted.Source($"{kind}machine M\n{rows}"))).Select(finding => $"{finding.Id} {finding.Location.GetLineSpan().StartLinePosition.Line + 1}"));
        }
    }

    private static IEnumerable<string> Analyze(string table, string code) =>
        UsageTest.Analyze(UsageTest.CompileAlone(code, Emitted.Source(table)))
            .Select(finding => $"{finding.Id}: {finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
}
