using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Testing;
using ProtoDsl.Verification.Sessions;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Tests.Sessions;

/// <summary>What TCP's design is for, shown by taking it away: the shipped tables with one edit each. The stories are told in
/// <c>docs/tcp-stories.md</c>, which quotes what these tests compare.</summary>
public sealed class TcpStoryTests
{
    private static readonly string s_tcp = SampleTables.Text("Tcp");
    private static readonly string s_lossy = SampleTables.Text("TcpLossy");

    [Fact]
    public void The_pair_as_it_is_has_no_finding_and_the_highest_grade_that_is_true()
    {
        var check = SessionText.Check(s_tcp);

        Assert.DoesNotContain(check.Findings, finding => finding.Rule.DefaultSeverity > TableSeverity.Hidden);
        foreach (var session in check.Sessions)
        {
            Assert.NotNull(session.Verdict);
            foreach (var kind in new[] { ViolationKind.UnspecifiedReception, ViolationKind.Deadlock, ViolationKind.Orphan })
            {
                Assert.Equal(Reach.EveryCapacity, session.Verdict.Grades[kind].Reach);
            }
        }
    }

    [Fact]
    public void The_lossy_pair_as_it_is_has_no_finding() =>
        Assert.DoesNotContain(SessionText.Check(s_lossy).Findings, finding => finding.Rule.DefaultSeverity > TableSeverity.Hidden);

    [Fact]
    public Task Simultaneous_close() => Verifier.Verify(Story(Without(s_tcp, "    ?FIN                        / !ACK(FIN), endOfStream  -> CLOSING")));

    [Fact]
    public Task Half_close() => Verifier.Verify(Story(Without(s_tcp, "    ?DATA                       / deliver                 -> FIN_WAIT_2")));

    [Fact]
    public Task Untyped_ACK() => Verifier.Verify(Story(s_tcp
        .Replace("message ACK(SYN|FIN of)", "message ACK", StringComparison.Ordinal)
        .Replace("ACK(SYN)", "ACK", StringComparison.Ordinal)
        .Replace("ACK(FIN)", "ACK", StringComparison.Ordinal)
        .Replace("    ignore ?ACK | ?SYN_ACK  ", "    ignore ?SYN_ACK  ", StringComparison.Ordinal)));

    [Fact]
    public Task Three_segment_close() => Verifier.Verify(Story(Change(
        s_tcp,
        "    ?FIN                        / !ACK(FIN), endOfStream  -> CLOSE_WAIT",
        "    ?FIN                        / !ACK(FIN), !FIN         -> LAST_ACK")));

    /// <summary>Both ways stay open, so that no state is lost and nothing is stuck: what is lost is the user's right to send.</summary>
    [Fact]
    public Task Three_segment_close_behind_a_guard() => Verifier.Verify(Story(Change(
        s_tcp,
        "    ?FIN                        / !ACK(FIN), endOfStream  -> CLOSE_WAIT",
        "    ?FIN [nothingToSend]        / !ACK(FIN), !FIN         -> LAST_ACK\n    ?FIN [else]                 / !ACK(FIN), endOfStream  -> CLOSE_WAIT")));

    [Fact]
    public Task No_TIME_WAIT() => Verifier.Verify(Story(Change(
        s_lossy,
        "state FIN_WAIT_2\n    ?FIN                  / !ACK(FIN)           -> TIME_WAIT",
        "state FIN_WAIT_2\n    ?FIN                  / !ACK(FIN)           -> CLOSED")));

    /// <summary>What the pages quote is what is said.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/tcp-stories.md")]
    public void Pages_quote_what_is_said(string page)
    {
        var folder = RepositoryPaths.Combine("tests", "ProtoDsl.Verification.Tests", "Sessions");
        var said = string.Join("\n", Directory.EnumerateFiles(folder, nameof(TcpStoryTests) + ".*.verified.txt").Select(File.ReadAllText)).Split('\n');
        var quoted = File.ReadAllLines(RepositoryPaths.Combine(page)).Where(line => line.Contains("warning PDSL", StringComparison.Ordinal) || line.StartsWith("  1. line", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(quoted);
        Assert.All(quoted, line => Assert.Contains(line.Replace("Tcp.transitions(77): ", "77: ", StringComparison.Ordinal), said));
    }

    /// <summary>The table without the line that begins like this.</summary>
    private static string Without(string text, string start)
    {
        var at = text.IndexOf("\n" + start, StringComparison.Ordinal);
        Assert.True(at >= 0, start);
        return text.Remove(at, text.IndexOf('\n', at + 1) - at);
    }

    private static string Change(string text, string from, string to)
    {
        Assert.Contains(from, text, StringComparison.Ordinal);
        return text.Replace(from, to, StringComparison.Ordinal);
    }

    /// <summary>What is said of the table alone, and then each finding about its sessions with its steps and its scenario.</summary>
    private static string Story(string text)
    {
        var file = Tables.Read(text);
        var alone = file.Bound.Diagnostics.Select(one => $"{one.Rule.Id}: {one.Message}")
            .Concat(ProtoDsl.Verification.Tables.TableChecks.Check(file).Where(finding => finding.Rule.DefaultSeverity > TableSeverity.Hidden).Select(finding => SessionText.Line(text, finding)));
        var found = SessionText.Check(text).Findings.Where(finding => finding.Rule.DefaultSeverity > TableSeverity.Hidden)
            .Select(finding => $"{SessionText.Line(text, finding)}\n{SessionText.Steps(text, finding)}\n\n{finding.Scenario}");
        return string.Join("\n", alone.Concat(found));
    }
}
