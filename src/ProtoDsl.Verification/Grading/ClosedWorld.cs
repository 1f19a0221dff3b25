using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Verification.Exploration;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Grading;

/// <summary>Everything of some kinds that can go wrong at any capacity, as one method knows it: it may name what cannot happen, it never
/// leaves out what can.</summary>
/// <param name="Method">How it is known.</param>
/// <param name="Kinds">The kinds that it speaks of.</param>
/// <param name="Possible">What can be to blame.</param>
internal sealed record ClosedWorld(Method Method, IReadOnlyList<ViolationKind> Kinds, IReadOnlyCollection<SiteKey> Possible)
{
    /// <summary>Kinds that a larger capacity never takes away, judged where nothing was refused for room.</summary>
    public static IReadOnlyList<ViolationKind> Monotone { get; } =
        [ViolationKind.UnspecifiedReception, ViolationKind.Orphan, ViolationKind.Deadlock, ViolationKind.Forbidden];

    /// <summary>True for those kinds.</summary>
    public static bool IsMonotone(ViolationKind kind) => kind is not (ViolationKind.CapacityDeadlock or ViolationKind.NoWayToFinish);

    /// <summary>What a complete exploration found, as all there is.</summary>
    public static ClosedWorld Of(Exploration.Exploration exploration, Method method, IReadOnlyList<ViolationKind> kinds)
    {
        // Of a kind with very many violations not all are kept.
        var counted = kinds.Where(kind => exploration.Sites.Count(site => site.Kind == kind) < SiteList.MostOfOneKind).ToArray();
        return new ClosedWorld(method, counted, new HashSet<SiteKey>(exploration.Sites.Select(exploration.KeyOf)));
    }

    /// <summary>Those of them that are about messages.</summary>
    public static IReadOnlyList<ViolationKind> OfMessages { get; } = [ViolationKind.UnspecifiedReception, ViolationKind.Orphan, ViolationKind.Deadlock];
}
