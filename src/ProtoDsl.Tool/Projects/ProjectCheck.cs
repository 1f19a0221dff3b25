using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Projects;
using ProtoDsl.Verification.Sessions;

namespace ProtoDsl.Tool.Projects;

/// <summary>Checks the tables of a project, each session once, however many tables hear of it.</summary>
/// <param name="project">The tables.</param>
/// <param name="budget">The most configurations that are looked at, for each session; 0: sessions are not checked.</param>
/// <param name="cancellationToken">Honoured while configurations are explored.</param>
internal sealed class ProjectCheck(TableProject project, int budget, CancellationToken cancellationToken)
{
    private readonly Dictionary<ProjectTable, FileCheck> _sessions = new(ReferenceEqualityComparer.Instance);
    private readonly ProjectTable[] _tables = project.All.Select(table => table.Table).ToArray();

    /// <summary>Everything there is to say in a table.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<Finding> Of(LoadedTable table) =>
        TableReport.Of(table.Table, budget > 0 ? SessionReport.Of(table.Table, _tables, Check) : SessionReport.Nothing, cancellationToken);

    private FileCheck Check(ProjectTable table, IReadOnlyList<ProjectTable> imported)
    {
        if (!_sessions.TryGetValue(table, out var known))
        {
            _sessions[table] = known = SessionChecker.Check(table.File, imported.Select(other => other.File).ToArray(), new CheckOptions { Budget = budget }, cancellationToken);
        }

        return known;
    }
}
