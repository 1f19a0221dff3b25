using ProtoDsl.Tool.Projects;
using ProtoDsl.Verification.Findings;

namespace ProtoDsl.Tool.Findings;

/// <summary>A table cannot be worked on because of what is wrong in it.</summary>
/// <param name="message">What cannot be done, in one line.</param>
/// <param name="findings">Why.</param>
internal sealed class FindingsException(string message, IReadOnlyList<ReportedFinding> findings) : Exception(message)
{
    /// <summary>Why.</summary>
    public IReadOnlyList<ReportedFinding> Findings { get; } = findings;

    /// <summary>Throws where a table, or one that it imports, has errors: what they make of it is a guess.</summary>
    /// <param name="project">All tables.</param>
    /// <param name="table">The table.</param>
    /// <exception cref="FindingsException">It has errors.</exception>
    public static void ThrowIfBroken(TableProject project, LoadedTable table) =>
        Throw($"'{table.Text.Path}' has errors; remove them first", project, TableErrors.Of(project, table));

    /// <summary>Throws where there are findings.</summary>
    /// <exception cref="FindingsException">There are.</exception>
    public static void Throw(string message, TableProject project, IEnumerable<Finding> findings)
    {
        var all = findings.ToArray();
        if (all.Length > 0)
        {
            throw new FindingsException(message, new FindingReport(project).Whatever(all));
        }
    }
}
