using System;
using System.Collections.Generic;
using ProtoDsl.Verification.Verdicts;

namespace ProtoDsl.Verification.Exploration;

/// <summary>What was found at one capacity.</summary>
internal sealed class Exploration(Expander expander, ConfigurationStore store)
{
    /// <summary>Each kind of violation and culprit once, the shortest trace first.</summary>
    public required IReadOnlyList<Site> Sites { get; init; }

    /// <summary>The capacity of the channels.</summary>
    public required int Capacity { get; init; }

    /// <summary>Configurations in which nothing can happen though the session is not over, or a message is unlisted where its reader listens.</summary>
    public required BitList Explained { get; init; }

    /// <summary>The steps, where they were asked for.</summary>
    public EdgeList? Edges { get; init; }

    /// <summary>Steps from the start to the farthest configuration.</summary>
    public required int Layers { get; init; }

    public Expander Expander { get; } = expander;

    public ConfigurationStore Store { get; } = store;

    public int Count => Store.Count;

    /// <summary>False when there are more configurations than were allowed.</summary>
    public bool IsComplete => !Store.IsFull;

    /// <summary>True when no send was refused for room: a larger capacity changes nothing.</summary>
    public bool IsSaturated => IsComplete && Array.IndexOf(Expander.WasRefused, true) < 0;

    /// <summary>The most messages that stood in one channel.</summary>
    public int LongestQueue => Expander.LongestQueue;

    /// <summary>The steps to a configuration; as few as there can be, unless the search was reduced.</summary>
    public IReadOnlyList<SystemStep> Trace(int configuration) => new TraceBuilder(Expander, Store).To(configuration);

    /// <summary>What is to blame for a site.</summary>
    public SiteKey KeyOf(Site site) => SiteKey.Of(Expander.Table.System, site, Configuration(site.Configuration).LocalStates);

    /// <summary>The most messages that stand in one channel on the way to a configuration.</summary>
    public int LongestQueueTo(int configuration)
    {
        var longest = 0;
        for (var at = configuration; at >= 0; at = Store.Parent(at))
        {
            var words = Store.Locate(at, out var offset);
            foreach (var channel in Expander.Table.Layout.Channels) longest = Math.Max(longest, channel.Length(words, offset));
        }

        return longest;
    }

    /// <summary>A configuration for people.</summary>
    public Configuration Configuration(int index)
    {
        var words = Store.Locate(index, out var offset);
        return Expander.Table.Layout.Unpack(words, offset);
    }
}
