using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Symbols;

/// <summary>Types that are awaited.</summary>
internal static class Awaitable
{
    /// <summary>True for <c>Task</c>, <c>ValueTask</c> and their generic forms.</summary>
    public static bool Is(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };

    /// <summary>What comes of awaiting a value of a type; the type itself where it is not awaited.</summary>
    public static ITypeSymbol ResultOf(ITypeSymbol type) =>
        Is(type) && type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } ? arguments[0] : type;
}
