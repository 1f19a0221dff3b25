using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoDsl.Analyzers.Usage.Messages;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Contracts;

/// <summary>Reports attributes about states that mean nothing where they stand, which the analysis takes for absent. It looks at attributes only, and in
/// a project without machines not even at those.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UsageRules.UnreadableContract);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (!start.Compilation.GetTypesByMetadataName(MarkerNames.StateMachine).IsEmpty)
            {
                var reader = new ContractReader(new MachineCatalog(start.Compilation));
                start.RegisterSyntaxNodeAction(node => Analyze(node, reader), SyntaxKind.Attribute);
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, ContractReader reader)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (!MayBeOurs(attribute, context.SemanticModel)
            || ContractPlace.Of(attribute, context.SemanticModel, context.CancellationToken) is not { } place
            || place.DataOf(attribute) is not { } data
            || ContractKinds.Of(data.AttributeClass) is not { } kind)
        {
            return;
        }

        var reading = reader.Read(data, kind, place.Target, place.ValueType);
        if (!reading.Problems.IsEmpty && !IsWrongAnyway(attribute, context))
        {
            foreach (var problem in reading.Problems)
            {
                context.ReportDiagnostic(UsageDiagnostics.UnreadableContract(attribute, kind, problem));
            }
        }

        if (reading.Clause is { } clause && IsSaidBefore(clause, data, place, reader))
        {
            context.ReportDiagnostic(UsageDiagnostics.UnreadableContract(attribute, kind, ContractMessages.SaidTwice(clause)));
        }
    }

    /// <summary>What does not compile is the compiler's to report: <c>nameof(_gone)</c> has a value nevertheless.</summary>
    private static bool IsWrongAnyway(AttributeSyntax attribute, SyntaxNodeAnalysisContext context) => context.SemanticModel
        .GetDiagnostics(attribute.Span, context.CancellationToken)
        .Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Most attributes are others', and their name tells.</summary>
    private static bool MayBeOurs(AttributeSyntax attribute, SemanticModel model) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => ContractKinds.Named(qualified.Right.Identifier.ValueText) is not null,
        AliasQualifiedNameSyntax qualified => ContractKinds.Named(qualified.Name.Identifier.ValueText) is not null,
        IdentifierNameSyntax name => ContractKinds.Named(name.Identifier.ValueText) is not null
            || (model.GetAliasInfo(name) is { Target: INamedTypeSymbol type } && ContractKinds.Of(type) is not null),
        _ => false,
    };

    private static bool IsSaidBefore(ContractClause clause, AttributeData data, ContractPlace place, ContractReader reader) => place.Attributes
        .TakeWhile(earlier => earlier != data)
        .Any(earlier => ContractKinds.Of(earlier.AttributeClass) == clause.Kind
            && reader.Read(earlier, clause.Kind, place.Target, place.ValueType).Clause is { } said
            && said.Outcome == clause.Outcome
            && SymbolEqualityComparer.Default.Equals(said.Member, clause.Member));
}
