using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Calls that do not come back: <c>[DoesNotReturn]</c>, <c>[DoesNotReturnIf]</c>, and helpers of which all that is written is to throw.</summary>
internal static class NoReturn
{
    /// <summary>True when a call never returns, whatever it is handed.</summary>
    public static bool Is(IMethodSymbol method) =>
        Mark(method.GetAttributes(), "DoesNotReturnAttribute") is not null
        || (!method.IsVirtual && !method.IsAbstract && !method.IsOverride && !method.IsAsync && OnlyThrows(method));

    /// <summary>The arguments after which it returns for one value only, and that value.</summary>
    public static IEnumerable<(PassedArgument Argument, bool Returns)> Conditions(IEnumerable<PassedArgument> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Argument.Parameter is { } parameter
                && Mark(parameter.GetAttributes(), "DoesNotReturnIfAttribute") is { ConstructorArguments: { Length: 1 } values }
                && values[0].Value is bool stops)
            {
                yield return (argument, !stops);
            }
        }
    }

    private static AttributeData? Mark(IEnumerable<AttributeData> attributes, string name) => attributes.FirstOrDefault(attribute =>
        attribute.AttributeClass is { ContainingNamespace: { Name: "CodeAnalysis", ContainingNamespace.Name: "Diagnostics" } } type && type.Name == name);

    private static bool OnlyThrows(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences is not { Length: 1 } references)
        {
            return false;
        }

        return references[0].GetSyntax() switch
        {
            BaseMethodDeclarationSyntax { ExpressionBody.Expression: ThrowExpressionSyntax } => true,
            BaseMethodDeclarationSyntax { Body: { } body } => EndsInThrow(body),
            LocalFunctionStatementSyntax { ExpressionBody.Expression: ThrowExpressionSyntax } => true,
            LocalFunctionStatementSyntax { Body: { } body } => EndsInThrow(body),
            _ => false,
        };
    }

    /// <summary>The last statement throws, and none before it returns.</summary>
    private static bool EndsInThrow(BlockSyntax body) =>
        body.Statements.LastOrDefault() is ThrowStatementSyntax
        && !body.DescendantNodes().Any(node => node.IsKind(SyntaxKind.ReturnStatement) || node.IsKind(SyntaxKind.YieldReturnStatement) || node.IsKind(SyntaxKind.YieldBreakStatement));
}
