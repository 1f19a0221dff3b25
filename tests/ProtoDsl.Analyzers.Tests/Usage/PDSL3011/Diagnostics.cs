using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Usage.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3011;

/// <summary>Bodies that take more steps than one body is worth.</summary>
public sealed class Diagnostics
{
    private const int TooMany = 1 << 14;

    /// <summary>Short to read and long to follow: each <c>finally</c> block is run once for each way into it.</summary>
    private static readonly string s_costly =
        string.Concat(Enumerable.Repeat("try { d.ToString(); } finally { ", 9)) + "d.ToString();" + string.Concat(Enumerable.Repeat(" }", 9)) + "\n";

    [Fact]
    public void Are_told_of_once_at_their_name()
    {
        var times = SmallestThatIsTooLarge();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var finding = Assert.Single(Analyze("", 8 * times));
        Assert.True(watch.Elapsed < HangGuard.Limit, $"{watch.Elapsed}");

        Assert.Equal("PDSL3011", finding.Id);
        Assert.Equal(DiagnosticSeverity.Info, finding.Severity);
        Assert.Equal("Giant", finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan));
        Assert.Equal(
            "'Giant' is not analysed: it is too large, so mistakes in its use of machines may go unnoticed. Split it into smaller methods.",
            finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>One round over half as much is done within the limit, and the second, which a mistake calls for, is not.</summary>
    [Fact]
    public void Keep_what_was_found_in_whole_rounds() => Assert.Equal(
        ["PDSL3011", "PDSL3001"],
        Analyze("if (b) { new Door().Unlock(); }", SmallestThatIsTooLarge() / 2).Select(finding => finding.Id));

    /// <summary>By doubling, so that half of it is not too large.</summary>
    private static int SmallestThatIsTooLarge()
    {
        for (var times = 4; times <= TooMany; times *= 2)
        {
            if (Analyze("", times).Count > 0)
            {
                return times;
            }
        }

        throw new InvalidOperationException("nothing is too large");
    }

    private static IReadOnlyList<Diagnostic> Analyze(string opening, int times) => UsageTest.Analyze(
        $"using Acme; class Code {{ void Giant(bool b, Door d) {{ {opening}\n{string.Concat(Enumerable.Repeat(s_costly, times))} }} }}");
}
