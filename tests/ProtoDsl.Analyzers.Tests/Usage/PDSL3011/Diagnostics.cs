using ProtoDsl.Analyzers.Tests.Usage.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3011;

/// <summary>Bodies that take more steps than one body is worth.</summary>
public sealed class Diagnostics
{
    /// <summary>So many that one round over them is within the limit, and a second is not.</summary>
    private const int HalfOfAll = 60_000;

    [Fact]
    public void Are_told_of_once_at_their_name()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var finding = Assert.Single(UsageTest.Analyze(Giant("", 2 * HalfOfAll)));

        Assert.Equal("PDSL3011", finding.Id);
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, finding.Severity);
        Assert.Equal("Giant", finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan));
        Assert.Equal(
            "'Giant' is not analysed: it is too large, so mistakes in its use of machines may go unnoticed. Split it into smaller methods.",
            finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(watch.Elapsed < HangGuard.Limit, $"{watch.Elapsed}");
    }

    [Fact]
    public void Keep_what_was_found_in_whole_rounds() => Assert.Equal(
        ["PDSL3011", "PDSL3001"],
        UsageTest.Analyze(Giant("if (b) { new Door().Unlock(); }", HalfOfAll)).Select(finding => finding.Id));

    [Fact]
    public void Say_nothing_where_they_are_done() => Assert.Empty(UsageTest.Analyze(Giant("", HalfOfAll)));

    private static string Giant(string opening, int pairs) =>
        $"using Acme; class Code {{ void Giant(bool b) {{ {opening} var d = new Door();\n{string.Concat(Enumerable.Repeat("d.Open(); d.Close();\n", pairs))} }} }}";
}
