using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Exploration;

/// <summary>A configuration in which something is wrong, still as its number.</summary>
internal readonly record struct Site(ViolationKind Kind, int Configuration, int Role = -1, int Channel = -1, int Letter = -1, int Forbidden = -1);
