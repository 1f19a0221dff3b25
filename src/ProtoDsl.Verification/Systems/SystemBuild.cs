using System.Collections.Generic;

namespace ProtoDsl.Verification.Systems;

/// <summary>A session as a system, or why there is none.</summary>
/// <param name="System">Null where there is a problem, and where the session has fewer than two roles (which its file says already).</param>
/// <param name="Sources">Where the machine of each role stands; null for one that was not found.</param>
/// <param name="Problems">In the order of roles; none that the file itself reports.</param>
public sealed record SystemBuild(SessionSystem? System, IReadOnlyList<RoleSource?> Sources, IReadOnlyList<SystemProblem> Problems);
