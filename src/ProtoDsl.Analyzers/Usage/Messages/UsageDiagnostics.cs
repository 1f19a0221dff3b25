using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Messages;

/// <summary>Findings about the C# that uses machines: one method a message.</summary>
internal static class UsageDiagnostics
{
    /// <summary>Property: the machine's C# class.</summary>
    public const string MachineKey = "Machine";

    /// <summary>Property: the event's C# name, without <c>Async</c>.</summary>
    public const string EventKey = "Event";

    /// <summary>Property: the states that the machine may be in, joined by commas.</summary>
    public const string StatesKey = "States";

    /// <summary>Property: the states in which the event may be legal, joined by commas.</summary>
    public const string LegalStatesKey = "LegalStates";

    /// <summary>Property of a contract to add: the enum of the states, by its name in metadata.</summary>
    public const string StateTypeKey = "StateType";

    /// <summary>Property: the calls that may lead to where the event is legal, joined by commas.</summary>
    public const string LeadingCallsKey = "LeadingCalls";

    /// <summary>Property: how a test always comes out, <c>true</c> or <c>false</c>.</summary>
    public const string OutcomeKey = "Outcome";

    /// <summary>A place that was judged.</summary>
    public static Diagnostic Of(JudgedSite site) => site switch
    {
        EventSite raised => Illegal(raised),
        DemandSite call => IllegalCall(call),
        ContractSite contract => ContractDiagnostics.Broken(contract),
        UnfinishedSite made => Unfinished(made),
        StateTestSite test => ConstantTest(test),
        _ => throw new ArgumentException("unknown kind of place", nameof(site)),
    };

    /// <summary>A call of a method that, from the states at hand, raises an event that is illegal.</summary>
    private static Diagnostic IllegalCall(DemandSite site)
    {
        var demands = site.Effect.Demands.Where(demand => !(demand.EntryStates & site.BadStates).IsEmpty).ToArray();
        return Diagnostic.Create(
            site.Verdict == Verdict.Illegal ? UsageRules.IllegalEvent : UsageRules.EventMayBeIllegal,
            Words.LocationOf(site.CallName),
            TrailWords.LocationsOf(site.Trail, site.BadStates).Concat(demands.Select(demand => Words.LocationOf(demand.Site))),
            ImmutableDictionary<string, string?>.Empty
                .Add(MachineKey, site.Machine.Table.Relation.ClassName)
                .Add(StatesKey, NamesOf(site.Machine.Table, site.BadStates)),
            IllegalCallMessage.Of(site, demands));
    }

    /// <summary>An event that is or may be illegal, or a message that is not expected, in every state at hand. Additional locations: where the machine was
    /// made and each change of state, in order.</summary>
    private static Diagnostic Illegal(EventSite site)
    {
        var @event = site.Event;
        var table = site.Machine.Table;
        var leads = new List<string>();
        foreach (var call in IllegalEventMessage.CallsThatLeadThere(site, @event, table))
        {
            leads.Add(call.Event.Name);
        }

        return Diagnostic.Create(
            @event.Event.Kind == RelationEventKind.Receive ? UsageRules.UnexpectedMessage
                : site.Verdict == Verdict.Illegal ? UsageRules.IllegalEvent
                : UsageRules.EventMayBeIllegal,
            Words.LocationOf(site.Call.Syntax),
            TrailWords.LocationsOf(site.Trail, site.BadStates),
            PropertiesOf(site.Machine, @event)
                .Add(StatesKey, NamesOf(table, site.BadStates))
                .Add(LegalStatesKey, NamesOf(table, @event.MayBeLegal(site.Tags)))
                .Add(LeadingCallsKey, string.Join(",", leads)),
            IllegalEventMessage.Of(site));
    }

    /// <summary>A machine that is left in a state that is not final. Additional locations: what led there, in order.</summary>
    private static Diagnostic Unfinished(UnfinishedSite site)
    {
        var table = site.Machine.Table;
        return Diagnostic.Create(
            UsageRules.NotFinished,
            Words.LocationOf(site.Key.Syntax),
            TrailWords.LocationsOf(site.Trail, site.BadStates),
            ImmutableDictionary<string, string?>.Empty
                .Add(MachineKey, table.Relation.ClassName)
                .Add(StatesKey, NamesOf(table, site.BadStates))
                .Add(LeadingCallsKey, string.Join(",", UnfinishedMessage.CallsThatFinish(site).Select(call => call.Event.Name))),
            UnfinishedMessage.Of(site));
    }

    /// <summary>A test of a state that always comes out the same. Additional locations: what led to the states that are possible, in order.</summary>
    private static Diagnostic ConstantTest(StateTestSite site)
    {
        var table = site.Machine.Table;
        return Diagnostic.Create(
            UsageRules.ConstantTest,
            site.Key.Syntax.GetLocation(),
            TrailWords.LocationsOf(site.Trail, site.BadStates),
            ImmutableDictionary<string, string?>.Empty
                .Add(MachineKey, table.Relation.ClassName)
                .Add(StatesKey, NamesOf(table, site.BadStates))
                .Add(OutcomeKey, site.Outcome == true ? "true" : "false"),
            ConstantTestMessage.Of(site));
    }

    /// <summary>The result of <c>TryX</c> is thrown away.</summary>
    public static Diagnostic TryResultIgnored(IInvocationOperation call, MachineMember member, EventTable @event)
    {
        var method = call.TargetMethod.Name;
        var raise = method.Substring("Try".Length);
        return Diagnostic.Create(
            UsageRules.TryResultIgnored,
            Words.LocationOf(call.Syntax),
            PropertiesOf(member.Machine, @event),
            $"The result of '{method}' is ignored, so nobody learns when '{@event.DisplayName}' did not happen: test it, call '{raise}', which throws, or write '_ = ' before it.");
    }

    /// <summary>An event of an asynchronous machine is neither awaited nor kept.</summary>
    public static Diagnostic NotAwaited(IInvocationOperation call, MachineMember member, EventTable @event)
    {
        var name = Words.NameOf(call.Instance, member.Machine.Table.Relation.ClassName);
        return Diagnostic.Create(
            UsageRules.NotAwaited,
            Words.LocationOf(call.Syntax),
            PropertiesOf(member.Machine, @event),
            $"'{call.TargetMethod.Name}' is not awaited: '{name}' is in its new state only when the task is done, and until then every other event throws. Write 'await' before it.");
    }

    /// <summary>The members of the enum, joined by commas: the value of a property.</summary>
    public static string NamesOf(MachineTable table, StateSet states)
    {
        var names = new List<string>();
        foreach (var state in states)
        {
            names.Add(table.NameOf(state));
        }

        return string.Join(",", names);
    }

    private static ImmutableDictionary<string, string?> PropertiesOf(MachineType machine, EventTable @event) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(MachineKey, machine.Table.Relation.ClassName)
            .Add(EventKey, @event.Event.Name);
}
