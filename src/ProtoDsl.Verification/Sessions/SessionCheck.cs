using System.Collections.Generic;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Sessions;

/// <summary>What the check of one session gave, still in numbers.</summary>
/// <param name="Session">The session.</param>
/// <param name="System">As automata; null where its tables do not fit together.</param>
/// <param name="Verdict">What exploring it says; null where there is no system.</param>
public sealed record SessionCheck(Session Session, SessionSystem? System, SessionVerdict? Verdict)
{
    /// <summary>The verdict in words, one statement each: what was found, and of everything that was not, how far its absence reaches.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}
