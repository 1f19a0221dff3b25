using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Messages;

/// <summary>How a machine came to be where it is, in words and as locations.</summary>
internal static class TrailWords
{
    private const int MaxLocations = 12;

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
