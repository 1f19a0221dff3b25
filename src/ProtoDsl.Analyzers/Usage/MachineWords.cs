using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage;

/// <summary>The names without which code has nothing to do with machines: of machines and the methods that raise their events, of classes that hold one,
/// of members that take or give one, of aliases of these. A local variable need not be among them: what it holds has come from one of them.</summary>
internal sealed class MachineWords(MachineCatalog catalog, MachineHolders holders)
{
    private MentionScan? _scan;

    /// <summary>Finds the names in a text. Two threads may both collect them; they find the same.</summary>
    public MentionScan Scan(CancellationToken cancellationToken) => _scan ??= new MentionScan(Collect(cancellationToken));

    private HashSet<string> Collect(CancellationToken cancellationToken)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in catalog.TypesInSight(cancellationToken))
        {
            AddType(type, words);
        }

        // The compiler's own names stand in no text.
        words.RemoveWhere(word => !SyntaxFacts.IsValidIdentifier(word));
        AddAliases(words, cancellationToken);
        return words;
    }

    private void AddType(INamedTypeSymbol type, HashSet<string> words)
    {
        var machine = catalog.MachineOf(type);
        if (machine is not null)
        {
            words.UnionWith(machine.EventMethodNames);
        }

        if (machine is not null || holders.Holds(type))
        {
            words.Add(type.Name);
        }

        foreach (var member in type.GetMembers())
        {
            AddMember(member, isOfMachine: machine is not null, words);
        }
    }

    private void AddMember(ISymbol member, bool isOfMachine, HashSet<string> words)
    {
        switch (member)
        {
            case IMethodSymbol { MethodKind: MethodKind.Constructor } constructor:
                foreach (var parameter in constructor.Parameters)
                {
                    if (holders.Mentions(parameter.Type))
                    {
                        // Of a primary constructor it is named in all members.
                        words.Add(constructor.ContainingType.Name);
                        words.Add(parameter.Name);
                    }
                }

                break;
            case IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method
                when isOfMachine || holders.Mentions(method.ReturnType) || method.Parameters.Any(parameter => holders.Mentions(parameter.Type)):
            case IPropertySymbol { IsIndexer: false } property when holders.Mentions(property.Type):
            case IFieldSymbol { AssociatedSymbol: null } field when holders.Mentions(field.Type):
                words.Add(LastPartOf(member.Name));
                break;
        }
    }

    /// <summary>What is implemented explicitly bears the name of its interface too.</summary>
    private static string LastPartOf(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private void AddAliases(HashSet<string> words, CancellationToken cancellationToken)
    {
        var scan = new MentionScan(words);
        foreach (var tree in catalog.Compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (tree.GetRoot(cancellationToken) is CompilationUnitSyntax root)
            {
                AddAliases(root.Usings, root.Members, tree.GetText(cancellationToken), scan, words);
            }
        }
    }

    private static void AddAliases(
        SyntaxList<UsingDirectiveSyntax> usings, SyntaxList<MemberDeclarationSyntax> members, SourceText text, MentionScan scan, HashSet<string> words)
    {
        foreach (var directive in usings)
        {
            if (directive.Alias is { Name.Identifier.ValueText: var alias } && scan.Mentions(text, directive.Span))
            {
                words.Add(alias);
            }
        }

        foreach (var member in members)
        {
            if (member is BaseNamespaceDeclarationSyntax space)
            {
                AddAliases(space.Usings, space.Members, text, scan, words);
            }
        }
    }
}
