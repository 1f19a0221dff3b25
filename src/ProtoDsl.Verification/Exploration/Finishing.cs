using System.Linq;
using System.Threading;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Exploration;

/// <summary>"From everywhere, the end can be reached" (AG EF final). It says <em>can</em>: calls and timers are at will.</summary>
internal static class Finishing
{
    /// <summary>False where some role has no final state: nothing was meant to end.</summary>
    public static bool IsAsked(SessionSystem system) => system.Roles.All(role => role.States.Any(state => state.IsFinal));

    /// <summary>The nearest configuration from which neither the end can be reached nor anything that is reported already; null for none.</summary>
    /// <param name="exploration">Complete, with its edges.</param>
    /// <param name="cancellation">Looked at often.</param>
    public static Site? Find(Exploration exploration, CancellationToken cancellation)
    {
        if (exploration.Edges is not { } edges) return null;
        var goals = new BitList();
        for (var i = 0; i < exploration.Count; i++)
        {
            if ((i & 0xFFFF) == 0) cancellation.ThrowIfCancellationRequested();
            var words = exploration.Store.Locate(i, out var offset);
            if (exploration.Explained[i] || exploration.Expander.Table.IsDone(words, offset)) goals.Set(i);
        }

        new Backward(edges, cancellation).Extend(goals);
        for (var i = 0; i < exploration.Count; i++)
        {
            if (!goals[i]) return new Site(ViolationKind.NoWayToFinish, i);
        }

        return null;
    }
}
