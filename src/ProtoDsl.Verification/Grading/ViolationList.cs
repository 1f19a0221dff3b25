using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Verification.Exploration;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Grading;

/// <summary>The violations of a check, at the declared capacity and beyond, each culprit once.</summary>
internal sealed class ViolationList
{
    private readonly Dictionary<SiteKey, Violation> _here = [];
    private readonly Dictionary<SiteKey, Violation> _beyond = [];

    /// <summary>The smallest capacity found without a capacity deadlock; 0 where none was found.</summary>
    public int Cure { get; set; }

    /// <summary>At the declared capacity, the shortest first.</summary>
    public IReadOnlyList<Violation> Here => Sorted(_here.Values.Select(Cured));

    /// <summary>At larger capacities only, the shortest first.</summary>
    public IReadOnlyList<Violation> Beyond => Sorted(_beyond.Where(pair => !_here.ContainsKey(pair.Key)).Select(pair => pair.Value));

    /// <summary>A violation at the declared capacity.</summary>
    public void Add(Exploration.Exploration exploration, Site site, bool isShortest = true)
    {
        var key = exploration.KeyOf(site);
        if (!_here.ContainsKey(key)) _here.Add(key, Violation(exploration, site) with { IsShortest = isShortest });
    }

    /// <summary>A violation at a larger capacity.</summary>
    public void AddBeyond(Exploration.Exploration exploration, Site site) => AddBeyond(Violation(exploration, site), exploration.KeyOf(site));

    /// <summary>A violation at a larger capacity; one with a shortest trace replaces another.</summary>
    public void AddBeyond(Violation violation, SiteKey key)
    {
        if (!_beyond.TryGetValue(key, out var known) || (violation.IsShortest && !known.IsShortest)) _beyond[key] = violation;
    }

    private Violation Cured(Violation violation) => violation.Kind == ViolationKind.CapacityDeadlock ? violation with { CuringCapacity = Cure } : violation;

    private static IReadOnlyList<Violation> Sorted(IEnumerable<Violation> violations) => violations.OrderBy(violation => violation.Trace.Count).ToArray();

    private static Violation Violation(Exploration.Exploration exploration, Site site) =>
        new(site.Kind, exploration.Trace(site.Configuration), exploration.Configuration(site.Configuration))
        {
            Role = site.Role, Channel = site.Channel, Letter = site.Letter, Forbidden = site.Forbidden, Presence = PresenceOf(exploration, site),
        };

    private static Grade PresenceOf(Exploration.Exploration exploration, Site site)
    {
        if (ClosedWorld.IsMonotone(site.Kind) && exploration.LongestQueueTo(site.Configuration) is > 0 and var longest)
            return new Grade(Reach.EveryCapacityFrom, longest, Method.Exploration);
        if (ClosedWorld.IsMonotone(site.Kind) && exploration.Capacity > 0) return new Grade(Reach.EveryCapacity, 0, Method.Exploration);
        return site.Kind == ViolationKind.NoWayToFinish && exploration.IsSaturated && exploration.Capacity > 0
            ? new Grade(Reach.EveryCapacityFrom, exploration.LongestQueue, Method.Saturation)
            : new Grade(Reach.ThisCapacity, exploration.Capacity, Method.Exploration);
    }
}
