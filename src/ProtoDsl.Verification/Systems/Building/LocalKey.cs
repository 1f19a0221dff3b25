namespace ProtoDsl.Verification.Systems.Building;

/// <summary>What a role remembers: its state in the table, the timers that <c>start</c> has armed (bit: index of the timer among
/// the machine's), and whether it has ended.</summary>
internal readonly record struct LocalKey(int State, ulong Armed, bool HasEnded);
