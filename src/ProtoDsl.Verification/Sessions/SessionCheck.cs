using System.Collections.Generic;
using ProtoDsl.Language.Model;
using ProtoDsl.Verification.Findings;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Sessions;

/// <summary>What the check of one session gave.</summary>
/// <param name="Session">The session.</param>
/// <param name="System">As automata; null where its tables do not fit together.</param>
/// <param name="Verdict">What exploring it says; null where there is no system.</param>
/// <param name="Findings">In words and places, traces included.</param>
public sealed record SessionCheck(Session Session, SessionSystem? System, SessionVerdict? Verdict, IReadOnlyList<Finding> Findings);
