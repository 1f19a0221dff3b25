using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Tests.Usage.Harness;
using ProtoDsl.Testing;

namespace ProtoDsl.Analyzers.Tests.Usage.PDSL3011;

/// <summary>Bodies that take more steps than one body is worth.</summary>
public sealed class Diagnostics
{
    /// <summary>Short to read and long to follow: each <c>finally</c> block is run once for each way into it.</summary>
    private const string Costly =
        "try { d.ToString(); } finally { try { d.ToString(); } finally { try { d.ToString(); } finally { try { d.ToString(); } finally { d.ToString(); } } } }\n";

    private const int TooMany = 1 << 14;

    [Fact]
    public void Are_told_of_once_at_their_name()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var finding = Assert.Single(Analyze("", SmallestThatIsTooLarge()));

        Assert.Equal("PDSL3011", finding.Id);
        Assert.Equal(DiagnosticSeverity.Info, finding.Severity);
        Assert.Equal("Giant", finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan));
        Assert.Equal(
            "'Giant' is not analysed: it is too large, so mistakes in its use of machines may go unnoticed. Split it into smaller methods.",
            finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(watch.Elapsed < HangGuard.Limit, $"{watch.Elapsed}");
    }

    /// <summary>One round over half as much is done within the limit, and the second, which a mistake calls for, is not.</summary>
    [Fact]
    public void Keep_what_was_found_in_whole_rounds() => Assert.Equal(
        ["PDSL3011", "PDSL3001"],
        Analyze("if (b) { new Door().Unlock(); }", SmallestThatIsTooLarge() / 2).Select(finding => finding.Id));

    /// <summary>By doubling, so that half of it is not too large.</summary>
    private static int SmallestThatIsTooLarge()
    {
        for (var times = 16; times <= TooMany; times *= 2)
        {
            if (Analyze("", times).Count > 0)
            {
                return times;
            }
        }

        throw new InvalidOperationException("nothing is too large");
    }

    private static IReadOnlyList<Diagnostic> Analyze(string opening, int times) => UsageTest.Analyze(
        $"using Acme; class Code {{ void Giant(bool b, Door d) {{ {opening}\n{string.Concat(Enumerable.Repeat(Costly, times))} }} }}");
}
