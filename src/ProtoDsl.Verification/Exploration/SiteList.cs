using System.Collections.Generic;
using ProtoDsl.Verification.Systems;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Exploration;

/// <summary>The first configuration for each kind of violation and culprit. Since layers come in order, the first has a shortest trace.</summary>
internal sealed class SiteList(StepTable table)
{
    private readonly List<Site> _sites = [];
    private readonly bool[] _isReported = new bool[table.Culprits.Length];
    private readonly bool[] _isForbiddenReported = new bool[table.System.Forbidden.Count];
    private readonly HashSet<SiteKey> _stuck = [];
    private readonly int[] _counts = new int[(int)ViolationKind.Forbidden + 1];

    // For each never row and role, the local states in which the row may hold; null where the row does not name the role.
    private readonly bool[]?[][] _forbidden = Forbidden(table.System);

    public IReadOnlyList<Site> Sites => _sites;

    /// <summary>More of one kind than anybody reads; the shortest are kept.</summary>
    public static int MostOfOneKind => 100;

    /// <summary>An unlisted letter where a role listens.</summary>
    public void AddUnlisted(int culprit, int configuration)
    {
        if (_isReported[culprit]) return;
        _isReported[culprit] = true;
        var found = table.Culprits[culprit];
        Add(new Site(ViolationKind.UnspecifiedReception, configuration, found.Role, found.Channel, found.Letter));
    }

    /// <summary>A configuration in which nothing can happen. Capacity deadlocks have one cure and count once; deadlocks are told apart
    /// by the states of the table.</summary>
    public void AddStuck(Site site, int[] localStates)
    {
        if (_stuck.Add(SiteKey.Of(table.System, site, localStates))) Add(site);
    }

    /// <summary>Looks for never rows that hold.</summary>
    public void AddForbidden(int[] localStates, int configuration)
    {
        for (var i = 0; i < _forbidden.Length; i++)
        {
            if (_isForbiddenReported[i] || !Holds(_forbidden[i], localStates)) continue;
            _isForbiddenReported[i] = true;
            Add(new Site(ViolationKind.Forbidden, configuration, Forbidden: i));
        }
    }

    private void Add(Site site)
    {
        if (_counts[(int)site.Kind]++ >= MostOfOneKind) return;
        _sites.Add(site);
    }

    private static bool Holds(bool[]?[] named, int[] localStates)
    {
        for (var role = 0; role < localStates.Length; role++)
        {
            if (named[role] is { } states && !states[localStates[role]]) return false;
        }

        return true;
    }

    private static bool[]?[][] Forbidden(SessionSystem system)
    {
        var result = new bool[]?[system.Forbidden.Count][];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = new bool[system.Roles.Count][];
            foreach (var (role, wanted) in system.Forbidden[i].States) result[i][role] = Named(system.Roles[role], wanted, result[i][role]);
        }

        return result;
    }

    // Between two actions of one row a role is in no state of its table.
    private static bool[] Named(RoleAutomaton role, int wanted, bool[]? before)
    {
        var named = new bool[role.States.Count];
        for (var state = 0; state < named.Length; state++)
            named[state] = !role.States[state].IsBetween && role.States[state].TableState == wanted && (before is null || before[state]);
        return named;
    }
}
