using System.Diagnostics;
using ProtoDsl.Tool.Projects;
using ProtoDsl.Verification.Grading;
using ProtoDsl.Verification.Sessions;

namespace ProtoDsl.Tool.Verifying;

/// <summary>Explores sessions side by side, one on each core.</summary>
/// <param name="project">The tables.</param>
/// <param name="budget">The most configurations that are looked at, for each session.</param>
/// <param name="meter">Told how far each is.</param>
/// <param name="stop">Cancelled to tell what is known so far.</param>
internal sealed class SessionVerifier(TableProject project, int budget, ProgressMeter meter, CancellationToken stop)
{
    /// <summary>Explores some sessions.</summary>
    /// <param name="sessions">Which.</param>
    /// <param name="jobs">How many at once.</param>
    /// <returns>In the same order.</returns>
    public IReadOnlyList<VerifiedSession> Run(IReadOnlyList<ChosenSession> sessions, int jobs)
    {
        var results = new VerifiedSession[sessions.Count];
        Parallel.For(0, sessions.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, index => results[index] = Run(sessions[index]));
        return results;
    }

    private VerifiedSession Run(ChosenSession chosen)
    {
        var table = chosen.Table;
        var watch = Stopwatch.StartNew();
        using var progress = meter.Begin(chosen.Session.Name);
        var options = new CheckOptions { Budget = budget, Progress = progress.Tell, Stop = stop };
        var exploration = SessionChecker.Explore(table.File, chosen.Index, project.ImportsOf(table), options, CancellationToken.None);
        return new VerifiedSession(table, exploration, watch.Elapsed);
    }
}
