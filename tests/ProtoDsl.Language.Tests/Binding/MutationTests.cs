using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Language.Model;
using ProtoDsl.Language.Tests.Syntax.Mutation;

namespace ProtoDsl.Language.Tests.Binding;

/// <summary>Broken tables by the thousand: reading never throws, positions lie inside the text, and one mistake gives few findings.</summary>
public sealed class MutationTests
{
    [Fact]
    public void One_mistake_gives_few_findings()
    {
        var mutants = Mutant.WithATokenBlanked().Concat(Mutant.WithATokenTwice()).Concat(Mutant.WithNeighboursSwapped());
        int all = 0, found = 0, many = 0;
        var worst = (Count: 0, Text: "");
        foreach (var mutant in mutants)
        {
            var bound = Check(mutant.Text, mutant.Sample);
            var errors = bound.Diagnostics.Count(diagnostic => diagnostic.Rule.DefaultSeverity >= TableSeverity.Warning);
            all++;
            found += errors > 0 ? 1 : 0;
            many += errors > 3 ? 1 : 0;
            worst = errors > worst.Count ? (errors, $"{mutant.Sample}({mutant.Line}): {mutant.Change}: " + string.Join(" / ", bound.Diagnostics.Select(one => one.Message))) : worst;
        }

        Assert.True(all > 5000, $"{all} mutants");
        Assert.True(many * 200 < found, $"{many} of {found} rejected mutants give more than three findings; {worst.Count} at worst: {worst.Text}");
    }

    [Fact]
    public void Cut_tables_are_read()
    {
        foreach (var mutant in Mutant.CutShort())
        {
            Check(mutant.Text, mutant.Sample);
        }
    }

    private static BoundFile Check(string text, string name)
    {
        var bound = TransitionFile.Read(text, name);
        foreach (var diagnostic in bound.Diagnostics)
        {
            Assert.InRange(diagnostic.Span.Start, 0, text.Length);
            Assert.InRange(diagnostic.Span.End, diagnostic.Span.Start, text.Length);
            Assert.All(diagnostic.Fix?.Edits ?? default, edit => Assert.InRange(edit.Span.End, edit.Span.Start, text.Length));
        }

        ModelInvariants.Check(bound, text);
        return bound;
    }
}
