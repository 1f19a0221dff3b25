using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Language.Model;

namespace ProtoDsl.Analyzers.Generation.Emission;

/// <summary>What a row does apart from its own effects, depending on the states it leaves and enters.</summary>
internal sealed class RowFacts
{
    private readonly Machine _machine;

    public RowFacts(Machine machine) => _machine = machine;

    /// <summary>True for a row with an arrow.</summary>
    public static bool Moves(Row row) => row.Kind == RowKind.Transition && row.TargetKind != TargetKind.Stay;

    /// <summary>The states that the row enters when it is taken in one of <paramref name="sources"/>.</summary>
    public IEnumerable<State> Targets(Row row, IReadOnlyList<int> sources) =>
        !Moves(row) ? Enumerable.Empty<State>()
        : row.TargetKind == TargetKind.Same ? sources.Select(source => _machine.States[source])
        : row.Target >= 0 && row.Target < _machine.States.Count ? new[] { _machine.States[row.Target] }
        : Enumerable.Empty<State>();

    /// <summary>True where taking the row, or finding out whether it is taken, may call the user's actions.</summary>
    public bool RunsUserCode(Row row, IReadOnlyList<int> sources)
    {
        if (row.Guard is not null)
        {
            return true;
        }

        if (row.Kind != RowKind.Transition)
        {
            return false;
        }

        return !row.Effects.IsEmpty
            || (Moves(row) && (sources.Any(source => LeavingCalls(_machine.States[source])) || Targets(row, sources).Any(EnteringCalls)));
    }

    private static bool LeavingCalls(State state) => !state.Exit.IsEmpty || !state.AfterTimers.IsEmpty;

    private static bool EnteringCalls(State state) => !state.Entry.IsEmpty || !state.AfterTimers.IsEmpty;
}
