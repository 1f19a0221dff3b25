using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Tool.Projects;
using ProtoDsl.Verification.Findings;

namespace ProtoDsl.Tool.Findings;

/// <summary>The errors of a table and of those that it imports: what they make of a table is a guess, and nothing is built on it.</summary>
internal static class TableErrors
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Finding> Of(TableProject project, LoadedTable table) => project.ImportsOf(table).Prepend(table.File)
        .SelectMany(file => file.Bound.Diagnostics
            .Where(one => one.Rule.DefaultSeverity == TableSeverity.Error)
            .Select(one => new Finding(one.Rule, new Place(file.Path, one.Span), one.Message)));
}
