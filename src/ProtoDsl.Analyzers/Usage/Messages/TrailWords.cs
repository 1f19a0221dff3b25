using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
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
        foreach (var state in site.BadStates)
        {
            states.Add(site.Machine.Table.NameOf(state) + (states.Count < MaxStates ? Of(site.Trail.StepTo(state)) : ""));
        }

        return states.Count switch
        {
            1 => states[0],
            2 => states[0] + " or " + states[1],
            <= MaxStates => string.Join(", ", states.Take(states.Count - 1)) + " or " + states[states.Count - 1],
            _ => string.Join(", ", states.Take(MaxStates)) + $" or one of {states.Count - MaxStates} more states",
        };
    }

    /// <summary>The last step, and the one before: <c> (entered by Receive(Ack) at line 41, after Close at line 40)</c>; empty where nothing is
    /// known.</summary>
    public static string Of(TrailStep? step)
    {
        switch (step)
        {
            case null:
                return "";
            case { Kind: TrailKind.Created }:
                return $" (new at line {Words.LineOf(step.Site)})";
            case { Kind: TrailKind.Tested }:
                return $" (as tested at line {Words.LineOf(step.Site)})";
            default:
                var before = step.Previous is { Kind: TrailKind.Entered } previous
                    ? $", after {previous.What} at line {Words.LineOf(previous.Site)}"
                    : "";
                return $" (entered by {step.What} at line {Words.LineOf(step.Site)}{before})";
        }
    }

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
