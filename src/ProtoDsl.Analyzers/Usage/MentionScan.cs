using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoDsl.Analyzers.Usage;

/// <summary>Looks whether a type's text has one of certain words at all, which is far cheaper than to ask what the words mean.</summary>
internal static class MentionScan
{
    /// <summary>True when an identifier of a type, types inside it apart, is among the names.</summary>
    public static bool Mentions(INamedTypeSymbol type, ImmutableHashSet<string> names, CancellationToken cancellationToken)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax(cancellationToken);
            foreach (var token in declaration.DescendantTokens(node => node == declaration || node is not BaseTypeDeclarationSyntax))
            {
                if (token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText))
                {
                    return true;
                }
            }

            cancellationToken.ThrowIfCancellationRequested();
        }

        return false;
    }
}
