using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>What is known of the code that runs.</summary>
internal enum CallKind
{
    /// <summary>Exactly the method.</summary>
    Exact,

    /// <summary>The method, or one that overrides or implements it.</summary>
    Virtual,

    /// <summary>The method becomes a delegate, so it may run later.</summary>
    Reference,

    /// <summary>Nothing: a delegate, <c>dynamic</c>, a function pointer.</summary>
    Unseen,
}

/// <summary>A place where other code runs: a call, an accessor, an operator, or what a statement such as <c>foreach</c> calls without saying so.</summary>
/// <param name="Kind">What is known of that code.</param>
/// <param name="Method">The method, by its definition; null where nothing is known.</param>
/// <param name="IsOnThis">True for a call on <c>this</c> or <c>base</c>.</param>
/// <param name="Arguments">What it is handed; empty where the language hands nothing that is written.</param>
/// <param name="Site">Where; null for what runs without a word.</param>
internal sealed record CodeCall(CallKind Kind, IMethodSymbol? Method, bool IsOnThis, ImmutableArray<IArgumentOperation> Arguments, IOperation? Site)
{
    private static readonly ImmutableArray<IArgumentOperation> s_none = ImmutableArray<IArgumentOperation>.Empty;

    /// <summary>Code of which nothing is known.</summary>
    public static CodeCall UnseenAt(IOperation site) => new(CallKind.Unseen, null, false, s_none, site);

    /// <summary>A method that the language calls, never virtually.</summary>
    public static CodeCall ExactAt(IOperation site, IMethodSymbol method) => new(CallKind.Exact, BodySyntax.DefinitionOf(method), false, s_none, site);

    /// <summary>The constructor of the base class that runs where none is named.</summary>
    public static CodeCall Base(IMethodSymbol constructor) => new(CallKind.Exact, constructor, true, s_none, null);

    /// <summary>A call whose receiver, if any, is known.</summary>
    public static CodeCall On(IOperation? receiver, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation site) => new(
        IsExact(method, receiver) ? CallKind.Exact : CallKind.Virtual,
        BodySyntax.DefinitionOf(method),
        receiver is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance },
        arguments,
        site);

    /// <summary>A call on a value of a type.</summary>
    public static CodeCall OnValueOf(ITypeSymbol? type, IMethodSymbol method, IOperation site) => new(
        IsExact(method) || (!method.IsAbstract && IsClosed(type)) ? CallKind.Exact : CallKind.Virtual, BodySyntax.DefinitionOf(method), false, s_none, site);

    /// <summary>True when no other code than the method's own can run.</summary>
    private static bool IsExact(IMethodSymbol method, IOperation? receiver) =>
        IsExact(method)
        || (!method.IsAbstract && receiver is not null && (IsBase(receiver) || IsClosed(receiver.Type)));

    private static bool IsExact(IMethodSymbol method) =>
        !method.IsAbstract && (!(method.IsVirtual || method.IsOverride) || method.IsSealed || IsClosed(method.ContainingType));

    private static bool IsBase(IOperation receiver) => receiver.Syntax.IsKind(SyntaxKind.BaseExpression);

    /// <summary>True for a type from which none derives.</summary>
    private static bool IsClosed(ITypeSymbol? type) => type is INamedTypeSymbol { IsSealed: true } or { TypeKind: TypeKind.Struct or TypeKind.Enum or TypeKind.Array };
}
