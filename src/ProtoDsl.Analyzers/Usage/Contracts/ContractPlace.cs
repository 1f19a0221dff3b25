using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoDsl.Analyzers.Usage.Contracts;

/// <summary>Something that an attribute may stand on.</summary>
/// <param name="Target">The parameter, field, property or method.</param>
/// <param name="ValueType">The type of what an attribute there is about; null for a method as such.</param>
/// <param name="Attributes">All attributes there, in the order of the source.</param>
internal sealed record ContractPlace(ISymbol Target, ITypeSymbol? ValueType, ImmutableArray<AttributeData> Attributes)
{
    /// <summary>The place on which an attribute of the source stands; null where the compiler finds none either.</summary>
    public static ContractPlace? Of(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellationToken) =>
        attribute.Parent?.Parent is { } owner
            ? SymbolsOf(owner, model, cancellationToken).SelectMany(PlacesOf).FirstOrDefault(place => place.DataOf(attribute) is not null)
            : null;

    /// <summary>What the compiler made of an attribute; null where it does not stand here.</summary>
    public AttributeData? DataOf(AttributeSyntax attribute) => Attributes.FirstOrDefault(data =>
        data.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == attribute.SyntaxTree && reference.Span == attribute.Span);

    private static IEnumerable<ISymbol> SymbolsOf(SyntaxNode owner, SemanticModel model, CancellationToken cancellationToken)
    {
        var symbols = owner switch
        {
            BaseFieldDeclarationSyntax fields => fields.Declaration.Variables.Select(variable => model.GetDeclaredSymbol(variable, cancellationToken)),
            AnonymousFunctionExpressionSyntax lambda => [model.GetSymbolInfo(lambda, cancellationToken).Symbol],
            _ => [model.GetDeclaredSymbol(owner, cancellationToken)],
        };
        return symbols.OfType<ISymbol>();
    }

    /// <summary>The symbol itself and what an attribute's target (<c>return:</c>, <c>field:</c>, …) may name beside it.</summary>
    private static IEnumerable<ContractPlace> PlacesOf(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => new[] { On(parameter, parameter.Type) }.Concat(PropertiesOf(parameter).SelectMany(PlacesOf)),
        IPropertySymbol property => new[] { On(property, property.Type) }
            .Concat(property.GetMethod is { } getter ? PlacesOf(getter) : [])
            .Concat(FieldsOf(property).Select(field => On(field, field.Type))),
        IFieldSymbol field => [On(field, field.Type)],
        INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => PlacesOf(invoke),
        IMethodSymbol method => new[] { On(method, null), new ContractPlace(method, method.ReturnType, method.GetReturnTypeAttributes()) }
            .Concat(method.MethodKind == MethodKind.PropertySet ? method.Parameters.Select(parameter => On(parameter, parameter.Type)) : []),
        _ => [],
    };

    private static ContractPlace On(ISymbol target, ITypeSymbol? valueType) =>
        new(target, valueType, target.GetAttributes());

    /// <summary>The property that a parameter of a record becomes.</summary>
    private static IEnumerable<IPropertySymbol> PropertiesOf(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } record }
            ? record.GetMembers(parameter.Name).OfType<IPropertySymbol>()
            : [];

    private static IEnumerable<IFieldSymbol> FieldsOf(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Where(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
