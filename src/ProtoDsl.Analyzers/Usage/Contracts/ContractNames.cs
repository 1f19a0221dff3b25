using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Contracts;

/// <summary>Finds by their names alone the attributes of a compilation that may be ours: most are others', and to ask what a name means costs a hundred
/// times more. Safe under concurrency.</summary>
internal sealed class ContractNames(Compilation compilation)
{
    private HashSet<string>? _aliases;
    private MentionScan? _scan;

    /// <summary>The attributes of a file with names that we gave them or that a <c>using</c> gives them.</summary>
    public IEnumerable<AttributeSyntax> AttributesIn(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var aliases = Aliases(cancellationToken);
        var text = tree.GetText(cancellationToken);
        var scan = _scan ??= new MentionScan([.. ContractKinds.Names, .. aliases]);
        return (aliases.Count > 0 || ContractKinds.MayBeNamedIn(text.ToString())) && scan.Mentions(text, new TextSpan(0, text.Length))
            ? tree.GetRoot(cancellationToken).DescendantNodes().OfType<AttributeSyntax>().Where(attribute => MayBeOurs(attribute, aliases))
            : [];
    }

    private static bool MayBeOurs(AttributeSyntax attribute, HashSet<string> aliases) =>
        AttributeNames.LastOf(attribute.Name) is { } name && (ContractKinds.Named(name) is not null || aliases.Contains(name));

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
            if (directive is { Alias.Name.Identifier.ValueText: var alias, Name: { } name } && AttributeNames.LastOf(name) is { } target && ContractKinds.Named(target) is not null)
            {
                aliases.Add(alias);
            }
        }

        foreach (var space in members.OfType<BaseNamespaceDeclarationSyntax>())
        {
            Collect(space.Usings, space.Members, aliases);
        }
    }
}
