using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>The bodies of the methods of one compilation, each made when it is first asked for and kept. Safe under concurrency; a request that
/// is cancelled leaves nothing behind.</summary>
internal sealed class MethodBodies(Compilation compilation)
{
    /// <summary>Characters of source. A body beyond that is generated data, not code that somebody reads.</summary>
    private const int MaxLength = 200_000;

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<IMethodSymbol, MethodBody> _bodies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<InitializerBody>> _instanceInitializers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<InitializerBody>> _staticInitializers = new(SymbolEqualityComparer.Default);

    /// <summary>The compilation.</summary>
    public Compilation Compilation { get; } = compilation;

    /// <summary>True when there is a body, found without looking into it. Local functions and lambdas are part of the body around them and have none of their
    /// own.</summary>
    public bool Has(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var definition = BodySyntax.DefinitionOf(method);
        return SymbolEqualityComparer.Default.Equals(definition.ContainingAssembly, Compilation.Assembly)
            && (BodySyntax.Of(definition, cancellationToken) is not null || BodySyntax.IsUnwrittenConstructor(definition, cancellationToken));
    }

    /// <summary>The body of a method, asked by any of its symbols; null for one without code here: of another assembly, abstract, extern, the
    /// accessor of an auto-property, what the compiler makes.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MethodBody? Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var definition = BodySyntax.DefinitionOf(method);
        if (_bodies.TryGetValue(definition, out var known))
        {
            return known;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return Has(definition, cancellationToken) ? _bodies.GetOrAdd(definition, Make(definition, cancellationToken)) : null;
    }

    /// <summary>The initialisers of a type's fields and properties, in all its parts.</summary>
    public ImmutableArray<InitializerBody> InitializersOf(INamedTypeSymbol type, bool isStatic, CancellationToken cancellationToken)
    {
        var definition = type.OriginalDefinition;
        var table = isStatic ? _staticInitializers : _instanceInitializers;
        return table.TryGetValue(definition, out var known)
            ? known
            : table.GetOrAdd(definition, MakeInitializers(definition, isStatic, cancellationToken).ToImmutableArray());
    }

    /// <summary>The meaning of a tree.</summary>
    public SemanticModel ModelOf(SyntaxTree tree) =>
#pragma warning disable RS1030 // A callee may stand in any tree, of which the callback for its caller has no model; the driver's compilation hands out its own, cached ones.
        _models.GetOrAdd(tree, Compilation.GetSemanticModel(tree));
#pragma warning restore RS1030

    private MethodBody Make(IMethodSymbol definition, CancellationToken cancellationToken)
    {
        var syntax = BodySyntax.Of(definition, cancellationToken);
        var traits = definition.IsAsync ? BodyTraits.IsAsync : BodyTraits.None;
        if (syntax is not null && BodySyntax.IsIterator(definition, syntax))
        {
            traits |= BodyTraits.IsIterator;
        }

        if (syntax is not null && syntax.Span.Length > MaxLength)
        {
            return new MethodBody(definition, null, traits | BodyTraits.IsTooLarge, ImmutableArray<InitializerBody>.Empty, null);
        }

        var operation = syntax is null ? null : ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancellationToken);
        var isConstructor = definition.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor;
        var initializers = isConstructor && !BodySyntax.CallsThis(definition, cancellationToken)
            ? InitializersOf(definition.ContainingType, definition.IsStatic, cancellationToken)
            : ImmutableArray<InitializerBody>.Empty;
        var calledWithoutWords = operation is null && definition.MethodKind == MethodKind.Constructor ? ImplicitBaseOf(definition.ContainingType, cancellationToken) : null;
        return new MethodBody(definition, operation, traits, initializers, calledWithoutWords);
    }

    private IMethodSymbol? ImplicitBaseOf(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var candidates = type.BaseType?.OriginalDefinition.InstanceConstructors.Where(constructor => constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams));
        var called = candidates?.OrderBy(constructor => constructor.Parameters.Length).FirstOrDefault();
        return called is not null && Has(called, cancellationToken) ? called : null;
    }

    private IEnumerable<InitializerBody> MakeInitializers(INamedTypeSymbol type, bool isStatic, CancellationToken cancellationToken)
    {
        foreach (var candidate in type.GetMembers())
        {
            // The field behind an auto-property has no text of its own; the one behind an event is not listed.
            var member = candidate is IFieldSymbol { IsConst: false } field ? field.AssociatedSymbol ?? field : candidate as IEventSymbol;
            if (member is null || member.IsStatic != isStatic)
            {
                continue;
            }

            EqualsValueClauseSyntax? syntax = null;
            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                syntax ??= reference.GetSyntax(cancellationToken) switch
                {
                    VariableDeclaratorSyntax declarator => declarator.Initializer,
                    PropertyDeclarationSyntax property => property.Initializer,
                    _ => null,
                };
            }

            if (syntax is not null
                && syntax.Span.Length <= MaxLength
                && ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancellationToken) is ISymbolInitializerOperation initializer)
            {
                yield return new InitializerBody(member, initializer);
            }
        }
    }
}
