using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Contracts;

/// <summary>What one attribute says.</summary>
/// <param name="Kind">The attribute.</param>
/// <param name="States">The states; empty where the attribute names none.</param>
/// <param name="Outcome">The result for which it holds; null for any.</param>
/// <param name="Member">The field or property that it is about; null for what it stands on.</param>
internal sealed record ContractClause(ContractKind Kind, StateSet States, bool? Outcome, ISymbol? Member);

/// <summary>Why an attribute cannot be read.</summary>
/// <param name="Argument">The number of the argument that is to blame, counted from 0 as they stand in the source; -1 for the attribute.</param>
/// <param name="Message">What is wrong and what to write.</param>
/// <param name="Replacement">The C# that was probably meant instead of the argument; null where nobody can tell.</param>
internal sealed record ContractProblem(int Argument, string Message, string? Replacement = null);

/// <summary>An attribute that was read: a clause, or what is wrong with it; neither where the compiler has already said what is wrong.</summary>
internal sealed record ContractReading(ContractClause? Clause, ImmutableArray<ContractProblem> Problems)
{
    /// <summary>Nothing was understood, and nothing is to be said.</summary>
    public static readonly ContractReading Nothing = new(null, ImmutableArray<ContractProblem>.Empty);

    /// <summary>An attribute that is understood.</summary>
    public static ContractReading Of(ContractClause clause) => new(clause, ImmutableArray<ContractProblem>.Empty);

    /// <summary>An attribute that is not.</summary>
    public static ContractReading Wrong(params ContractProblem[] problems) => new(null, problems.ToImmutableArray());
}
