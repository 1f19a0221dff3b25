using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Relation;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Messages;

/// <summary>Who has not kept what an attribute says, in one line that stands alone.</summary>
internal static class BrokenContractMessage
{
    private const int MaxStates = 6;

    /// <summary><c>'Use' demands that 'd' is in Open, but it is in Closed (new at line 3). Call Open first?</c></summary>
    public static string Of(ContractSite site)
    {
        var owner = NameOf(site.Owner);
        var named = Or(NamesOf(site.Machine.Table, site.States));
        var isThere = (site.Rows.States - site.BadStates).IsEmpty;
        var found = $"{(isThere ? "is" : "may be")} in {TrailWords.StatesOf(site)}";
        return site.Role switch
        {
            ContractRole.Demanded => $"{owner} demands that '{site.Name}' is in {named}, but it {found}.{AdviceOf(site)}",
            ContractRole.Stored => $"{owner} is always in {named}, but '{site.Name}' {found}.{AdviceOf(site)}",
            ContractRole.Kept => $"'{site.Name}' is always in {named}, but where {owner} returns it {found}: leave it so, or say in [InState] what is so.",
            ContractRole.Returned => $"{owner} promises to return a machine in {named}, but this one {found}: return one that is, or promise what is so.",
            ContractRole.Unchanged => $"{owner} promises to leave '{site.Name}' as it was, but it {(site.Verdict == Verdict.Illegal ? "goes" : "may go")} to {TrailWords.StatesOf(site)}: "
                + "bring it back, or leave [StateUnchanged] out.",
            _ => $"{owner} promises to leave '{site.Name}' in {named}{WhereOf(site.Role)}, but here it {found}: bring it there, throw, or promise what is so.",
        };
    }

    /// <summary><c>'Send2' needs 'c' in Established or CloseWait: say so with [InState(…)].</c></summary>
    public static string ToAdd(IMethodSymbol method, IParameterSymbol parameter, MachineType machine, StateSet states)
    {
        var names = NamesOf(machine.Table, states);
        return $"{NameOf(method)} needs '{parameter.Name}' in {Or(names)}: say so with [InState({Words.List(names.Select(name => machine.StateType.Name + "." + name).ToArray(), MaxStates)})].";
    }

    private static string WhereOf(ContractRole role) => role switch
    {
        ContractRole.LeftWhenTrue => " where it returns true",
        ContractRole.LeftWhenFalse => " where it returns false",
        _ => "",
    };

    /// <summary>Where exactly one call leads there, it is probably the one that was forgotten.</summary>
    private static string AdviceOf(ContractSite site)
    {
        var table = site.Machine.Table;
        var leads = table.Events.Where(@event => @event.Event.Kind == RelationEventKind.Call && Leads(@event, site)).Take(2).ToArray();
        var isCertain = site.Verdict == Verdict.Illegal;
        return leads.Length == 1 ? $" Call {leads[0].DisplayName} first{(isCertain ? "" : " in that case")}?"
            : isCertain ? ""
            : " Test its state first.";
    }

    private static bool Leads(EventTable @event, ContractSite site)
    {
        foreach (var state in site.BadStates)
        {
            if ((@event.After(state, TagKnowledge.None) & site.States).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A constructor is called like its class, an accessor like its property.</summary>
    private static string NameOf(ISymbol owner) => owner switch
    {
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => "The lambda",
        IMethodSymbol { AssociatedSymbol: { } property } => NameOf(property),
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor, ContainingType: { } type } => $"'{type.Name}'",
        IMethodSymbol { MethodKind: MethodKind.DelegateInvoke, ContainingType: { } type } => $"'{type.Name}'",
        IPropertySymbol { IsIndexer: true, ContainingType: { } type } => $"The indexer of '{type.Name}'",
        IFieldSymbol { AssociatedSymbol: { } property } => $"'{property.Name}'",
        _ => $"'{owner.Name}'",
    };

    private static List<string> NamesOf(MachineTable table, StateSet states)
    {
        var names = new List<string>();
        foreach (var state in states)
        {
            names.Add(table.NameOf(state));
        }

        return names;
    }

    private static string Or(IReadOnlyList<string> names) => names.Count switch
    {
        1 => names[0],
        <= MaxStates => string.Join(", ", names.Take(names.Count - 1)) + " or " + names[names.Count - 1],
        _ => string.Join(", ", names.Take(MaxStates)) + $" or one of {names.Count - MaxStates} more states",
    };
}
