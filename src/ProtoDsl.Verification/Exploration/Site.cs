using System.Collections.Generic;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Exploration;

/// <summary>A configuration in which something is wrong, still as its number.</summary>
internal sealed record Site(ViolationKind Kind, int Configuration, int Role = -1, int Channel = -1, int Letter = -1, int Forbidden = -1);

/// <summary>What is to blame: two configurations with the same key are one finding. A message is blamed on the state of the table in which
/// its reader is, a deadlock on the states of all roles; capacity deadlocks have one cure, and are one.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Channel">Of the message; else -1.</param>
/// <param name="Letter">The message, or which never row; else -1.</param>
/// <param name="States">States of the table as one number, exact for up to three roles. Among more, two combinations may in theory
/// have the same number and then count as one.</param>
internal sealed record SiteKey(ViolationKind Kind, int Channel, int Letter, ulong States)
{
    // A prime above the number of states that a table can have.
    private const ulong Radix = 1_000_003;

    public static SiteKey Of(SessionSystem system, Site site, IReadOnlyList<int> localStates) => site.Kind switch
    {
        ViolationKind.UnspecifiedReception or ViolationKind.Orphan =>
            OfMessage(site.Kind, site.Channel, site.Letter, TableState(system, site.Role, localStates[site.Role])),
        ViolationKind.Deadlock => OfDeadlock(system, localStates),
        ViolationKind.Forbidden => new SiteKey(site.Kind, -1, site.Forbidden, 0),
        _ => new SiteKey(site.Kind, -1, -1, 0),
    };

    public static SiteKey OfMessage(ViolationKind kind, int channel, int letter, int tableState) => new(kind, channel, letter, (ulong)tableState);

    public static SiteKey OfDeadlock(SessionSystem system, IReadOnlyList<int> localStates)
    {
        ulong states = 0;
        for (var role = 0; role < localStates.Count; role++) states = unchecked(states * Radix + (ulong)TableState(system, role, localStates[role]));
        return new SiteKey(ViolationKind.Deadlock, -1, -1, states);
    }

    private static int TableState(SessionSystem system, int role, int localState) => system.Roles[role].States[localState].TableState;
}
