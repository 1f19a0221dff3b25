using System.Collections.Generic;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Findings;
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

    /// <summary>What is wrong, one for each cause and few of each kind, the shortest first; also what an earlier session of the file has said already.</summary>
    public IReadOnlyList<Counterexample> Counterexamples { get; init; } = [];
}

/// <summary>A violation with its finding: the same trace, in numbers for who plays it and in words for who reads it.</summary>
/// <param name="Violation">In the numbers of <see cref="SessionCheck.System"/>.</param>
/// <param name="Finding">In words.</param>
public sealed record Counterexample(Violation Violation, Finding Finding);
