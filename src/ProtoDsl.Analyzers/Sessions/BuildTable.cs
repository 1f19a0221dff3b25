using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Analyzers.Generation.Input;
using ProtoDsl.Analyzers.Tables;
using ProtoDsl.Language.Text;
using ProtoDsl.Verification;
using ProtoDsl.Verification.Projects;

namespace ProtoDsl.Analyzers.Sessions;

/// <summary>A table of the build, read.</summary>
/// <param name="Table">As the compiler hands it over.</param>
/// <param name="Text">Its characters.</param>
/// <param name="File">What they mean.</param>
internal sealed record BuildTable(TableText Table, string Text, TableFile File)
{
    /// <summary>Every table of the build, those that are only there to be imported included, each once, in the compiler's order.</summary>
    /// <param name="own">The table at hand: an editor may not know of the others yet, and then of this one neither.</param>
    /// <param name="options">The project.</param>
    /// <param name="cancellationToken">Honoured between tables.</param>
    public static IReadOnlyList<BuildTable> All(BuildTable own, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var tables = new List<BuildTable>();
        var seen = new HashSet<string> { own.Table.Path };
        foreach (var file in options.AdditionalFiles.Where(TableText.IsTable))
        {
            if (file.Path == own.Table.Path && tables.All(table => table != own))
            {
                tables.Add(own);
            }
            else if (seen.Add(file.Path) && Read(file, options, cancellationToken) is { } table)
            {
                tables.Add(table);
            }
        }

        return tables.Contains(own) ? tables : [own, .. tables];
    }

    /// <summary>The same without the compiler.</summary>
    public ProjectTable InProject { get; } = new(File, Table.RelativePath, Table.Severities) { IsImport = Table.IsImport };

    /// <summary>Where something in it stands.</summary>
    public TablePlace PlaceOf(TextSpan span) => TablePlace.Of(Table.Path, Text.Length, File.Bound.Map.Lines, span);

    private static BuildTable? Read(AdditionalText file, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var table = TableText.From(file, options.AnalyzerConfigOptionsProvider, cancellationToken);
        return table.Text is { } text && file.GetText(cancellationToken) is { } source
            ? new BuildTable(table, text, CheckedTables.Of(source, table, text, cancellationToken).File)
            : null;
    }
}
