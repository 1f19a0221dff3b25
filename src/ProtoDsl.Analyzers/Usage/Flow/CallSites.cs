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
    private bool _isTested = true;
    private bool _isUnknown;

    /// <summary>The call.</summary>
    public IInvocationOperation Call { get; } = call;

    /// <summary>What is called.</summary>
    public MachineMember Member { get; } = member;

    /// <summary>What is known of the event's tags.</summary>
    public TagKnowledge Tags { get; } = tags;

    /// <summary>The rows in which the call is reached, on all paths together.</summary>
    public StateRows Rows { get; private set; } = StateRows.None;

    /// <summary>The states in which the call is reached.</summary>
    public StateSet States => Rows.States;

    /// <summary>How the machine came to be in them.</summary>
    public Trail Trail { get; private set; }

    /// <summary>What can be said about it. Of a machine that others move, only what is certain.</summary>
    public Verdict Verdict => Member is not { Kind: MemberKind.Raise, Event: { } @event } ? Verdict.Unreached
        : _isUnknown ? Verdict.Legal
        : Judge.Of(Rows, @event.MayBeLegal(Tags), _isTested);

    /// <summary>The states in which it is illegal, of those in which it is reached.</summary>
    public StateSet IllegalStates => Member.Event is { } @event ? Judge.IllegalStates(Rows, @event.MayBeLegal(Tags), _isTested) : default;

    /// <summary>One more way to reach it.</summary>
    public void Add(ObjectFacts facts)
    {
        Rows = StateRows.Join(Rows, facts.Rows);
        Trail = Trail.Join(Trail, facts.Trail);
        _isTested &= facts.IsTested;
    }

    /// <summary>One more way to reach it, with a machine that is not followed.</summary>
    public void AddUnknown() => _isUnknown = true;
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
