using System.Collections.Generic;
using System.Linq;
using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;

namespace ProtoDsl.Analyzers.Usage.Messages;

/// <summary>Why a call is illegal and what would be legal, in one line that stands alone.</summary>
internal static class IllegalEventMessage
{
    private const int MaxStates = 3;
    private const int MaxLegalStates = 6;
    private const int MaxLegalEvents = 6;

    /// <summary><c>'Send' is illegal here: 'conn' is in FinWait2 (entered by …): our FIN is already sent. Legal in Established, CloseWait; legal
    /// here: Abort.</c></summary>
    public static string Of(EventSite site)
    {
        var @event = site.Event;
        var table = site.Machine.Table;
        var isMessage = @event.Event.Kind == RelationEventKind.Receive;
        var name = Words.NameOf(site.Call.Instance, table.Relation.ClassName);
        var opening = isMessage ? $"'{@event.DisplayName}' is not expected here: '{name}' is in"
            : site.Verdict == Verdict.Illegal ? $"'{@event.DisplayName}' is illegal here: '{name}' is in"
            : $"'{@event.DisplayName}' may be illegal here: '{name}' may be in";
        opening += " " + TrailWords.StatesOf(site);
        return opening + ReasonOf(site, @event) + ". " + LegalOf(site, @event, table) + AdviceOf(site, @event, table);
    }

    private static string ReasonOf(EventSite site, EventTable @event)
    {
        var reasons = new List<string>();
        foreach (var state in site.BadStates)
        {
            reasons.AddRange(@event.ReasonsIn(state, site.Tags).Select(Words.OneLine).Where(reason => reason.Length > 0));
        }

        var distinct = reasons.Distinct().Take(MaxStates).ToArray();
        return distinct.Length == 0 ? "" : ": " + string.Join("; ", distinct);
    }

    private static string LegalOf(EventSite site, EventTable @event, MachineTable table)
    {
        var states = new List<string>();
        foreach (var state in @event.MayBeLegal(site.Tags))
        {
            states.Add(table.NameOf(state));
        }

        var here = table.Events
            .Where(other => other.Event.Kind is RelationEventKind.Call or RelationEventKind.Receive && IsLegalInAll(other, site.BadStates))
            .Select(other => other.DisplayName)
            .ToArray();
        var legal = @event.Event.Kind == RelationEventKind.Receive ? "Expected" : "Legal";
        return $"{legal} in {(states.Count == 0 ? "no state" : Words.List(states, MaxLegalStates))}"
            + (here.Length == 0 || site.Verdict != Verdict.Illegal ? "." : "; legal here: " + Words.List(here, MaxLegalEvents) + ".");
    }

    /// <summary>Where exactly one call leads to where the event is legal, it is probably the one that was forgotten. Where the state is not certain, there
    /// is always a test.</summary>
    private static string AdviceOf(EventSite site, EventTable @event, MachineTable table)
    {
        var leads = CallsThatLeadThere(site, @event, table).Take(2).ToArray();
        var isCertain = site.Verdict == Verdict.Illegal;
        if (leads.Length == 1)
        {
            return isCertain ? $" Call {leads[0].DisplayName} first?" : $" Call {leads[0].DisplayName} first in that case?";
        }

        var method = site.Call.TargetMethod;
        var attempt = "Try" + method.Name;
        return isCertain ? ""
            : method.ContainingType.GetMembers(attempt).IsEmpty ? " Test its state first."
            : $" Test its state first, or call '{attempt}'.";
    }

    /// <summary>The calls that are legal in all states at hand and may lead, from each, to one where the event is legal. Nobody ends a machine in order
    /// that a message is expected.</summary>
    public static IEnumerable<EventTable> CallsThatLeadThere(EventSite site, EventTable @event, MachineTable table)
    {
        var legal = @event.MayBeLegal(site.Tags);
        for (var state = 0; @event.Event.Kind == RelationEventKind.Receive && state < table.Relation.States.Count; state++)
        {
            legal = table.Relation.States[state].IsFinal ? legal - StateSet.Of(state) : legal;
        }

        return table.Events.Where(other => other.Event.Kind == RelationEventKind.Call && other != @event && LeadsTo(other, site.BadStates, legal));
    }

    private static bool LeadsTo(EventTable @event, StateSet from, StateSet to)
    {
        foreach (var state in from)
        {
            if ((@event.After(state, TagKnowledge.None) & to).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLegalInAll(EventTable @event, StateSet states) => (states - @event.MayBeLegal(TagKnowledge.None)).IsEmpty;
}
