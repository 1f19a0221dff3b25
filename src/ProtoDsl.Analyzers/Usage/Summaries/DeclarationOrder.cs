using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Orders methods by where they stand: by tree as the compilation lists them, then by position.</summary>
internal sealed class DeclarationOrder(Compilation compilation) : IComparer<IMethodSymbol>
{
    private readonly Lazy<Dictionary<SyntaxTree, int>> _trees = new(() =>
    {
        var trees = new Dictionary<SyntaxTree, int>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            trees.Add(tree, trees.Count);
        }

        return trees;
    });

    /// <inheritdoc/>
    public int Compare(IMethodSymbol? x, IMethodSymbol? y)
    {
        var byPlace = PlaceOf(x).CompareTo(PlaceOf(y));

        // Constructors that are not written stand where their type does.
        return byPlace != 0 ? byPlace : string.CompareOrdinal(x?.MetadataName, y?.MetadataName);
    }

    private (int Tree, int Position) PlaceOf(IMethodSymbol? method)
    {
        var reference = method?.DeclaringSyntaxReferences.FirstOrDefault() ?? method?.ContainingType.DeclaringSyntaxReferences.FirstOrDefault();
        return reference is not null && _trees.Value.TryGetValue(reference.SyntaxTree, out var tree) ? (tree, reference.Span.Start) : (-1, 0);
    }
}
