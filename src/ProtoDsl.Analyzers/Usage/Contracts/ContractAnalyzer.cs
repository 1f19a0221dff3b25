using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoDsl.Analyzers.Usage.Messages;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Contracts;

/// <summary>Reports attributes about states that mean nothing where they stand, which the analysis takes for absent, and those that are at odds with
/// what their member overrides. It looks at files only in
/// which one of their names stands.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UsageRules.UnreadableContract, UsageRules.BrokenContract);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var machines = new MachineCatalog(start.Compilation);
            if (machines.HasAny(start.CancellationToken))
            {
                var names = new ContractNames(start.Compilation);
                var reader = new ContractReader(machines);
                var overrides = new OverrideCheck(new ContractCatalog(machines), machines);
                start.RegisterSemanticModelAction(file =>
                {
                    foreach (var attribute in names.AttributesIn(file.SemanticModel.SyntaxTree, file.CancellationToken))
                    {
                        file.CancellationToken.ThrowIfCancellationRequested();
                        Analyze(attribute, file, reader, overrides);
                    }
                });
            }
        });
    }

    private static void Analyze(AttributeSyntax attribute, SemanticModelAnalysisContext context, ContractReader reader, OverrideCheck overrides)
    {
        if (ContractPlace.Of(attribute, context.SemanticModel, context.CancellationToken) is not { } place
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
                context.ReportDiagnostic(ContractDiagnostics.Unreadable(attribute, kind, problem));
            }
        }

        if (reading.Clause is not { } clause)
        {
            return;
        }

        if (IsSaidBefore(clause, data, place, reader))
        {
            context.ReportDiagnostic(ContractDiagnostics.Unreadable(attribute, kind, ContractMessages.SaidTwice(clause)));
            return;
        }

        foreach (var conflict in overrides.Find(clause, place).Take(1))
        {
            context.ReportDiagnostic(ContractDiagnostics.AtOddsWithInherited(attribute, clause, place.Target, conflict));
        }
    }

    /// <summary>What does not compile is the compiler's to report: <c>nameof(_gone)</c> has a value nevertheless.</summary>
    private static bool IsWrongAnyway(AttributeSyntax attribute, SemanticModelAnalysisContext context) => context.SemanticModel
        .GetDiagnostics(attribute.Span, context.CancellationToken)
        .Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static bool IsSaidBefore(ContractClause clause, AttributeData data, ContractPlace place, ContractReader reader) => place.Attributes
        .TakeWhile(earlier => earlier != data)
        .Any(earlier => ContractKinds.Of(earlier.AttributeClass) == clause.Kind
            && reader.Read(earlier, clause.Kind, place.Target, place.ValueType).Clause is { } said
            && said.Outcome == clause.Outcome
            && SymbolEqualityComparer.Default.Equals(said.Member, clause.Member));
}
