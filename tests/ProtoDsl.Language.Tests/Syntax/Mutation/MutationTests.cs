using ProtoDsl.Language.Syntax;
using Xunit.Abstractions;

namespace ProtoDsl.Language.Tests.Syntax.Mutation;

/// <summary>Recovery, measured: mistakes made in every place of every sample.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    [Fact]
    public void A_blanked_token_gives_one_finding_and_none_is_swallowed()
    {
        var figures = Measure(Mutant.WithATokenBlanked());
        Assert.True(figures.OnceShare >= 99.5, Explain(figures));
        Assert.True(figures.LostOnAverage <= 1.1, Explain(figures));
        Assert.True(figures.Swallowed == 0, Explain(figures));
    }

    [Fact]
    public void A_token_written_twice_gives_one_finding()
    {
        var figures = Measure(Mutant.WithATokenTwice());
        Assert.True(figures.OnceShare >= 99.5, Explain(figures));
        Assert.True(figures.Accepted == 0, Explain(figures));
    }

    [Fact]
    public void Swapped_neighbours_give_one_finding()
    {
        var figures = Measure(Mutant.WithNeighboursSwapped());
        Assert.True(figures.OnceShare >= 99.5, Explain(figures));
    }

    [Fact]
    public void Every_span_of_a_mutant_lies_in_its_text()
    {
        foreach (var mutant in Mutant.WithATokenBlanked().Concat(Mutant.WithNeighboursSwapped()))
        {
            AssertSpansAreInside(TransitionFile.Parse(mutant.Text), mutant.Text);
        }
    }

    private static void AssertSpansAreInside(TransitionFileSyntax file, string text)
    {
        foreach (var span in file.Diagnostics.Select(diagnostic => diagnostic.Span).Concat(file.Lines.Select(line => line.Span)))
        {
            Assert.InRange(span.Start, 0, text.Length);
            Assert.InRange(span.End, span.Start, text.Length);
        }
    }

    private MutationFigures Measure(IEnumerable<Mutant> mutants)
    {
        var figures = MutationFigures.Of(mutants);
        output.WriteLine(figures.ToString());
        return figures;
    }

    private static string Explain(MutationFigures figures) => $"{figures}\n{string.Join("\n", figures.Worst)}";
}
