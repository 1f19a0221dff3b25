using ProtoDsl.Verification.Scenarios;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Tests.Reference;

/// <summary>Every reachable configuration, by the reference semantics.</summary>
internal sealed class ReferenceReachable : IReachable
{
    private readonly ReferenceSemantics _semantics;
    private readonly Lazy<IReadOnlyList<ReferenceConfiguration>> _all;

    public ReferenceReachable(SessionSystem system)
    {
        _semantics = new ReferenceSemantics(system);
        _all = new Lazy<IReadOnlyList<ReferenceConfiguration>>(Explore);
    }

    public bool IsComplete => true;

    public IEnumerable<Configuration> WithEmptyChannels(IReadOnlyList<int> tableStates, CancellationToken cancellationToken) => _all.Value
        .Where(at => at.HasEmptyChannels && Enumerable.Range(0, tableStates.Count).All(role => tableStates[role] == -1 || _semantics.Local(at, role).TableState == tableStates[role]))
        .Select(at => at.ToConfiguration());

    private IReadOnlyList<ReferenceConfiguration> Explore()
    {
        var found = new List<ReferenceConfiguration> { _semantics.Start };
        var seen = new HashSet<ReferenceConfiguration>(found);
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(_semantics.Steps(found[i]).Select(step => step.Next).Where(seen.Add));
        }

        return found;
    }
}
