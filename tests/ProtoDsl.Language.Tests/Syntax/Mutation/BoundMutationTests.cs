using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Testing;
using Xunit.Abstractions;

namespace ProtoDsl.Language.Tests.Syntax.Mutation;

/// <summary>Mutants read to their meaning: how many go unnoticed by syntax and binding together.</summary>
public sealed class BoundMutationTests(ITestOutputHelper output)
{
    private readonly Dictionary<string, List<string>> _originals = SampleTables.Names.ToDictionary(name => name, name => Findings(name, SampleTables.Text(name)));

    [Fact]
    public void Few_blanked_tokens_are_silent() => Measure(Mutant.WithATokenBlanked(), 1.5);

    [Fact]
    public void Few_tokens_written_twice_are_silent() => Measure(Mutant.WithATokenTwice(), 0);

    // What is left may well be a whole table; where it is not, one line is broken at most.
    [Fact]
    public void A_table_cut_at_any_character_has_at_most_one_syntax_finding()
    {
        var cuts = 0;
        foreach (var mutant in Mutant.CutShort())
        {
            cuts++;
            var findings = TransitionFile.Read(mutant.Text, mutant.Sample).Diagnostics;
            Assert.True(findings.Count(IsSyntax) <= 1, $"{mutant.Sample}, {mutant.Change}");
            Assert.All(findings, finding => Assert.InRange(finding.Span.End, finding.Span.Start, mutant.Text.Length));
        }

        output.WriteLine($"{cuts} cuts");
    }

    private void Measure(IEnumerable<Mutant> mutants, double mostSilent)
    {
        int all = 0, rejected = 0, once = 0, findings = 0;
        var silent = new List<string>();
        foreach (var mutant in mutants)
        {
            all++;
            var found = TransitionFile.Read(mutant.Text, mutant.Sample).Diagnostics;
            var syntax = found.Count(IsSyntax);
            rejected += syntax > 0 ? 1 : 0;
            once += syntax == 1 ? 1 : 0;
            findings += found.Count;
            if (found.Select(diagnostic => diagnostic.Message).SequenceEqual(_originals[mutant.Sample]))
            {
                silent.Add($"{mutant.Sample}({mutant.Line}): {mutant.Change}");
            }
        }

        var figures = $"{all} mutants: {100.0 * rejected / all:F1} % rejected by syntax, {100.0 * once / rejected:F2} % of those with one syntax finding; "
            + $"{1.0 * findings / all:F2} findings of any kind on average; {100.0 * silent.Count / all:F2} % silent";
        output.WriteLine(figures);
        Assert.True(100.0 * silent.Count / all <= mostSilent, $"{figures}\n{string.Join("\n", silent)}");
        Assert.True(100.0 * once / rejected >= 99.5, figures);
    }

    private static bool IsSyntax(TableDiagnostic diagnostic) => diagnostic.Rule.Id.StartsWith("PDSL0", StringComparison.Ordinal);

    private static List<string> Findings(string name, string text) => TransitionFile.Read(text, name).Diagnostics.Select(diagnostic => diagnostic.Message).ToList();
}
