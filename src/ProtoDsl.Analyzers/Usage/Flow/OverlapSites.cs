using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>A use of a machine while the task of an event that was raised before is not awaited.</summary>
/// <param name="Use">Where.</param>
/// <param name="What">What is used: <c>CloseAsync</c>, <c>State</c>.</param>
/// <param name="Machine">What the machine may do.</param>
/// <param name="Pending">The event.</param>
internal sealed record OverlapSite(SyntaxNode Use, string What, MachineTable Machine, PendingEvent Pending);

/// <summary>The uses of machines in one body, and those among them that come too early whichever way they are reached.</summary>
internal sealed class OverlapSites
{
    private readonly Dictionary<SyntaxNode, OverlapSite> _early = [];
    private readonly HashSet<SyntaxNode> _others = [];

    /// <summary>All uses that the flow has reached.</summary>
    public IEnumerable<SyntaxNode> Reached => _early.Keys.Concat(_others);

    /// <summary>Those that certainly come too early, in the order of the text.</summary>
    public IEnumerable<OverlapSite> Certain => _early.Values.Where(site => !_others.Contains(site.Use)).OrderBy(site => site.Use.SpanStart).ThenBy(site => site.Use.Span.End);

    /// <summary>A machine is used: one more way to come there. What follows on this path has been told.</summary>
    public void Use(FlowState state, int @object, SyntaxNode use, string what)
    {
        var facts = state.FactsOf(@object);
        switch (facts.Pending)
        {
            case null:
                _others.Add(use);
                break;
            case { IsTold: false } pending:
                _early[use] = new OverlapSite(use, what, facts.Machine, pending);
                state.SetPending(@object, pending with { IsTold = true });
                break;
        }
    }
}
