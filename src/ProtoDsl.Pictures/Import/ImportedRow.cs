using ProtoDsl.Pictures.Matrix;

namespace ProtoDsl.Pictures.Import;

/// <summary>A row of the table that is made, from one entry of a cell.</summary>
/// <param name="state">Its state.</param>
/// <param name="column">Its event.</param>
/// <param name="entry">What it says.</param>
internal sealed class ImportedRow(int state, int column, MatrixEntry entry)
{
    public int State => state;

    public int Column => column;

    /// <summary>What it says, without what a table cannot take over.</summary>
    public MatrixEntry Entry { get; set; } = entry;

    /// <summary>As it was written last.</summary>
    public string Text { get; set; } = "";

    /// <summary>The line on which it was written last.</summary>
    public int Line { get; set; } = -1;

    /// <summary>What stands in its place as a comment; null for a row that is taken over.</summary>
    public string? Instead { get; set; }
}
