using System.Collections.Generic;
using System.Threading;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Scenarios;

/// <summary>Answers from which configurations a scenario may begin.</summary>
public interface IReachable
{
    /// <summary>False where not every reachable configuration was looked at. Asked after <see cref="WithEmptyChannels"/>.</summary>
    bool IsComplete { get; }

    /// <summary>The reachable configurations with empty channels in which the roles are in certain states of their tables.</summary>
    /// <param name="tableStates">One for each role; -1 for any.</param>
    /// <param name="cancellationToken">Honoured while they are looked for.</param>
    IEnumerable<Configuration> WithEmptyChannels(IReadOnlyList<int> tableStates, CancellationToken cancellationToken);
}
