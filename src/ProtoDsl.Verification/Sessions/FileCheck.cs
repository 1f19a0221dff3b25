using System.Collections.Generic;
using ProtoDsl.Verification.Findings;

namespace ProtoDsl.Verification.Sessions;

/// <summary>What the check of all sessions of a file gave.</summary>
/// <param name="Sessions">Those that were checked, in file order.</param>
/// <param name="Findings">Everything there is to say of them, of scenarios and of unused rows too; some of it in other files.</param>
public sealed record FileCheck(IReadOnlyList<SessionCheck> Sessions, IReadOnlyList<Finding> Findings);
