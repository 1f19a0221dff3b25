using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Finds where the code of a method is written, without asking what it means.</summary>
internal static class BodySyntax
{
    /// <summary>The symbol that the code belongs to: not the extension as it is called, not an instance of a generic method, and of a partial method the part
    /// that has the code. All tables are keyed by it.</summary>
    public static IMethodSymbol DefinitionOf(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.PartialImplementationPart ?? definition;
    }

    /// <summary>The node whose operation is the code of a definition; null where none is written.</summary>
    public static SyntaxNode? Of(IMethodSymbol definition, CancellationToken cancellationToken)
    {
        if (definition.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction || definition.DeclaringSyntaxReferences.IsEmpty)
        {
            return null;
        }

        var syntax = definition.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        return syntax switch
        {
            BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
            BaseMethodDeclarationSyntax => syntax,
            AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
            AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or CompilationUnitSyntax => syntax,

            // class C(int x) : Base(x)
            TypeDeclarationSyntax { BaseList: { } bases } when bases.Types.Any(type => type is PrimaryConstructorBaseTypeSyntax) => syntax,
            _ => null,
        };
    }

    /// <summary>True for a constructor that runs initialisers though no code of its own may be written: an implicit or a primary one.</summary>
    public static bool IsUnwrittenConstructor(IMethodSymbol definition, CancellationToken cancellationToken)
    {
        if (definition.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor)
            || definition.ContainingType.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return false;
        }

        if (definition.DeclaringSyntaxReferences.IsEmpty)
        {
            // A record's copy constructor copies, and a struct's parameterless one clears: neither runs an initialiser.
            return definition.IsImplicitlyDeclared && definition.Parameters.IsEmpty && definition.ContainingType.TypeKind == TypeKind.Class;
        }

        return definition.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is TypeDeclarationSyntax;
    }

    /// <summary>True for a constructor that calls another one of its own class, which then runs the initialisers.</summary>
    public static bool CallsThis(IMethodSymbol definition, CancellationToken cancellationToken) =>
        definition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken)
            is ConstructorDeclarationSyntax { Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer };

    /// <summary>True when the code is an iterator.</summary>
    public static bool IsIterator(IMethodSymbol definition, SyntaxNode syntax) =>
        MayBeIterator(definition.ReturnType) && syntax.DescendantNodes(IsOfSameFunction).Any(node => node is YieldStatementSyntax);

    private static bool MayBeIterator(ITypeSymbol type) =>
        type.Name is "IEnumerable" or "IEnumerator" or "IAsyncEnumerable" or "IAsyncEnumerator"
        && type.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true;

    private static bool IsOfSameFunction(SyntaxNode node) =>
        node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or ExpressionSyntax);
}
