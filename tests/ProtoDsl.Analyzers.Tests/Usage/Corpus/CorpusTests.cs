using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace ProtoDsl.Analyzers.Tests.Usage.Corpus;

/// <summary>Code that is right must give no report. Whose code is right? The base library's is, as to its enumerators; so each of them is made a machine whose
/// table says what every user of an enumerator must keep to.</summary>
public sealed class CorpusTests(Corpus corpus, ITestOutputHelper output) : IClassFixture<Corpus>
{
    [CorpusFact]
    public void There_is_enough_to_judge()
    {
        var (lines, events, methods) = (0, 0, 0);
        foreach (var project in corpus.Projects)
        {
            var sites = CorpusProject.SitesOf(project.With(EnumeratorProtocol.Right, tellsResult: false));
            output.WriteLine($"{project.Assembly}: {project.Lines:N0} lines, {project.Variables} machines, {sites.Events} events in {sites.Methods} methods");
            lines += project.Lines;
            events += sites.Events;
            methods += sites.Methods;
        }

        output.WriteLine($"together: {lines:N0} lines, {events:N0} events in {methods:N0} methods");
        Assert.True(lines > 40_000, $"{lines}");
        Assert.True(events > 800, $"{events}");
        Assert.True(methods > 300, $"{methods}");
    }

    [CorpusFact]
    public void Right_code_gives_no_report() => Assert.Empty(Show(corpus.Find(EnumeratorProtocol.Right, tellsResult: false)));

    [CorpusFact]
    public void Right_code_gives_no_error_when_its_tests_matter() =>
        Assert.DoesNotContain(Show(corpus.Find(EnumeratorProtocol.RightByResult, tellsResult: true)), found => found.Severity == DiagnosticSeverity.Error);

    [CorpusFact]
    public void A_table_that_wants_the_element_first_is_broken_hundreds_of_times() =>
        Assert.True(Show(corpus.Find(EnumeratorProtocol.CurrentComesFirst, tellsResult: false)).Count > 200);

    [CorpusFact]
    public void A_table_that_allows_one_move_is_broken_hundreds_of_times() =>
        Assert.True(Show(corpus.Find(EnumeratorProtocol.MovesOnce, tellsResult: false)).Count > 200);

    private IReadOnlyList<Diagnostic> Show(IReadOnlyList<Diagnostic> findings)
    {
        output.WriteLine(string.Join(", ", findings.GroupBy(found => found.Id).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key}: {group.Count()}")));
        foreach (var found in findings.Take(20))
        {
            output.WriteLine(found.ToString());
        }

        return findings;
    }
}
