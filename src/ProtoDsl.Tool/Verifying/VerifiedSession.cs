using ProtoDsl.Tool.Projects;
using ProtoDsl.Verification.Sessions;

namespace ProtoDsl.Tool.Verifying;

/// <summary>A session that was explored, and how long that took.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Exploration">What was found, not yet in words.</param>
/// <param name="Elapsed">By the clock.</param>
internal sealed record VerifiedSession(LoadedTable Table, SessionExploration Exploration, TimeSpan Elapsed);
