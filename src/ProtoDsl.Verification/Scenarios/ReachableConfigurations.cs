using System.Collections.Generic;
using System.Threading;
using ProtoDsl.Verification.Exploration;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Scenarios;

/// <summary>The configurations of a system at its own capacity, explored when they are first asked for, and once for all its scenarios.</summary>
/// <param name="system">The system.</param>
/// <param name="budget">The most configurations that are looked at.</param>
/// <param name="stop">Cancelled to look at no more of them.</param>
public sealed class ReachableConfigurations(SessionSystem system, int budget, CancellationToken stop = default) : IReachable
{
    private Exploration.Exploration? _exploration;

    /// <inheritdoc/>
    public bool IsComplete => _exploration is { IsComplete: true };

    /// <inheritdoc/>
    /// <exception cref="System.OperationCanceledException">The token was cancelled.</exception>
    public IEnumerable<Configuration> WithEmptyChannels(IReadOnlyList<int> tableStates, CancellationToken cancellationToken)
    {
        _exploration ??= Explorer.Run(system, new ExplorationOptions(system.Capacity, budget) { Stop = stop }, cancellationToken);
        var table = _exploration.Expander.Table;
        for (var index = 0; index < _exploration.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var words = _exploration.Store.Locate(index, out var offset);
            if (table.Layout.AreChannelsEmpty(words, offset) && Shows(table, words, offset, tableStates))
            {
                yield return _exploration.Configuration(index);
            }
        }
    }

    private bool Shows(StepTable table, ulong[] words, int offset, IReadOnlyList<int> tableStates)
    {
        for (var role = 0; role < tableStates.Count; role++)
        {
            if (tableStates[role] != -1 && system.Roles[role].States[table.Layout.LocalState(words, offset, role)].TableState != tableStates[role])
            {
                return false;
            }
        }

        return true;
    }
}
