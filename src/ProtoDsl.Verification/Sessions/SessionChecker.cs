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
    private readonly List<SessionCheck> _checks = [];
    private readonly List<Finding> _findings = [];
    private readonly HashSet<(TableRule Rule, Place Place, string Cause)> _said = [];

    private SessionChecker(TableFile file) => _file = file;

    /// <summary>Checks every session of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="others">Files that an <c>import</c> of it may mean.</param>
    /// <param name="options">How much may be done, for each session.</param>
    /// <param name="cancellationToken">Honoured while configurations are explored.</param>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public static FileCheck Check(TableFile file, IReadOnlyList<TableFile> others, CheckOptions options, CancellationToken cancellationToken = default) =>
        Tell(file, Enumerable.Range(0, file.Bound.Protocol.Sessions.Count).Select(session => Explore(file, session, others, options, cancellationToken)));

    /// <summary>Explores one session of a file: all the work of a check. Several may be explored at once.</summary>
    /// <param name="file">The file.</param>
    /// <param name="session">Index of the session.</param>
    /// <param name="others">Files that an <c>import</c> of it may mean.</param>
    /// <param name="options">How much may be done.</param>
    /// <param name="cancellationToken">Honoured while configurations are explored.</param>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public static SessionExploration Explore(
        TableFile file, int session, IReadOnlyList<TableFile> others, CheckOptions options, CancellationToken cancellationToken = default)
    {
        var bound = file.Bound.Protocol.Sessions[session];
        if (UnsoundFile(file, others) is { } unsound)
        {
            return new SessionExploration(session, bound) { Unsound = unsound };
        }

        var build = SystemBuilder.Build(file, bound, others, cancellationToken);
        if (build.System is not { } system)
        {
            return new SessionExploration(session, bound) { Build = build };
        }

        var verdict = SystemChecker.Check(system, options, cancellationToken);
        var view = ViewOf(file, session, system, build);
        return new SessionExploration(session, bound)
        {
            Build = build,
            Verdict = verdict,
            Scenarios = ScenarioFindings.Of(view, options, cancellationToken).ToArray(),
        };
    }

    /// <summary>What was explored, in words.</summary>
    /// <param name="file">The file.</param>
    /// <param name="explorations">Of its sessions, in file order; of sessions that are left out nothing is said.</param>
    public static FileCheck Tell(TableFile file, IEnumerable<SessionExploration> explorations)
    {
        var checker = new SessionChecker(file);
        foreach (var exploration in explorations)
        {
            checker.Tell(exploration);
        }

        if (checker._checks.Count == file.Bound.Protocol.Sessions.Count)
        {
            checker._findings.AddRange(UnusedRows.Of(file, checker._checks));
        }

        return new FileCheck(checker._checks, checker._findings);
    }

    private void Tell(SessionExploration exploration)
    {
        var (index, session) = (exploration.Index, exploration.Session);
        if (exploration.Unsound is { } unsound)
        {
            var message = $"'{session.Name}' is not checked, since {unsound} has errors; remove those first";
            _findings.Add(new Finding(SessionRules.Skipped, new Place(_file.Path, _file.Bound.Map.Sessions[index].Name), message));
        }

        if (exploration.Build is { } build)
        {
            _findings.AddRange(build.Problems.Select(problem => ProblemWords.Of(_file, index, build, problem)).Where(finding => _said.Add((finding.Rule, finding.Place, ""))));
        }

        if (exploration is not { Build: { System: { } system } built, Verdict: { } verdict })
        {
            _checks.Add(new SessionCheck(session, null, null));
            return;
        }

        var view = ViewOf(_file, index, system, built);
        var violations = ViolationFindings.Of(view, verdict).ToArray();
        foreach (var (counterexample, cause) in violations)
        {
            // Two sessions of one machine mostly have the same to say: the first says it.
            if (_said.Add((counterexample.Finding.Rule, counterexample.Finding.Place, cause)))
            {
                _findings.Add(counterexample.Finding);
            }
        }

        _findings.AddRange(exploration.Scenarios);
        _findings.AddRange(VerdictWords.Of(view, verdict));
        _checks.Add(new SessionCheck(session, system, verdict)
        {
            Statements = VerdictWords.Statements(view, verdict),
            Counterexamples = [.. violations.Select(violation => violation.Counterexample)],
        });
    }

    private static SessionView ViewOf(TableFile file, int session, SessionSystem system, SystemBuild build) =>
        new(file, session, system, build.Sources.OfType<RoleSource>().ToArray());

    /// <summary>What an error makes of a table is a guess; nothing is built on it.</summary>
    private static string? UnsoundFile(TableFile file, IReadOnlyList<TableFile> others) => !file.Bound.IsSound ? "this file"
        : others.Where(other => !other.Bound.IsSound && file.Bound.Protocol.Imports.Contains(other.Bound.Protocol.Name))
            .Select(other => $"the imported protocol '{other.Bound.Protocol.Name}'")
            .FirstOrDefault();
}
