using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Diagnostics;

namespace ProtoDsl.Verification.Projects;

/// <summary>A table among those that are built, or checked, together.</summary>
/// <param name="File">The table, read.</param>
/// <param name="ShownPath">What it is called in messages about another table.</param>
/// <param name="Severities">How grave findings in it are.</param>
public sealed record ProjectTable(TableFile File, string ShownPath, SeverityChoices Severities)
{
    /// <summary>True for a table that is there only to be imported: nothing is reported in it.</summary>
    public bool IsImport { get; init; }

    /// <summary>Those of some tables that the imports of this one mean.</summary>
    public IReadOnlyList<ProjectTable> ImportedOf(IEnumerable<ProjectTable> tables) =>
        tables.Where(other => other != this && File.Bound.Protocol.Imports.Contains(other.File.Bound.Protocol.Name)).ToArray();
}
