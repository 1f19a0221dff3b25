using ProtoDsl.Language.Syntax;
using ProtoDsl.Testing;

namespace ProtoDsl.Language.Tests.Syntax.Mutation;

/// <summary>What became of many mutants.</summary>
internal sealed class MutationFigures
{
    private readonly Dictionary<string, string> _originals =
        SampleTables.Names.ToDictionary(name => name, name => SyntaxDump.Of(TransitionFile.Parse(SampleTables.Text(name))));

    public int All { get; private set; }

    /// <summary>With a syntax finding.</summary>
    public int Rejected { get; private set; }

    /// <summary>With exactly one.</summary>
    public int RejectedOnce { get; private set; }

    /// <summary>Without a syntax finding.</summary>
    public int Accepted => All - Rejected;

    /// <summary>Without a syntax finding, and read as if nothing had been done.</summary>
    public int Swallowed { get; private set; }

    /// <summary>Lines of rejected mutants that are not read, the one with the mistake included.</summary>
    public int LostLines { get; private set; }

    /// <summary>Some mutants with more than one syntax finding, or swallowed.</summary>
    public List<string> Worst { get; } = [];

    public double OnceShare => 100.0 * RejectedOnce / Rejected;

    public double LostOnAverage => 1.0 * LostLines / Rejected;

    public static MutationFigures Of(IEnumerable<Mutant> mutants)
    {
        var figures = new MutationFigures();
        foreach (var mutant in mutants)
        {
            figures.Add(mutant);
        }

        return figures;
    }

    public override string ToString() =>
        $"{All} mutants, {Rejected} rejected by syntax, {OnceShare:F2} % of them with exactly one finding, {LostOnAverage:F2} lines lost on average; "
        + $"{Accepted} accepted ({100.0 * Accepted / All:F1} %), {Swallowed} of them read as the original";

    private void Add(Mutant mutant)
    {
        All++;
        var file = TransitionFile.Parse(mutant.Text);
        if (file.Diagnostics.Count > 0)
        {
            Rejected++;
            RejectedOnce += file.Diagnostics.Count == 1 ? 1 : 0;
            LostLines += Lost(file);
        }
        else if (SyntaxDump.Of(file) == _originals[mutant.Sample])
        {
            Swallowed++;
        }
        else
        {
            return;
        }

        if (file.Diagnostics.Count != 1 && Worst.Count < 20)
        {
            Worst.Add($"{mutant.Sample}({mutant.Line}): {mutant.Change}: {string.Join(" / ", file.Diagnostics.Select(diagnostic => diagnostic.Message))}");
        }
    }

    private static int Lost(TransitionFileSyntax file)
    {
        var lost = 0;
        var isClosed = false;
        foreach (var line in file.Lines)
        {
            var isRow = line is TransitionRow or ReasonRow or BoundaryRow or RoleRow or OverRow or NeverRow or ScenarioStatesRow or DeliveryRow or ScenarioEventRow;
            isClosed = line is BrokenLine broken ? isClosed || broken.ClosesSection : isClosed && isRow;
            lost += line is BrokenLine || (isRow && isClosed) ? 1 : 0;
        }

        return lost;
    }
}
