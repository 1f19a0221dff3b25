using ProtoDsl.Tool.Findings;
using ProtoDsl.Tool.Terminals;
using ProtoDsl.Verification.Sessions;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Tool.Projects;

/// <summary>Sessions as automata.</summary>
internal static class SystemMaker
{
    /// <summary>Builds a session.</summary>
    /// <exception cref="FindingsException">It cannot be built; the findings say why.</exception>
    /// <exception cref="UsageException">It has fewer than two roles.</exception>
    public static SystemBuild Make(TableProject project, ChosenSession chosen, CancellationToken cancellationToken)
    {
        FindingsException.ThrowIfBroken(project, chosen.Table);
        var build = SystemBuilder.Build(chosen.Table.File, chosen.Session, project.ImportsOf(chosen.Table), cancellationToken);
        FindingsException.Throw($"the tables of '{chosen.Session.Name}' do not fit together", project, SessionProblems.Of(chosen.Table.File, chosen.Index, build));
        return build.System is not null ? build : throw new UsageException($"'{chosen.Session.Name}' has fewer than two roles");
    }
}
