using System.Collections.Immutable;
using System.Globalization;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Programs;
using ProtoDsl.Analyzers.Tests.Usage.Differential.Tables;

namespace ProtoDsl.Analyzers.Tests.Usage.Differential.Generation;

/// <summary>What the parts of the generator of one program share: chance, numbers of sites, the methods that there are to call.</summary>
internal sealed class Workshop(int seed, Feature feature, MachineShape machine)
{
    private readonly HashSet<int> _messages = [];
    private int _sites;
    private int _names;

    public Random Random { get; } = new(seed);

    public MachineShape Machine => machine;

    /// <summary>What may be called.</summary>
    public List<Callee> Callees { get; } = [];

    /// <summary>What a class that owns a machine offers.</summary>
    public List<Callee> OwnerMethods { get; } = [];

    public ImmutableHashSet<int> MessageSites => [.. _messages];

    /// <summary>True when programs of this kind have it.</summary>
    public bool Has(Feature wanted) =>
        feature == wanted
        || (feature == Feature.Mixed && wanted != Feature.Straight)
        || (feature == Feature.Async && wanted is Feature.Helpers or Feature.Flags or Feature.Exceptions or Feature.Loops)
        || (wanted == Feature.Branches && feature != Feature.Straight);

    public int Site(bool isMessage = false)
    {
        var site = _sites++;
        if (isMessage)
        {
            _messages.Add(site);
        }

        return site;
    }

    /// <summary>A name that no other local has.</summary>
    public string Name(string stem) => stem + (_names++).ToString(CultureInfo.InvariantCulture);

    public bool Chance(int percent) => Random.Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Random.Next(items.Count)];

    /// <summary>One of several, by weight.</summary>
    public T Weighted<T>(IReadOnlyList<(int Weight, T Item)> items)
    {
        var roll = Random.Next(items.Sum(item => item.Weight));
        foreach (var (weight, item) in items)
        {
            roll -= weight;
            if (roll < 0)
            {
                return item;
            }
        }

        throw new InvalidOperationException("Unreachable: the weights add up.");
    }
}

/// <summary>A method of the program that may be called.</summary>
/// <param name="Name">How it is called, with a receiver if need be.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Entry">The state that its author had in mind for its machine.</param>
/// <param name="Exit">The state in which it probably leaves it.</param>
/// <param name="IsAsync">It is awaited.</param>
internal sealed record Callee(string Name, CalleeKind Kind, int Entry, int Exit, bool IsAsync = false);

/// <summary>What a method of the program is for.</summary>
internal enum CalleeKind
{
    /// <summary>It is handed a machine: <c>void H(M p)</c>.</summary>
    Helper,

    /// <summary>It is handed a machine and answers: <c>bool P(M p)</c>.</summary>
    Predicate,

    /// <summary>It makes a machine: <c>M F()</c>.</summary>
    Factory,

    /// <summary>It may replace a machine: <c>void X(ref M p)</c>.</summary>
    Reference,

    /// <summary>It makes one into a variable: <c>bool O(out M p)</c>.</summary>
    Output,

    /// <summary>It uses what is around it: a local function, or a method that uses fields.</summary>
    Action,
}
