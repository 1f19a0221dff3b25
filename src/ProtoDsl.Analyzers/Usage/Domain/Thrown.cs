using System;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>What is known of an exception: its type, or a base of it. Immutable, equal by value.</summary>
internal sealed class Thrown : IEquatable<Thrown>
{
    /// <summary>It may be any.</summary>
    public static readonly Thrown Anything = new(null, isExact: false);

    private Thrown(ITypeSymbol? type, bool isExact)
    {
        Type = type;
        IsExact = isExact;
    }

    /// <summary>The type; null where it may be any.</summary>
    public ITypeSymbol? Type { get; }

    /// <summary>False where it may be of a derived type.</summary>
    public bool IsExact { get; }

    /// <summary>An exception of that very type, as <c>new</c> makes it.</summary>
    public static Thrown Exactly(ITypeSymbol? type) => type is { TypeKind: TypeKind.Class } ? new(type, isExact: true) : Anything;

    /// <summary>An exception of that type or one derived from it.</summary>
    public static Thrown AtMost(ITypeSymbol? type) => type is { TypeKind: TypeKind.Class } && !IsEvery(type) ? new(type, type.IsSealed) : Anything;

    /// <summary>How well it fits the type of a handler; null stands for a handler of everything.</summary>
    public Fit FitOf(ITypeSymbol? handler)
    {
        if (IsEvery(handler))
        {
            return Fit.Yes;
        }

        if (Type is null || handler is not { TypeKind: TypeKind.Class })
        {
            return Fit.Maybe;
        }

        return Derives(Type, handler) ? Fit.Yes
            : !IsExact && Derives(handler, Type) ? Fit.Maybe
            : Fit.No;
    }

    /// <summary>What is known of it in a handler of that type, which it fits.</summary>
    public Thrown In(ITypeSymbol? handler) => FitOf(handler) == Fit.Yes ? this : AtMost(handler);

    /// <summary>True for an exception class.</summary>
    public static bool IsException(ITypeSymbol? type)
    {
        for (; type is { SpecialType: not SpecialType.System_Object }; type = type.BaseType)
        {
            if (IsEvery(type))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public bool Equals(Thrown? other) =>
        other is not null && IsExact == other.IsExact && SymbolEqualityComparer.Default.Equals(Type, other.Type);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Thrown);

    /// <inheritdoc/>
    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Type);

    private static bool Derives(ITypeSymbol type, ITypeSymbol from)
    {
        for (ITypeSymbol? one = type; one is not null; one = one.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(one, from))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEvery(ITypeSymbol? type) => type is null or { SpecialType: SpecialType.System_Object }
        or { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
