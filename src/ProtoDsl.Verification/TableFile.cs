using ProtoDsl.Language.Model;

namespace ProtoDsl.Verification;

/// <summary>A transition file, read: what the checks start from.</summary>
/// <param name="Path">As whoever read it names it; findings and steps of traces cite it.</param>
/// <param name="Bound">What it means. A file that is not sound is checked as far as it has a meaning.</param>
public sealed record TableFile(string Path, BoundFile Bound);
