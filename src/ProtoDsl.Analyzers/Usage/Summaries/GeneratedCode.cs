using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Tells the generator's part of a machine's class from the user's. What the former does stands in the table.</summary>
internal sealed class GeneratedCode(MachineCatalog catalog)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableHashSet<(SyntaxTree Tree, TextSpan Span)>> _parts = new(SymbolEqualityComparer.Default);

    /// <summary>True for all that the generator wrote into the class of a machine, its constructors too. Of another assembly's class only the members that
    /// the table knows can be told.</summary>
    public bool IsGenerated(IMethodSymbol method)
    {
        if (catalog.MachineOf(method.ContainingType) is not { } machine)
        {
            return false;
        }

        var reference = method.DeclaringSyntaxReferences.FirstOrDefault();
        return reference is null
            ? method.MethodKind == MethodKind.Constructor || machine.MemberOf((ISymbol?)method.AssociatedSymbol ?? method) is not null
            : PartOf(reference) is { } part && _parts.GetOrAdd(machine.Symbol, _ => PartsOf(machine)).Contains(part);
    }

    /// <summary>The parts of the class in which a member of the table is declared.</summary>
    private static ImmutableHashSet<(SyntaxTree, TextSpan)> PartsOf(MachineType machine)
    {
        var parts = ImmutableHashSet.CreateBuilder<(SyntaxTree, TextSpan)>();
        foreach (var member in machine.Symbol.GetMembers())
        {
            if (machine.MemberOf(member) is not null && member.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && PartOf(reference) is { } part)
            {
                parts.Add(part);
            }
        }

        return parts.ToImmutable();
    }

    private static (SyntaxTree, TextSpan)? PartOf(SyntaxReference reference) =>
        reference.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type ? (type.SyntaxTree, type.Span) : null;
}
