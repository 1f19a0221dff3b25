using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;

namespace ProtoDsl.Analyzers.Usage.Messages;

/// <summary>How a machine came to be where it is, in words and as locations.</summary>
internal static class TrailWords
{
    private const int MaxLocations = 12;
    private const int MaxStates = 3;

    /// <summary>The states that speak against a place, each with how it came about; the first three.</summary>
    public static string StatesOf(JudgedSite site)
    {
        var states = new List<string>();
        var isExplained = false;
        foreach (var state in site.BadStates)
        {
            var path = states.Count < MaxStates ? Of(site, site.Trail.StepTo(state)) : "";
            isExplained |= path.Length > 0;
            states.Add(site.Machine.Table.NameOf(state) + path);
        }

        var list = states.Count switch
        {
            1 => states[0],
            2 => states[0] + " or " + states[1],
            <= MaxStates => string.Join(", ", states.Take(states.Count - 1)) + " or " + states[states.Count - 1],
            _ => string.Join(", ", states.Take(MaxStates)) + $" or one of {states.Count - MaxStates} more states",
        };
        return isExplained ? list : list + OwnerOf(site);
    }

    /// <summary>The last step, and the one before: <c> (entered by Receive(Ack) at line 41, after Close at line 40)</c>; of a state that is not
    /// certain, the condition too. Empty where nothing is known.</summary>
    private static string Of(JudgedSite site, TrailStep? step) => step switch
    {
        null => "",
        { Kind: TrailKind.Tested } => $" (as tested at line {Words.LineOf(step.Site)})",
        { Kind: TrailKind.Assumed } => $" (as assumed at line {Words.LineOf(step.Site)})",
        _ when step.Site == site.Key.Syntax && PathWords.IsOfEarlierRound(site, step) => " (since this call in an earlier round)",
        _ => $" ({How(step)} at line {Words.LineOf(step.Site)}{Before(step)}{PathWords.Of(site, step)})",
    };

    private static string How(TrailStep step) => step.Kind switch
    {
        TrailKind.Created => "new",
        TrailKind.Left => $"left there by {Name(step)}",
        TrailKind.Returned => $"as returned by {Name(step)}",
        _ => $"entered by {Name(step)}",
    };

    private static string Before(TrailStep step) =>
        step.Previous is { Kind: TrailKind.Entered or TrailKind.Left } previous && previous.Site != step.Site
            ? $", after {Name(previous)} at line {Words.LineOf(previous.Site)}"
            : "";

    /// <summary>Events stand as they are; the names of methods in quotes, as in the rest of a message.</summary>
    public static string Name(TrailStep step) => step.Kind is TrailKind.Left or TrailKind.Returned ? $"'{step.What}'" : step.What;

    /// <summary>A machine that a member finds in a field comes from the other members.</summary>
    private static string OwnerOf(JudgedSite site) => site switch
    {
        EventSite { Call.Instance: IMemberReferenceOperation { Member.ContainingType: { } type } } => $" (as the members of {type.Name} leave it)",
        DemandSite { IsOwner: false, Effect.Subject.Member.ContainingType: { } type } => $" (as the members of {type.Name} leave it)",
        _ => "",
    };

    /// <summary>The steps that led into some states, in the order in which they were taken, each place once.</summary>
    public static List<Location> LocationsOf(Trail trail, StateSet states)
    {
        var locations = new List<Location>();
        foreach (var state in states)
        {
            var path = new Stack<Location>();
            for (var step = trail.StepTo(state); step is not null && path.Count < MaxLocations; step = step.Previous)
            {
                path.Push(Words.LocationOf(step.Site));
            }

            foreach (var location in path)
            {
                if (!locations.Contains(location) && locations.Count < MaxLocations)
                {
                    locations.Add(location);
                }
            }
        }

        return locations;
    }
}
