using ProtoDsl.Verification.Exploration;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Grading;

/// <summary>Where a role sends in a loop that leads nowhere else, a channel holds "one or more" of the message: what follows and is the same
/// is absorbed, and receiving from it leaves the rest or nothing. That is more than can happen, never less. If the search ends and no
/// send lacked room, it covers unbounded channels.</summary>
internal static class Acceleration
{
    /// <summary>Enough for a few messages between two loops; a search that wants more is not going to end.</summary>
    private const int Capacity = 8;

    /// <summary>True for two roles over perfect channels in order, without deferred messages, and with a loop to accelerate.</summary>
    public static bool Applies(SessionSystem system)
    {
        if (!SystemShape.IsPlainPair(system)) return false;
        foreach (var role in system.Roles)
        {
            for (var state = 0; state < role.States.Count; state++)
            {
                foreach (var move in role.States[state].Moves)
                {
                    if (Alphabet.IsSendingLoop(state, move)) return true;
                }
            }
        }

        return false;
    }

    /// <summary>The search to run.</summary>
    public static ExplorationOptions Options(int limit) => new(Capacity, limit) { Accelerate = true };

    /// <summary>What can go wrong at any capacity; null where the search did not end.</summary>
    public static ClosedWorld? Decide(Exploration.Exploration accelerated) =>
        accelerated.IsSaturated ? ClosedWorld.Of(accelerated, Method.Acceleration, ClosedWorld.Monotone) : null;
}
