using ProtoDsl.Package.Tests.Feed;
using ProtoDsl.Testing;

namespace ProtoDsl.Package.Tests.Consumers;

/// <summary>Projects whose sessions have something wrong.</summary>
internal static class Sessions
{
    /// <summary>Where the build of <c>HalfClose</c> writes its log.</summary>
    public const string Log = "log.sarif";

    /// <summary>One side of a conversation. It says one thing too much.</summary>
    private const string Far = """
        protocol Far
        message A, B
        public machine Answerer
        initial state R0
            ?A / !B, !B -> R1
        final state R1
            ignore ?A

        """;

    /// <summary>The other side, and the conversation.</summary>
    private const string Near = """
        protocol Near
        import Far
        message A, B
        call Go
        machine Asker
        initial state L0
            Go / !A -> L1
        state L1
            ?B -> L2
        final state L2
            forbid Go "done"
        session Pair
            left : Asker
            right : Answerer
            over fifo(2)

        """;

    public static IEnumerable<Consumer> All()
    {
        yield return new Consumer("Far").With("Tables/Far.transitions", Far);
        yield return new Consumer("Between") { References = ["Far"], HasPackage = false };
        yield return new Consumer("Near") { References = ["Between"], HasPackage = false }.With("Near.transitions", Near);
        yield return new Consumer("NearUnchecked") { References = ["Far"], Properties = new() { ["ProtoDslVerification"] = "false" } }.With("Near.transitions", Near);
        yield return new Consumer("NearByHand") { Items = "<AdditionalFiles Include=\"../Far/Tables/Far.transitions\" ProtoDslImport=\"true\" />" }
            .With("Near.transitions", Near.Replace("session Pair", "session Pair // protodsl: disable PDSL2103 the second answer is for a log"));
        yield return new Consumer("HalfClose") { Properties = new() { ["ErrorLog"] = $"$(MSBuildProjectDirectory)/{Log},version=2.1", ["NoWarn"] = "PDSL2107" } }
            .With("Tcp.transitions", Without(SampleTables.Text("Tcp"), "    ?DATA                       / deliver                 -> FIN_WAIT_2"));
        yield return new Consumer("SmallBudget")
        {
            Properties = new() { ["ProtoDslVerificationBudget"] = "100", ["WarningsAsErrors"] = "PDSL2111" },
        }.With("Tcp.transitions", SampleTables.Text("Tcp")).With(".globalconfig", "is_global = true\ndotnet_diagnostic.PDSL2111.severity = warning\n");
    }

    private static string Without(string text, string start)
    {
        var at = text.IndexOf("\n" + start, StringComparison.Ordinal);
        return text.Remove(at, text.IndexOf('\n', at + 1) - at);
    }
}
