using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Calls of local functions, and of lambdas that can be told: they share the variables of the body around them, so they are run as part of it.</summary>
internal sealed class LocalFunctionCalls(BodyContext context, NestedFunctions nested)
{
    /// <summary>Functions that call functions, as deep as anyone reads.</summary>
    private const int MaxDepth = 4;

    private readonly HashSet<IMethodSymbol> _running = new(SymbolEqualityComparer.Default);
    private readonly AskingLambdas _lambdas = new(context, nested);

    /// <summary>Runs the function that is called.</summary>
    /// <returns>False when it cannot be followed, and nothing was done.</returns>
    public bool TryRun(IInvocationOperation call, IReadOnlyCollection<PassedArgument> arguments, FlowState state, out FlowValue? result)
    {
        result = null;
        if (CalledBy(call) is not var (function, graph)
            || !IsOverWhenItReturns(call, function)
            || _running.Count == MaxDepth
            || arguments.Any(argument => argument.Argument.Parameter?.RefKind is not (RefKind.None or RefKind.In))
            || !_running.Add(function))
        {
            return false;
        }

        context.Places.Include(function, graph);
        context.Inlined.Add(function);
        foreach (var argument in arguments)
        {
            if (argument.Argument.Parameter is { } parameter && context.Places.Of(function.Parameters[parameter.Ordinal]) is >= 0 and var place)
            {
                state.Set(place, argument.Value);
            }
        }

        var end = context.Alternatives is { } alternatives
            ? alternatives.Choose(() => Run(graph, state).DefaultIfEmpty().ToArray())
            : Run(graph, state).Aggregate((FlowState?)null, static (all, one) => all is null ? one : FlowJoin.States(all, one));
        _running.Remove(function);
        if (end is null)
        {
            state.Kill();
            return true;
        }

        state.Become(end);
        result = state.Get(context.ResultPlace);
        state.Set(context.ResultPlace, null);
        foreach (var parameter in function.Parameters)
        {
            if (context.Places.Of(parameter) is >= 0 and var place)
            {
                state.Set(place, null);
            }
        }

        context.AppliedCall = call.Syntax;
        return true;
    }

    private (IMethodSymbol Function, ControlFlowGraph Graph)? CalledBy(IInvocationOperation call) =>
        call.TargetMethod.MethodKind != MethodKind.LocalFunction ? _lambdas.CalledBy(call)
        : GraphOf(context.Graph, call.TargetMethod.OriginalDefinition) is { } graph ? (call.TargetMethod.OriginalDefinition, graph)
        : null;

    private IEnumerable<FlowState> Run(ControlFlowGraph function, FlowState state)
    {
        var (returns, alternatives) = (context.Returns, context.Alternatives);
        (context.Returns, context.Alternatives) = (new Disjuncts(), null);
        context.RunInside(function, state.Clone());
        var ends = context.Returns.All.ToArray();
        (context.Returns, context.Alternatives) = (returns, alternatives);
        return ends;
    }

    private static bool IsOverWhenItReturns(IInvocationOperation call, IMethodSymbol function) =>
        Awaitable.Is(function.ReturnType) ? call.Parent is IAwaitOperation
        : !function.IsAsync && !IsSequence(function.ReturnType);

    /// <summary>What an iterator does is done when its result is enumerated.</summary>
    private static bool IsSequence(ITypeSymbol type) => type.Name is "IEnumerable" or "IEnumerator" or "IAsyncEnumerable" or "IAsyncEnumerator";

    private static ControlFlowGraph? GraphOf(ControlFlowGraph graph, IMethodSymbol function)
    {
        foreach (var local in graph.LocalFunctions)
        {
            if (SymbolEqualityComparer.Default.Equals(local, function))
            {
                return graph.GetLocalFunctionControlFlowGraph(local);
            }
        }

        foreach (var local in graph.LocalFunctions)
        {
            if (GraphOf(graph.GetLocalFunctionControlFlowGraph(local), function) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
