using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoDsl.CodeFixes.Usage.Places;

/// <summary>The function around a place: what may be written there.</summary>
internal static class EnclosingFunction
{
    private const string TaskName = "System.Threading.Tasks.Task";
    private const string ValueTaskName = "System.Threading.Tasks.ValueTask";

    /// <summary>The method, accessor, local function or lambda; null for the top level of a program and for initializers.</summary>
    public static SyntaxNode? Of(SyntaxNode node) => node.Ancestors().FirstOrDefault(ancestor => ancestor
        is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
        or (ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax or IndexerDeclarationSyntax })
        or TypeDeclarationSyntax);

    /// <summary>True where <c>await</c> may be written.</summary>
    public static bool AllowsAwait(SyntaxNode place)
    {
        var function = Of(place);
        var isAsync = function switch
        {
            null => place.FirstAncestorOrSelf<GlobalStatementSyntax>() is not null,
            AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
            LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
            MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
            _ => false,
        };
        return isAsync && !place.AncestorsAndSelf()
            .TakeWhile(ancestor => ancestor != function)
            .Any(ancestor => ancestor is LockStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax or CatchFilterClauseSyntax or QueryExpressionSyntax)
            && !place.Ancestors().Any(ancestor => ancestor is MemberDeclarationSyntax member && member.Modifiers.Any(SyntaxKind.UnsafeKeyword));
    }

    /// <summary>What the function around a place returns, as its own statements see it: nothing for an asynchronous one whose task has no result;
    /// null where that cannot be told.</summary>
    public static ITypeSymbol? ReturnTypeOf(SyntaxNode place, SemanticModel model)
    {
        if (SymbolOf(Of(place), model) is not { } method)
        {
            return null;
        }

        var result = method.ReturnType;
        var name = result.OriginalDefinition.ContainingNamespace + "." + result.OriginalDefinition.Name;
        if (method.IsAsync && result is INamedTypeSymbol task && name is TaskName or ValueTaskName)
        {
            return ((INamedTypeSymbol)result).TypeArguments.FirstOrDefault() ?? model.Compilation.GetSpecialType(SpecialType.System_Void);
        }

        return result;
    }

    /// <summary>True for a function that has no result.</summary>
    public static bool ReturnsNothing(SyntaxNode place, SemanticModel model) =>
        ReturnTypeOf(place, model)?.SpecialType == SpecialType.System_Void;

    private static IMethodSymbol? SymbolOf(SyntaxNode? function, SemanticModel model) => function switch
    {
        null or TypeDeclarationSyntax => null,
        AnonymousFunctionExpressionSyntax => model.GetSymbolInfo(function).Symbol as IMethodSymbol,
        ArrowExpressionClauseSyntax { Parent: { } property } => (model.GetDeclaredSymbol(property) as IPropertySymbol)?.GetMethod,
        _ => model.GetDeclaredSymbol(function) as IMethodSymbol,
    };
}
