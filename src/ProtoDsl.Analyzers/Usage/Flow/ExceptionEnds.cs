using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>The exceptions by which a body may be left, and what holds then.</summary>
internal sealed class ExceptionEnds
{
    /// <summary>Exceptions that are told apart. More mean that nobody asks for one of them.</summary>
    private const int MaxKinds = 8;

    private readonly Dictionary<Thrown, Disjuncts> _ends = [];

    /// <summary>The exceptions, in an order that does not depend on how they were found.</summary>
    public ImmutableArray<Thrown> Kinds =>
        _ends.Keys.OrderBy(thrown => thrown.Type?.ToDisplayString() ?? "", StringComparer.Ordinal).ThenBy(thrown => thrown.IsExact).ToImmutableArray();

    /// <summary>What holds where one is thrown; nothing where nobody has asked.</summary>
    public FlowState? StateOf(Thrown thrown) => _ends[thrown].All.FirstOrDefault();

    /// <summary>One may be thrown.</summary>
    public void Add(Thrown thrown, FlowState? state)
    {
        if (!_ends.ContainsKey(thrown) && _ends.Count >= MaxKinds)
        {
            thrown = Thrown.Anything;
        }

        if (!_ends.TryGetValue(thrown, out var ends))
        {
            _ends.Add(thrown, ends = new Disjuncts(maxCases: 1));
        }

        if (state is not null)
        {
            ends.Add(state);
        }
    }
}
