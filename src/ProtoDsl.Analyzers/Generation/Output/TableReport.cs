using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Generation.Input;
using ProtoDsl.Analyzers.Generation.Planning;
using ProtoDsl.Analyzers.Setup;
using ProtoDsl.Analyzers.Tables;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Analyzers.Generation.Output;

/// <summary>What the generator itself says about a table: rules that are errors by nature, because analyzers can be switched off
/// (<c>RunAnalyzers=false</c>) and a table that is not understood must not compile. The rest is <see cref="TableAnalyzer"/>'s.</summary>
/// <param name="RelativePath">The path from the project's folder.</param>
/// <param name="Failure">A defect of ours while reading; null where there is none.</param>
/// <param name="Errors">The generator's findings.</param>
/// <param name="Clash">A class that another table generates already; null for none.</param>
internal sealed record TableReport(
    string RelativePath,
    InternalFailure? Failure,
    EquatableArray<TableFinding> Errors,
    ClashReport? Clash)
{
    /// <summary>Collects what there is to say.</summary>
    public static TableReport Of(PlacedTable placed)
    {
        var (table, _, failure) = placed.Reading;
        return new TableReport(
            table.RelativePath,
            failure,
            TableFinding.Of(placed.Reading).Where(finding => finding.IsGenerators).ToEquatableArray(),
            ClashReport.Of(placed));
    }

    /// <summary>Says it.</summary>
    public void ReportTo(SourceProductionContext output)
    {
        Failure?.ReportTo(output);
        if (Clash is not null)
        {
            output.ReportDiagnostic(Diagnostic.Create(
                SetupRules.SameClass, Clash.Place.ToLocation(), Clash.Type, Clash.OtherTable, RelativePath));
        }

        foreach (var error in Errors)
        {
            if (error.ToDiagnostic() is { } diagnostic)
            {
                output.ReportDiagnostic(diagnostic);
            }
        }
    }
}
