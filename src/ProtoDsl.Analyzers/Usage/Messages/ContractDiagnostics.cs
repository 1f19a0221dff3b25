using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoDsl.Analyzers.Usage.Contracts;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Flow;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Messages;

/// <summary>Findings about the attributes that speak of states.</summary>
internal static class ContractDiagnostics
{
    /// <summary>Property: the attribute, without brackets.</summary>
    public const string ContractKey = "Contract";

    /// <summary>Property: the C# that was probably meant where the finding points; null for none.</summary>
    public const string ReplacementKey = "Replacement";

    /// <summary>An attribute about states means nothing where it stands: at the argument that is to blame, or else at the attribute.</summary>
    public static Diagnostic Unreadable(AttributeSyntax attribute, ContractKind kind, ContractProblem problem)
    {
        var arguments = attribute.ArgumentList?.Arguments ?? default;
        var isPointed = problem.Argument >= 0 && problem.Argument < arguments.Count && arguments.All(argument => argument.NameColon is null)
            && arguments[problem.Argument].Expression is not (ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax);
        return Diagnostic.Create(
            UsageRules.UnreadableContract,
            isPointed ? arguments[problem.Argument].Expression.GetLocation() : attribute.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(ContractKey, kind.ToString()).Add(ReplacementKey, isPointed ? problem.Replacement : null),
            problem.Message);
    }

    /// <summary>A contract is not kept: an error where that is certain, else a warning. Additional locations: each change of state, in order.</summary>
    public static Diagnostic Broken(ContractSite site) => Diagnostic.Create(
        UsageRules.BrokenContract,
        site.Location,
        site.Verdict == Verdict.Illegal ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        TrailWords.LocationsOf(site.Trail, site.BadStates),
        ImmutableDictionary<string, string?>.Empty
            .Add(UsageDiagnostics.MachineKey, site.Machine.Symbol.Name)
            .Add(UsageDiagnostics.StatesKey, UsageDiagnostics.NamesOf(site.Machine.Table, site.BadStates))
            .Add(UsageDiagnostics.LegalStatesKey, UsageDiagnostics.NamesOf(site.Machine.Table, site.States)),
        BrokenContractMessage.Of(site));

    /// <summary>Others can call a method, and find out only when they do what it needs.</summary>
    public static Diagnostic ToAdd(IMethodSymbol method, IParameterSymbol parameter, MachineType machine, StateSet states) => Diagnostic.Create(
        UsageRules.ContractToAdd,
        parameter.Locations[0],
        ImmutableDictionary<string, string?>.Empty
            .Add(UsageDiagnostics.MachineKey, machine.Symbol.Name)
            .Add(UsageDiagnostics.StateTypeKey, MetadataNameOf(machine.StateType))
            .Add(UsageDiagnostics.StatesKey, UsageDiagnostics.NamesOf(machine.Table, states)),
        BrokenContractMessage.ToAdd(method, parameter, machine, states));

    private static string MetadataNameOf(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? MetadataNameOf(outer) + "+" + type.MetadataName
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.MetadataName
        : type.MetadataName;

    /// <summary>An attribute demands more, or promises less, than what its member overrides or implements. Not certain to go wrong: perhaps nobody calls it
    /// under the other name.</summary>
    public static Diagnostic AtOddsWithInherited(AttributeSyntax attribute, ContractClause clause, ISymbol target, ContractConflict conflict) => Diagnostic.Create(
        UsageRules.BrokenContract,
        attribute.GetLocation(),
        DiagnosticSeverity.Warning,
        conflict.Inherited.Locations.Where(location => location.IsInSource),
        ImmutableDictionary<string, string?>.Empty.Add(ContractKey, clause.Kind.ToString()).Add(UsageDiagnostics.MachineKey, conflict.Machine.Symbol.Name),
        ContractMessages.AtOddsWithInherited(clause, target, conflict));
}
