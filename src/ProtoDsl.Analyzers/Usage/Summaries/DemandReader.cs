using System.Collections.Generic;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>What a body asks of its callers: the events that are legal from some states at entry and not from others.</summary>
internal static class DemandReader
{
    /// <summary>The demands on one machine.</summary>
    public static List<(Demand Demand, bool IsWorthSaying)> Of(BodyContext context, BoundSubject subject, ICollection<SiteKey> reported)
    {
        var demands = new List<(Demand Demand, bool IsWorthSaying)>();
        foreach (var site in context.Sites.InOrder)
        {
            if (site.Machine != subject.Machine || reported.Contains(site.Key) || site is ContractSite { IsDemand: false })
            {
                continue;
            }

            var (entries, isWorthSaying) = EntriesThatFail(site, subject);
            if (!entries.IsEmpty)
            {
                demands.Add((new Demand(site.Key.Syntax, NameOf(site), entries), isWorthSaying));
            }
        }

        return demands;
    }

    private static (StateSet Entries, bool IsWorthSaying) EntriesThatFail(JudgedSite site, BoundSubject subject)
    {
        var entries = default(StateSet);
        var fails = site.Fails;
        var isWorthSaying = !fails.Maybe.IsEmpty;
        foreach (var origin in site.Rows.Origins)
        {
            if (origin.Origin != subject.Origin)
            {
                continue;
            }

            for (var entry = 0; entry < origin.Rows.Length; entry++)
            {
                var row = origin.Rows[entry];
                var isBad = !row.IsEmpty && ((row - fails.Certainly).IsEmpty || !(row & fails.Maybe).IsEmpty);
                entries = isBad ? entries.With(entry) : entries;
            }
        }

        return (entries, isWorthSaying);
    }

    private static string NameOf(JudgedSite site) => site switch
    {
        EventSite raised => raised.Event.DisplayName,
        DemandSite call => call.Callee.Name,
        ContractSite contract => contract.Owner.Name,
        _ => "",
    };
}
