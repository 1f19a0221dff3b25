using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>What is special about a body.</summary>
[Flags]
internal enum BodyTraits
{
    /// <summary>Nothing: it runs when it is called, and is over when the call returns.</summary>
    None = 0,

    /// <summary>It may return to its caller before it is over.</summary>
    IsAsync = 1,

    /// <summary>It runs when its result is enumerated, not when it is called.</summary>
    IsIterator = 2,

    /// <summary>It is not looked at.</summary>
    IsTooLarge = 4,
}

/// <summary>The code of one method of the compilation: a method, accessor, constructor, operator or the top-level program.</summary>
internal sealed class MethodBody(
    IMethodSymbol method, IOperation? operation, BodyTraits traits, ImmutableArray<InitializerBody> initializers, IMethodSymbol? implicitBaseConstructor)
{
    private volatile Attempt? _graph;

    /// <summary>Whose code it is: the definition, of a partial method the part with the code.</summary>
    public IMethodSymbol Method { get; } = method;

    /// <summary>What is special about it.</summary>
    public BodyTraits Traits { get; } = traits;

    /// <summary>The code; null where none is written (an implicit constructor, a primary one) or where it is too large. Local functions and lambdas are
    /// part of it.</summary>
    public IOperation? Operation { get; } = operation;

    /// <summary>For a constructor that does not call another one of its class: the initialisers of fields and properties, which run before everything
    /// else, in the order of the text.</summary>
    public ImmutableArray<InitializerBody> Initializers { get; } = initializers;

    /// <summary>For a constructor without an operation: the base class's that runs after the initialisers, if it is one of this compilation. An operation
    /// says itself which one it calls.</summary>
    public IMethodSymbol? ImplicitBaseConstructor { get; } = implicitBaseConstructor;

    /// <summary>True when it has no code of its own, so that its initialisers are all there is.</summary>
    public bool IsInitializersOnly => Operation is null && (Traits & BodyTraits.IsTooLarge) == 0;

    /// <summary>True when its effect is what its graph and its initialisers say: not for iterators, and not for what is too large.</summary>
    public bool CanBeSolved(CancellationToken cancellationToken) => IsInitializersOnly || Graph(cancellationToken) is not null;

    /// <summary>The control flow; null for an iterator, for what is too large, and where no code is written.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing is kept then.</exception>
    public ControlFlowGraph? Graph(CancellationToken cancellationToken)
    {
        if (Operation is null || (Traits & (BodyTraits.IsIterator | BodyTraits.IsTooLarge)) != 0)
        {
            return null;
        }

        // Two threads may both make it; one of the two equal graphs stays.
        var known = _graph;
        if (known is null)
        {
            Interlocked.CompareExchange(ref _graph, new Attempt(GraphOf(Operation, cancellationToken)), null);
            known = _graph;
        }

        return known?.Graph;
    }

    /// <summary>The control flow of a whole body or initialiser; null where the compiler has none for it.</summary>
    public static ControlFlowGraph? GraphOf(IOperation root, CancellationToken cancellationToken)
    {
        try
        {
            return root switch
            {
                IMethodBodyOperation method => ControlFlowGraph.Create(method, cancellationToken),
                IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor, cancellationToken),
                IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block, cancellationToken),
                IFieldInitializerOperation { Parent: null } field => ControlFlowGraph.Create(field, cancellationToken),
                IPropertyInitializerOperation { Parent: null } property => ControlFlowGraph.Create(property, cancellationToken),
                _ => null,
            };
        }
        catch (InsufficientExecutionStackException)
        {
            // Nested too deeply.
            return null;
        }
    }

    /// <summary>A graph, or that there is none.</summary>
    private sealed record Attempt(ControlFlowGraph? Graph);
}

/// <summary>The initialiser of a field or property.</summary>
/// <param name="Member">The field, or the property that a field was made for.</param>
/// <param name="Operation">The initialiser; its value is its child.</param>
internal sealed record InitializerBody(ISymbol Member, ISymbolInitializerOperation Operation)
{
    /// <summary>The control flow; null where the compiler has none for it.</summary>
    public ControlFlowGraph? Graph(CancellationToken cancellationToken) => MethodBody.GraphOf(Operation, cancellationToken);
}
