using System.Collections.Generic;
using System.Linq;

namespace ProtoDsl.Verification.Systems;

/// <summary>The same system with every row split into single actions: what it starts with (together with its first message, if it
/// does not receive), then one message at a time. A rendezvous needs that, and so does the test for half-duplex; elsewhere rows are
/// atomic, since splitting them costs states and invents deadlocks.</summary>
public static class SingleActions
{
    /// <summary>Splits the rows of every role.</summary>
    public static SessionSystem Of(SessionSystem system) => new()
    {
        Name = system.Name, Roles = [.. system.Roles.Select(role => new Splitter(system, role).Split())], Channels = system.Channels, Letters = system.Letters,
        Kind = system.Kind, IsLossy = system.IsLossy, Capacity = system.Capacity, Forbidden = system.Forbidden,
    };

    private sealed class Splitter(SessionSystem system, RoleAutomaton role)
    {
        private readonly List<LocalState> _states = [.. role.States];
        private readonly Dictionary<string, int> _between = [];

        public RoleAutomaton Split()
        {
            for (var i = 0; i < role.States.Count; i++)
            {
                var state = role.States[i];
                _states[i] = new LocalState
                {
                    TableState = state.TableState, ArmedTimers = state.ArmedTimers, HasEnded = state.HasEnded, IsFinal = state.IsFinal, IsBetween = state.IsBetween,
                    HasLiveTimer = state.HasLiveTimer, Moves = [.. state.Moves.Select(move => First(move, i))], Listening = state.Listening,
                };
            }

            return new RoleAutomaton { Name = role.Name, Machine = role.Machine, Start = role.Start, States = _states, ExcludedRows = role.ExcludedRows };
        }

        private Move First(Move move, int source)
        {
            var done = move.Kind == MoveKind.Receive ? 0 : 1;
            return move.Sends.Count <= done ? move : move with { Sends = [.. move.Sends.Take(done)], Target = Between(move, done, source) };
        }

        // From the last message to the first. Moves of one row that still have the same to send share what lies between.
        private int Between(Move move, int done, int source)
        {
            var target = move.Target;
            var rest = "";
            for (var index = move.Sends.Count - 1; index >= done; index--)
            {
                rest = $"{move.Sends[index].Channel}!{move.Sends[index].Letter} {rest}";
                var key = $"{source} {move.Row} {move.Target} {rest}";
                if (!_between.TryGetValue(key, out var state))
                {
                    state = _states.Count;
                    _between.Add(key, state);
                    _states.Add(Waiting(move, move.Sends[index], source, target));
                }

                target = state;
            }

            return target;
        }

        private LocalState Waiting(Move move, Send send, int source, int target) => new()
        {
            TableState = role.States[source].TableState, ArmedTimers = role.States[source].ArmedTimers, IsBetween = true, HasLiveTimer = true,
            Moves = [move with { Kind = MoveKind.Continue, Channel = -1, Letter = -1, Sends = [send], Target = target }],
            Listening = [.. system.Channels.Select(_ => new Listening(false, [], []))],
        };
    }
}
