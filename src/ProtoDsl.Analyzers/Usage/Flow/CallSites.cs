using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>One call of an event, and all that is known about the machine whenever the call is reached.</summary>
internal sealed class CallSite(IInvocationOperation call, MachineMember member, TagKnowledge tags)
{
    /// <summary>The call.</summary>
    public IInvocationOperation Call { get; } = call;

    /// <summary>What is called.</summary>
    public MachineMember Member { get; } = member;

    /// <summary>What is known of the event's tags.</summary>
    public TagKnowledge Tags { get; } = tags;

    /// <summary>The states in which the call is reached, on all paths together.</summary>
    public StateSet States { get; private set; }

    /// <summary>How the machine came to be in them.</summary>
    public Trail Trail { get; private set; }

    /// <summary>True when a path reaches it on which nothing is known.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>True when every path that reaches it does so in a state in which the event is illegal.</summary>
    public bool IsIllegal => Member is { Kind: MemberKind.Raise, Event: { } @event }
        && !IsUnknown
        && !States.IsEmpty
        && (States & @event.MayBeLegal(Tags)).IsEmpty;

    /// <summary>One more way to reach it.</summary>
    public void Add(ObjectFacts facts)
    {
        States |= facts.States;
        Trail = Trail.Join(Trail, facts.Trail);
        IsUnknown |= facts.States == Member.Machine.Table.All;
    }

    /// <summary>One more way to reach it, with a machine that is not followed.</summary>
    public void AddUnknown() => IsUnknown = true;
}

/// <summary>The calls that the flow has reached.</summary>
internal sealed class CallSites
{
    private readonly Dictionary<SyntaxNode, CallSite> _sites = [];

    /// <summary>In the order of the text.</summary>
    public IEnumerable<CallSite> InOrder => _sites.Values.OrderBy(site => site.Call.Syntax.SpanStart).ThenBy(site => site.Call.Syntax.Span.End);

    /// <summary>The record of a call.</summary>
    public CallSite At(IInvocationOperation call, MachineMember member, TagKnowledge tags)
    {
        if (!_sites.TryGetValue(call.Syntax, out var site))
        {
            _sites.Add(call.Syntax, site = new CallSite(call, member, tags));
        }

        return site;
    }
}
