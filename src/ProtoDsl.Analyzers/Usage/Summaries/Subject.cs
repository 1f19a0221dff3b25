using System;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>How a method gets at a machine.</summary>
internal enum SubjectKind
{
    /// <summary>A parameter; of an extension method, the object too.</summary>
    Parameter,

    /// <summary>The object that the method belongs to is the machine.</summary>
    This,

    /// <summary>A field or automatic property of the object, or a static one.</summary>
    Member,
}

/// <summary>A machine that a method is handed or finds: what its summary speaks of.</summary>
internal readonly struct Subject : IEquatable<Subject>
{
    private Subject(SubjectKind kind, int ordinal, ISymbol? member)
    {
        Kind = kind;
        Ordinal = ordinal;
        Member = member;
    }

    /// <summary>How.</summary>
    public SubjectKind Kind { get; }

    /// <summary>The parameter's place among the parameters.</summary>
    public int Ordinal { get; }

    /// <summary>The field or property.</summary>
    public ISymbol? Member { get; }

    /// <summary>The object itself.</summary>
    public static Subject This => new(SubjectKind.This, -1, null);

    /// <summary>A parameter.</summary>
    public static Subject Of(IParameterSymbol parameter) => new(SubjectKind.Parameter, parameter.Ordinal, null);

    /// <summary>A field or property.</summary>
    public static Subject Of(ISymbol member) => new(SubjectKind.Member, -1, member);

    /// <inheritdoc/>
    public bool Equals(Subject other) =>
        Kind == other.Kind && Ordinal == other.Ordinal && SymbolEqualityComparer.Default.Equals(Member, other.Member);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Subject other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Kind * 31) + Ordinal + SymbolEqualityComparer.Default.GetHashCode(Member);
}
