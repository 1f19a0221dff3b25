using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>What one body does itself, and what it may call.</summary>
/// <param name="Moves">What it moves itself.</param>
/// <param name="Callees">Methods of the compilation with a body that it may run, by definition, each once.</param>
internal sealed record DirectMoves(MoveSet Moves, ImmutableArray<IMethodSymbol> Callees)
{
    /// <summary>It runs code that is not seen: what else it does is of no matter.</summary>
    public static DirectMoves Unseen { get; } = new(MoveSet.Everything, ImmutableArray<IMethodSymbol>.Empty);
}
