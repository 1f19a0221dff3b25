using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ProtoDsl.Verification.Scenarios;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Exploration;

/// <summary>The configurations of a system, looked for when a scenario first asks.</summary>
internal sealed class ReachableConfigurations(SessionSystem system, int limit) : IReachable
{
    private Exploration? _exploration;

    public bool IsComplete => _exploration?.IsComplete ?? false;

    public IEnumerable<Configuration> WithEmptyChannels(IReadOnlyList<int> tableStates, CancellationToken cancellationToken)
    {
        var exploration = _exploration ??= Explorer.Run(system, new ExplorationOptions(system.Capacity, limit), cancellationToken);
        for (var index = 0; index < exploration.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var configuration = exploration.Configuration(index);
            if (configuration.Queues.All(queue => queue.Count == 0) && Fits(configuration, tableStates))
            {
                yield return configuration;
            }
        }
    }

    private bool Fits(Configuration configuration, IReadOnlyList<int> tableStates)
    {
        for (var role = 0; role < tableStates.Count; role++)
        {
            if (tableStates[role] >= 0 && system.Roles[role].States[configuration.LocalStates[role]].TableState != tableStates[role])
            {
                return false;
            }
        }

        return true;
    }
}
