namespace ProtoDsl;

/// <summary>What a timer driver must know of a timer that a machine has armed. Generated tokens implement it (explicitly, so that
/// their own <c>Timer</c> stays the enum); they are readonly structs that are equal when both numbers are.</summary>
public interface ITimerToken
{
    /// <summary>Which timer of the machine: its place among the timers that the machine uses, from 0. One timer runs at most once at
    /// a time, so arming it again replaces what runs under this number.</summary>
    int Timer { get; }

    /// <summary>Which arming of that timer. A token of an earlier arming is stale: the machine ignores it.</summary>
    int Generation { get; }
}
