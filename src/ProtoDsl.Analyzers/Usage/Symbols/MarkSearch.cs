using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoDsl.Analyzers.Usage.Symbols;

/// <summary>Looks for the mark of a machine by the names of attributes alone: to ask each class what its attributes are takes longer than all else in a project
/// without machines. What it finds may turn out to be no machine; one that hides its mark behind an alias, as the generator never does, it misses.</summary>
internal static class MarkSearch
{
    /// <summary>True when a class of a file may be a machine.</summary>
    public static bool Finds(SyntaxTree tree, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return tree.GetRoot(cancellationToken) is CompilationUnitSyntax unit && IsIn(unit.Members);
    }

    private static bool IsIn(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var member in members)
        {
            var isFound = member switch
            {
                BaseNamespaceDeclarationSyntax space => IsIn(space.Members),
                TypeDeclarationSyntax type => type.AttributeLists.Any(list => list.Attributes.Any(IsMark)) || IsIn(type.Members),
                _ => false,
            };
            if (isFound)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMark(AttributeSyntax attribute) => AttributeNames.LastOf(attribute.Name) is "StateMachine" or MarkerNames.StateMachineClass;
}
