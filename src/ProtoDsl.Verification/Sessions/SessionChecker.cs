using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Language.Diagnostics;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Sessions;

/// <summary>The door of this room: the sessions of a file, checked, in words.</summary>
public sealed class SessionChecker
{
    private readonly TableFile _file;
    private readonly IReadOnlyList<TableFile> _others;
    private readonly CheckOptions _options;
    private readonly List<SessionCheck> _checks = [];
    private readonly List<Finding> _findings = [];
    private readonly HashSet<(TableRule Rule, Place Place, string Cause)> _said = [];

    private SessionChecker(TableFile file, IReadOnlyList<TableFile> others, CheckOptions options)
    {
        _file = file;
        _others = others;
        _options = options;
    }

    /// <summary>Checks every session of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="others">Files that an <c>import</c> of it may mean.</param>
    /// <param name="options">How much may be done, for each session.</param>
    /// <param name="cancellationToken">Honoured while configurations are explored.</param>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public static FileCheck Check(TableFile file, IReadOnlyList<TableFile> others, CheckOptions options, CancellationToken cancellationToken = default)
    {
        var checker = new SessionChecker(file, others, options);
        for (var session = 0; session < file.Bound.Protocol.Sessions.Count; session++)
        {
            checker.Check(session, cancellationToken);
        }

        checker._findings.AddRange(UnusedRows.Of(file, checker._checks));
        return new FileCheck(checker._checks, checker._findings);
    }

    private void Check(int index, CancellationToken cancellationToken)
    {
        var session = _file.Bound.Protocol.Sessions[index];
        if (UnsoundFile() is { } unsound)
        {
            var message = $"'{session.Name}' is not checked, since {unsound} has errors; remove those first";
            _findings.Add(new Finding(SessionRules.Skipped, new Place(_file.Path, _file.Bound.Map.Sessions[index].Name), message));
            _checks.Add(new SessionCheck(session, null, null));
            return;
        }

        var build = SystemBuilder.Build(_file, session, _others, cancellationToken);
        _findings.AddRange(build.Problems.Select(problem => ProblemWords.Of(_file, index, build, problem)).Where(finding => _said.Add((finding.Rule, finding.Place, ""))));
        if (build.System is not { } system)
        {
            _checks.Add(new SessionCheck(session, null, null));
            return;
        }

        var verdict = SystemChecker.Check(system, _options, cancellationToken);
        var view = new SessionView(_file, index, system, build.Sources.OfType<RoleSource>().ToArray());
        foreach (var (finding, cause) in ViolationFindings.Of(view, verdict))
        {
            // Two sessions of one machine mostly have the same to say: the first says it.
            if (_said.Add((finding.Rule, finding.Place, cause)))
            {
                _findings.Add(finding);
            }
        }

        _findings.AddRange(ScenarioFindings.Of(view, _options.Budget, cancellationToken));
        _findings.AddRange(VerdictWords.Of(view, verdict));
        _checks.Add(new SessionCheck(session, system, verdict));
    }

    /// <summary>What an error makes of a table is a guess; nothing is built on it.</summary>
    private string? UnsoundFile() => !_file.Bound.IsSound ? "this file"
        : _others.Where(other => !other.Bound.IsSound && _file.Bound.Protocol.Imports.Contains(other.Bound.Protocol.Name))
            .Select(other => $"the imported protocol '{other.Bound.Protocol.Name}'")
            .FirstOrDefault();
}
