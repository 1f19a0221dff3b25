using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage.Messages;

/// <summary>Why a method must not be called here: what it does to the machine, and where.</summary>
internal static class IllegalCallMessage
{
    private const int MaxDemands = 2;
    private const int MaxLegalStates = 6;

    /// <summary><c>'Finish' must not be called here: 'conn' is in FinWait2 (entered by …), and 'Finish' raises Send at line 12. It can be called in
    /// Established, CloseWait.</c> Of an object that owns a machine: <c>the 'Conn' of 'client' is in …</c>.</summary>
    public static string Of(DemandSite site, IReadOnlyCollection<Demand> demands)
    {
        // The state may be certain and what the method does with it not.
        var isThere = (site.Rows.States - site.BadStates).IsEmpty;
        var isDone = (site.BadStates - site.Effect.MustFail).IsEmpty;
        var does = string.Join(" and ", demands.Take(MaxDemands).Select(demand => $"{Does(demand, site, isDone)} at {PlaceOf(demand, site)}"));
        return $"'{site.Callee.Name}' {(site.Verdict == Verdict.Illegal ? "must" : "should")} not be called here: {(site.IsOwner ? $"the '{site.Machine.Symbol.Name}' of '{site.Name}'" : $"'{site.Name}'")} {(isThere ? "is" : "may be")} in "
            + TrailWords.StatesOf(site)
            + $", and '{site.Callee.Name}' {does}. "
            + LegalOf(site);
    }

    /// <summary>An event is raised; a method that raises it further down is called.</summary>
    private static string Does(Demand demand, DemandSite site, bool isDone) =>
        site.Machine.Table.Events.Any(@event => @event.DisplayName == demand.Event)
            ? $"{(isDone ? "raises" : "may raise")} {demand.Event}"
            : $"{(isDone ? "calls" : "may call")} '{demand.Event}'";

    private static string LegalOf(DemandSite site)
    {
        var table = site.Machine.Table;
        var states = new List<string>();
        foreach (var state in table.All - site.Effect.MayFail - site.Effect.MustFail)
        {
            // In states that a field's machine never is in nothing fails, and nothing comes of it.
            if (!site.Effect.Normal[state].IsEmpty || !site.Effect.Fresh.IsEmpty)
            {
                states.Add(table.NameOf(state));
            }
        }

        return states.Count == 0 ? "It can be called in no state." : $"It can be called in {Words.List(states, MaxLegalStates)}.";
    }

    /// <summary>The line, and the file where it is another.</summary>
    private static string PlaceOf(Demand demand, DemandSite site)
    {
        var line = $"line {Words.LineOf(demand.Site)}";
        return demand.Site.SyntaxTree == site.Key.Syntax.SyntaxTree || demand.Site.SyntaxTree.FilePath.Length == 0
            ? line
            : $"{line} of {System.IO.Path.GetFileName(demand.Site.SyntaxTree.FilePath)}";
    }
}
