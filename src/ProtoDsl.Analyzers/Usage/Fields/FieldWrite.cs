using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoDsl.Analyzers.Usage.Fields;

/// <summary>Where a machine that is written to a field comes from.</summary>
[Flags]
internal enum WriteSources
{
    /// <summary>Nothing reaches the field: what is written is thrown, or the field itself.</summary>
    None = 0,

    /// <summary>A new machine, which nobody else has.</summary>
    New = 1,

    /// <summary>A restored machine, which nobody else has, in any state.</summary>
    Restored = 2,

    /// <summary>Null.</summary>
    Null = 4,

    /// <summary>Anywhere: others may have it too.</summary>
    Elsewhere = 8,
}

/// <summary>When a field is written.</summary>
internal enum WriteTime
{
    /// <summary>By its initialiser.</summary>
    Initializer,

    /// <summary>While the object is constructed, by a constructor of its own class.</summary>
    Constructor,

    /// <summary>At any time.</summary>
    Later,
}

/// <summary>One place where a field is written.</summary>
/// <param name="Member">The method with the code; null for an initialiser.</param>
/// <param name="Time">When.</param>
/// <param name="Sources">Where the machine comes from.</param>
/// <param name="MayBeNull">True when it may be null, as far as the compiler knows.</param>
/// <param name="Syntax">What is written; where that cannot be told (<c>out</c>, a deconstruction), the field there.</param>
internal sealed record FieldWrite(IMethodSymbol? Member, WriteTime Time, WriteSources Sources, bool MayBeNull, SyntaxNode Syntax)
{
    /// <summary>True for a <c>new</c> that stands right there: no event has been raised on the machine before.</summary>
    public bool IsCreation => Sources == WriteSources.New && Syntax is BaseObjectCreationExpressionSyntax;
}
