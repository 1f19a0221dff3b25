using ProtoDsl.Tool.Terminals;

namespace ProtoDsl.Tool.Findings;

/// <summary>A format for findings.</summary>
internal interface IFindingWriter
{
    /// <summary>Writes them to standard output.</summary>
    void Write(Terminal terminal, IReadOnlyList<ReportedFinding> findings);
}
