using ProtoDsl.Language.Syntax;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Grading;

/// <summary>What the rungs of the ladder ask of a system before they apply.</summary>
internal static class SystemShape
{
    /// <summary>True for two roles over perfect channels in order in which no message is deferred: communicating automata as the literature has them,
    /// rows of several actions and timers apart.</summary>
    public static bool IsPlainPair(SessionSystem system)
    {
        if (system.Roles.Count != 2 || system.Kind != ChannelKind.Fifo || system.IsLossy) return false;
        foreach (var role in system.Roles)
        {
            foreach (var state in role.States)
            {
                foreach (var listening in state.Listening)
                {
                    if (listening.Deferred.Count > 0) return false;
                }
            }
        }

        return true;
    }
}
