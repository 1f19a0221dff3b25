using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Sessions;

/// <summary>What keeps a session from being built, for those who build one themselves.</summary>
public static class SessionProblems
{
    /// <summary>In words.</summary>
    /// <param name="file">The file of the session.</param>
    /// <param name="session">Index of the session.</param>
    /// <param name="build">What building it gave.</param>
    public static IReadOnlyList<Finding> Of(TableFile file, int session, SystemBuild build) =>
        build.Problems.Select(problem => ProblemWords.Of(file, session, build, problem)).ToArray();
}
