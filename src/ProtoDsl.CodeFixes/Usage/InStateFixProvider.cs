using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoDsl.Analyzers.Usage.Messages;
using ProtoDsl.Analyzers.Usage.Symbols;
using ProtoDsl.CodeFixes.Usage.Calls;
using ProtoDsl.CodeFixes.Usage.Writing;

namespace ProtoDsl.CodeFixes.Usage;

/// <summary>Writes down what a parameter needs, <c>[InState(DoorState.Opened)]</c>: as found (<c>PDSL3010</c>), or for an event that may be illegal on a
/// parameter of a method that others call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = "ProtoDsl: write the contract down")]
[Shared]
public sealed class InStateFixProvider : CodeFixProvider
{
    private const string FoundKind = "ProtoDsl.InState";
    private const string NeededKind = "ProtoDsl.InStateForEvent";
    private const string AttributeName = "ProtoDsl.InStateAttribute";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UsageIds.ContractToAdd, UsageIds.MayBeIllegal);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        await UsageFixes.RegisterAsync(context, OffersFor).ConfigureAwait(false);
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => diagnostic.Id == UsageIds.ContractToAdd))
        {
            if (root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter
                && model is not null
                && await UsageFixes.IsWritableAsync(context.Document, parameter.Span, context.CancellationToken).ConfigureAwait(false)
                && OfferFor(FoundKind, parameter, model, UsageFixes.ListIn(diagnostic, UsageDiagnostics.StatesKey), StateTypeOf(diagnostic, parameter, model)) is { } offer)
            {
                UsageFixes.Register(context, diagnostic, [offer]);
            }
        }
    }

    /// <summary>An event on a parameter, before which nothing else is done with it: then what it needs is what the method needs.</summary>
    private static IEnumerable<FixOffer> OffersFor(EventCall call)
    {
        if (call.Diagnostic.Id == UsageIds.MayBeIllegal
            && (call.Syntax.Expression as MemberAccessExpressionSyntax)?.Expression is IdentifierNameSyntax receiver
            && call.Model.GetSymbolInfo(receiver).Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol method } symbol
            && IsSeenOutside(method)
            && symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax { Parent.Parent: BaseMethodDeclarationSyntax declaration } parameter
            && parameter.SyntaxTree == receiver.SyntaxTree
            && IsFirstUse(receiver, declaration)
            && OfferFor(NeededKind, parameter, call.Model, UsageFixes.ListIn(call.Diagnostic, UsageDiagnostics.LegalStatesKey), call.Machine.StateType) is { } offer)
        {
            yield return offer;
        }
    }

    private static FixOffer? OfferFor(string kind, ParameterSyntax parameter, SemanticModel model, IReadOnlyList<string> states, INamedTypeSymbol? stateType)
    {
        var attribute = model.Compilation.GetTypesByMetadataName(AttributeName).FirstOrDefault();
        if (attribute is null || stateType is null || states.Count == 0 || model.GetDeclaredSymbol(parameter) is not IParameterSymbol symbol
            || symbol.GetAttributes().Any(existing => SymbolEqualityComparer.Default.Equals(existing.AttributeClass, attribute)))
        {
            return null;
        }

        var type = stateType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var arguments = string.Join(", ", states.Select(state => type + "." + StateTest.Identifier(state)));
        var written = $"{attribute.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}({arguments})";
        var title = $"Demand that '{symbol.Name}' is in {StateTest.Names(states)}: [InState]";
        return AttributeWriter.Add(parameter, written) is { } change
            ? new FixOffer(title, kind, ImmutableArray.Create(change)) { Types = ImmutableArray.Create(attribute, stateType) }
            : null;
    }

    /// <summary>The enum that the finding names, for a parameter that only owns a machine; else that of the parameter's own machine.</summary>
    private static INamedTypeSymbol? StateTypeOf(Diagnostic diagnostic, ParameterSyntax parameter, SemanticModel model) =>
        diagnostic.Properties.TryGetValue(UsageDiagnostics.StateTypeKey, out var name) && name is { Length: > 0 }
            ? model.Compilation.GetTypesByMetadataName(name).FirstOrDefault()
            : model.GetDeclaredSymbol(parameter) is IParameterSymbol { Type: INamedTypeSymbol type } ? MachineType.From(type.OriginalDefinition)?.StateType : null;

    private static bool IsSeenOutside(IMethodSymbol method) =>
        method.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static bool IsFirstUse(IdentifierNameSyntax use, BaseMethodDeclarationSyntax method) =>
        !use.Ancestors().TakeWhile(ancestor => ancestor != method).Any(ancestor => ancestor
            is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax)
        && method.DescendantNodes().OfType<IdentifierNameSyntax>().First(name => name.Identifier.ValueText == use.Identifier.ValueText) == use;
}
