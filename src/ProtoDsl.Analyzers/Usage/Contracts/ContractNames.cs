using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoDsl.Analyzers.Usage.Contracts;

/// <summary>Tells from its name alone whether an attribute of a compilation may be one of ours: most are others', and to ask what a name means
/// costs a hundred times more. Safe under concurrency.</summary>
internal sealed class ContractNames(Compilation compilation)
{
    private HashSet<string>? _aliases;

    /// <summary>True for the names that we gave them and those that a <c>using</c> gives them.</summary>
    public bool MayBeOurs(AttributeSyntax attribute, CancellationToken cancellationToken) =>
        LastOf(attribute.Name) is { } name && (ContractKinds.Named(name) is not null || Aliases(cancellationToken).Contains(name));

    private HashSet<string> Aliases(CancellationToken cancellationToken)
    {
        if (_aliases is { } known)
        {
            return known;
        }

        var aliases = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (tree.GetRoot(cancellationToken) is CompilationUnitSyntax root)
            {
                Collect(root.Usings, root.Members, aliases);
            }
        }

        return _aliases = aliases;
    }

    private static void Collect(IEnumerable<UsingDirectiveSyntax> usings, IEnumerable<MemberDeclarationSyntax> members, HashSet<string> aliases)
    {
        foreach (var directive in usings)
        {
            if (directive is { Alias.Name.Identifier.ValueText: var alias, Name: { } name } && LastOf(name) is { } target && ContractKinds.Named(target) is not null)
            {
                aliases.Add(alias);
            }
        }

        foreach (var space in members.OfType<BaseNamespaceDeclarationSyntax>())
        {
            Collect(space.Usings, space.Members, aliases);
        }
    }

    private static string? LastOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        IdentifierNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };
}
