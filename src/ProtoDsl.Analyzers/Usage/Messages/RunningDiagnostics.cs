using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Flow;
using ProtoDsl.Analyzers.Usage.Reentry;

namespace ProtoDsl.Analyzers.Usage.Messages;

/// <summary>Findings about a machine that is used in the middle of one of its events, and about code that is too large to tell: one method a message.</summary>
internal static class RunningDiagnostics
{
    private const string OnTransition = "OnTransition";

    /// <summary>A machine is used before the task of an event is awaited. Additional location: where that was raised.</summary>
    public static Diagnostic UsedTooEarly(OverlapSite site)
    {
        var machine = site.Machine.Relation.ClassName;
        return Diagnostic.Create(
            UsageRules.NotAwaited,
            Words.LocationOf(site.Use),
            [Words.LocationOf(site.Pending.Site)],
            PropertiesOf(machine),
            $"'{Words.OneLine(site.What)}' comes while '{site.Pending.Method}' of line {Words.LineOf(site.Pending.Site)} is not awaited: until its task is done, {machine} is in no certain state and every other event throws. Await it first.");
    }

    /// <summary>An event is raised where the machine that runs this code is in the middle of another.</summary>
    public static Diagnostic RaisedInside(IInvocationOperation raised, IMethodSymbol callback, RunningMachine running) => Diagnostic.Create(
        UsageRules.RaisedInside,
        Words.LocationOf(raised.Syntax),
        PropertiesOf(running.Machine.Symbol.Name),
        $"'{raised.TargetMethod.Name}' always throws here: {Why(callback, running)}.{Advice(callback)}");

    /// <summary>The same by way of a helper. Additional location: where that raises it.</summary>
    public static Diagnostic RaisedInside(IInvocationOperation call, IInvocationOperation raised, IMethodSymbol callback, RunningMachine running) => Diagnostic.Create(
        UsageRules.RaisedInside,
        Words.LocationOf(call.Syntax),
        [Words.LocationOf(raised.Syntax)],
        PropertiesOf(running.Machine.Symbol.Name),
        $"'{call.TargetMethod.Name}' always throws here, for it raises '{raised.TargetMethod.Name}' at line {Words.LineOf(raised.Syntax)}: {Why(callback, running)}.{Advice(callback)}");

    /// <summary>A body is too large.</summary>
    public static Diagnostic NotAnalysed(ISymbol owner)
    {
        var name = owner switch
        {
            IMethodSymbol { AssociatedSymbol: { } property } => property.Name,
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => owner.ContainingType.Name,
            IMethodSymbol { Name: "<Main>$" } => "The program",
            _ => owner.Name,
        };
        return Diagnostic.Create(
            UsageRules.NotAnalysed,
            owner.Locations.Length > 0 ? owner.Locations[0] : Location.None,
            $"'{name}' is not analysed: it is too large, so mistakes in its use of machines may go unnoticed. Split it into smaller methods.");
    }

    private static string Why(IMethodSymbol callback, RunningMachine running) =>
        $"{running.Machine.Symbol.Name} runs '{callback.Name}' in the middle of an event, which runs to completion before the next";

    private static string Advice(IMethodSymbol callback) => callback.Name == OnTransition
        ? " Raise it when that event has returned."
        : " Raise it when that event has returned, or let the table's row lead on.";

    private static ImmutableDictionary<string, string?> PropertiesOf(string machine) =>
        ImmutableDictionary<string, string?>.Empty.Add(UsageDiagnostics.MachineKey, machine);
}
