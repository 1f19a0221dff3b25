using System;

namespace ProtoDsl.Verification.Exploration;

/// <summary>What is unusual about a step.</summary>
[Flags]
internal enum StepTraits
{
    None = 0,

    /// <summary>It leaves every configuration as it is, and so is no step; its row counts as used.</summary>
    ChangesNothing = 1,

    /// <summary>A timer that waits until all channels are empty and no other role has a live timer.</summary>
    Drained = 2,

    /// <summary>It receives one of several copies and leaves the others.</summary>
    KeepsMessage = 4,
}

/// <summary>One way to take a move: which of its messages are lost is settled. Ranges are half open.</summary>
internal struct Step
{
    public int Role;

    /// <summary>Sets the role's local state: clears these bits, then sets those.</summary>
    public ulong Clear;
    public ulong Set;

    /// <summary>The channel it receives from; -1 for none.</summary>
    public int Channel;

    /// <summary>Room that must be there.</summary>
    public int NeedStart, NeedEnd;

    /// <summary>Messages that are sent and not lost.</summary>
    public int SendStart, SendEnd;

    public StepTraits Traits;
}

/// <summary>A letter, by its code, and where it goes.</summary>
internal readonly struct PackedSend(int channel, int code)
{
    public readonly int Channel = channel;
    public readonly int Code = code;
}

/// <summary>Room for some messages of one step in one channel.</summary>
internal readonly struct Need(int channel, int count)
{
    public readonly int Channel = channel;
    public readonly int Count = count;
}

/// <summary>What a role does in one local state: the steps that wait for no message, then the channels it listens to. Ranges are half open.</summary>
internal struct LocalProgram
{
    public int StepStart, StepEnd;
    public int ListenStart, ListenEnd;
}

/// <summary>A channel that a local state listens to, and the first of its entries, one for each code.</summary>
internal readonly struct Listener(int channel, int firstEntry)
{
    public readonly int Channel = channel;
    public readonly int FirstEntry = firstEntry;
}

/// <summary>What a local state does with a letter.</summary>
internal struct LetterEntry
{
    public int StepStart, StepEnd;
    public bool IsDeferred;

    /// <summary>Index into the culprits for a letter that no row lists; else -1.</summary>
    public int Culprit;
}

/// <summary>An unlisted letter that may arrive: whose, in which state of the table, from where.</summary>
internal sealed record Culprit(int Role, int TableState, int Channel, int Letter);

/// <summary>Where a step comes from.</summary>
internal sealed record StepOrigin(int Role, int Source, int Move, ulong Lost);
