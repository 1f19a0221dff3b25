using System.Linq;
using ProtoDsl.Verification.Systems;

namespace ProtoDsl.Verification.Grading;

/// <summary>A system of two roles over perfect channels in order in which every move is one message sent or one received: communicating
/// automata as the literature has them. Moves that change nothing are left out, rows are split.</summary>
internal sealed class ActionSystem
{
    private ActionSystem(SessionSystem system, bool isSplit)
    {
        System = system;
        IsSplit = isSplit;
        HasMixedStates = system.Roles.SelectMany(role => role.States)
            .Any(state => state.Moves.Any(move => move.Sends.Count > 0) && state.Listening.Any(listening => listening.IsListening));
    }

    public SessionSystem System { get; }

    /// <summary>True when some row has several actions, so that configurations of this system are not all configurations of the other.</summary>
    public bool IsSplit { get; }

    /// <summary>True when some state both sends and listens.</summary>
    public bool HasMixedStates { get; }

    /// <summary>Null where a system is none of these: more roles, losses, bags, calls that send nothing, drained timers, deferred messages.</summary>
    public static ActionSystem? Of(SessionSystem system)
    {
        if (!SystemShape.IsPlainPair(system)) return null;
        var isSplit = false;
        foreach (var role in system.Roles)
        {
            for (var state = 0; state < role.States.Count; state++)
            {
                foreach (var move in role.States[state].Moves)
                {
                    if (!IsAction(move) && !ChangesNothing(move, state)) return null;
                    isSplit |= move.Sends.Count > (move.Kind == MoveKind.Receive ? 0 : 1);
                }
            }
        }

        return new ActionSystem(SingleActions.Of(With(system, system.Roles.Select(WithoutIdle).ToArray())), isSplit);
    }

    private static bool IsAction(Move move) =>
        move.Kind == MoveKind.Receive || (move.Kind is MoveKind.Call or MoveKind.Timer or MoveKind.Continue && move.Sends.Count > 0);

    private static bool ChangesNothing(Move move, int state) => move.Kind != MoveKind.Receive && move.Target == state && move.Sends.Count == 0;

    private static RoleAutomaton WithoutIdle(RoleAutomaton role) => new()
    {
        Name = role.Name, Machine = role.Machine, Start = role.Start, ExcludedRows = role.ExcludedRows,
        States = role.States.Select((state, index) => new LocalState
        {
            TableState = state.TableState, ArmedTimers = state.ArmedTimers, HasEnded = state.HasEnded, IsFinal = state.IsFinal, IsBetween = state.IsBetween,
            HasLiveTimer = state.HasLiveTimer, Moves = state.Moves.Where(move => !ChangesNothing(move, index)).ToArray(), Listening = state.Listening,
        }).ToArray(),
    };

    private static SessionSystem With(SessionSystem system, RoleAutomaton[] roles) => new()
    {
        Name = system.Name, Roles = roles, Channels = system.Channels, Letters = system.Letters, Kind = system.Kind, IsLossy = system.IsLossy,
        Capacity = system.Capacity, Forbidden = system.Forbidden,
    };
}
