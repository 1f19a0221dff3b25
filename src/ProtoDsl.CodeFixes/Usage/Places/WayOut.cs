using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoDsl.CodeFixes.Usage.Places;

/// <summary>How a function is left early, as an exception would leave it, but in peace: one without a result simply returns, one that answers yes or
/// no says no. What any other should answer is not for a repair to guess.</summary>
internal static class WayOut
{
    /// <summary>The statement; null where there is none.</summary>
    public static string? Of(SyntaxNode place, SemanticModel model)
    {
        var function = EnclosingFunction.Of(place);
        if (place.AncestorsAndSelf().TakeWhile(ancestor => ancestor != function).Any(ancestor => ancestor is FinallyClauseSyntax)
            || function is ConstructorDeclarationSyntax { Parent: StructDeclarationSyntax or RecordDeclarationSyntax }
            || HasOutParameter(function))
        {
            return null;
        }

        var scope = function ?? place.FirstAncestorOrSelf<CompilationUnitSyntax>();
        if (scope is null or TypeDeclarationSyntax)
        {
            return null;
        }

        var own = scope.DescendantNodes(node => node == scope || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or TypeDeclarationSyntax));
        if (own.Any(node => node is YieldStatementSyntax))
        {
            return "yield break;";
        }

        if (function is null)
        {
            var isProgram = place.FirstAncestorOrSelf<GlobalStatementSyntax>() is not null;
            return isProgram && !own.Any(node => node is ReturnStatementSyntax { Expression: not null }) ? "return;" : null;
        }

        return EnclosingFunction.ReturnTypeOf(place, model)?.SpecialType switch
        {
            SpecialType.System_Void => "return;",
            SpecialType.System_Boolean => "return false;",
            _ => null,
        };
    }

    /// <summary>It would have to be assigned first.</summary>
    private static bool HasOutParameter(SyntaxNode? function)
    {
        var parameters = function switch
        {
            BaseMethodDeclarationSyntax method => method.ParameterList,
            LocalFunctionStatementSyntax local => local.ParameterList,
            ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList,
            AnonymousMethodExpressionSyntax anonymous => anonymous.ParameterList,
            _ => null,
        };
        return parameters?.Parameters.Any(parameter => parameter.Modifiers.Any(SyntaxKind.OutKeyword)) == true;
    }
}
