using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>A call of an event.</summary>
internal sealed class EventSite(IInvocationOperation call, MachineMember member, EventTable @event, TagKnowledge tags)
    : JudgedSite(new SiteKey(call.Syntax), member.Machine)
{
    /// <summary>The call.</summary>
    public IInvocationOperation Call { get; } = call;

    /// <summary>The event.</summary>
    public EventTable Event { get; } = @event;

    /// <summary>What is known of the event's tags.</summary>
    public TagKnowledge Tags { get; } = tags;

    /// <summary>True for an event that throws when it is illegal, and does not answer.</summary>
    public bool Throws { get; } = member.Kind == MemberKind.Raise;

    /// <inheritdoc/>
    public override Failing Fails
    {
        get
        {
            if (!Throws)
            {
                return default;
            }

            // Of a message, and of a machine that others move, only what is certain is said: the rest is up to them.
            var illegal = Machine.Table.All - Event.MayBeLegal(Tags);
            return new Failing(illegal, Machine.Table.IsShared || Event.Event.Kind == RelationEventKind.Receive ? default : illegal);
        }
    }
}

/// <summary>A call of a method that raises events on a machine it is handed or finds.</summary>
internal sealed class DemandSite(SiteKey key, SyntaxNode callName, IMethodSymbol callee, SubjectEffect effect, string name, bool isOwner)
    : JudgedSite(key, effect.Machine)
{
    /// <summary>Where to point.</summary>
    public SyntaxNode CallName { get; } = callName;

    /// <summary>The method.</summary>
    public IMethodSymbol Callee { get; } = callee;

    /// <summary>What it does to the machine.</summary>
    public SubjectEffect Effect { get; } = effect;

    /// <summary>The machine, as it is written, or the object that owns it.</summary>
    public string Name { get; } = name;

    /// <summary>True for an object that owns the machine.</summary>
    public bool IsOwner { get; } = isOwner;

    /// <summary>True when the call never comes back because of mistakes in the callee, which are reported there.</summary>
    public bool IsDeadEnd => !Rows.IsEmpty && IsDeadEndFrom(Effect, Rows.States);

    /// <inheritdoc/>
    public override Failing Fails => new(Effect.MustFail, Effect.MayFail);

    /// <inheritdoc/>
    /// <remarks>Of several events that may be illegal there must be one that is a mistake by itself: if each is legal from some state, the states may go with
    /// the paths.</remarks>
    public override Verdict Verdict => base.Verdict is var verdict
        && verdict == Verdict.MayBeIllegal
        && Effect.Demands.Length > 1
        && Effect.Demands.All(demand => VerdictOn(new Failing(Effect.MustFail & demand.EntryStates, Effect.MayFail & demand.EntryStates)) is not (Verdict.MayBeIllegal or Verdict.Illegal))
            ? Verdict.Legal
            : verdict;

    /// <summary>True when from none of some states the callee comes back without a mistake, but beyond one.</summary>
    public static bool IsDeadEndFrom(SubjectEffect effect, StateSet states) => (states - effect.DeadEnds).IsEmpty;
}

/// <summary>The places that the flow has reached and that are judged.</summary>
internal sealed class CallSites
{
    private readonly Dictionary<SiteKey, JudgedSite> _sites = [];

    /// <summary>In the order of the text.</summary>
    public IEnumerable<JudgedSite> InOrder => _sites.Values.OrderBy(site => site.Key.Syntax.SpanStart).ThenBy(site => site.Key.Syntax.Span.End);

    /// <summary>The record of an event.</summary>
    public EventSite At(IInvocationOperation call, MachineMember member, EventTable @event, TagKnowledge tags)
    {
        var key = new SiteKey(call.Syntax);
        if (_sites.TryGetValue(key, out var known) && known is EventSite site)
        {
            return site;
        }

        var added = new EventSite(call, member, @event, tags);
        _sites[key] = added;
        return added;
    }

    /// <summary>The record of a place that is judged by an attribute.</summary>
    public TSite At<TSite>(SiteKey key, Func<SiteKey, TSite> make)
        where TSite : JudgedSite
    {
        if (_sites.TryGetValue(key, out var known) && known is TSite site)
        {
            return site;
        }

        var added = make(key);
        _sites[key] = added;
        return added;
    }

    /// <summary>The record of a call.</summary>
    public DemandSite At(SyntaxNode syntax, IMethodSymbol callee, SubjectEffect effect, string name, bool isOwner)
    {
        var key = new SiteKey(syntax, effect.Subject);
        if (_sites.TryGetValue(key, out var known) && known is DemandSite site)
        {
            return site;
        }

        var added = new DemandSite(key, syntax, callee, effect, name, isOwner);
        _sites[key] = added;
        return added;
    }
}
