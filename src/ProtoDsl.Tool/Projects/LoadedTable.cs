using ProtoDsl.Language;
using ProtoDsl.Tool.Inputs;
using ProtoDsl.Verification;
using ProtoDsl.Verification.Projects;

namespace ProtoDsl.Tool.Projects;

/// <summary>A table that was read.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Table">What it means.</param>
internal sealed record LoadedTable(TableText Text, ProjectTable Table)
{
    /// <summary>What it means, alone.</summary>
    public TableFile File => Table.File;
}

/// <summary>The tables that a command works on, and those that they import.</summary>
/// <param name="Tables">Named on the command line, in its order.</param>
/// <param name="Imports">Only imported.</param>
internal sealed record TableProject(IReadOnlyList<LoadedTable> Tables, IReadOnlyList<LoadedTable> Imports)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<LoadedTable> All { get; } = [.. Tables, .. Imports];

    /// <summary>The files that the imports of a table mean.</summary>
    public IReadOnlyList<TableFile> ImportsOf(LoadedTable table) =>
        table.Table.ImportedOf(All.Select(each => each.Table)).Select(each => each.File).ToArray();
}
