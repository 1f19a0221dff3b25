using System.Collections.Generic;

namespace ProtoDsl.Pictures.Import;

/// <summary>A table made from a matrix.</summary>
/// <param name="Text">The table, formatted. What could not be taken over stands in it as a comment.</param>
/// <param name="Assumptions">What a matrix does not say, and what was written instead; each a sentence.</param>
/// <param name="Losses">Cells that the table does not have as the matrix has them, and why; each a sentence.</param>
public sealed record ImportedTable(string Text, IReadOnlyList<string> Assumptions, IReadOnlyList<string> Losses);
