using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoDsl.Analyzers.Usage.Contracts;

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
