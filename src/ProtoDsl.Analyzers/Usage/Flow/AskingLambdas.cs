using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Lambdas that do no more to the variables around them than ask machines for their state, each in a variable that never holds another: a call of the
/// variable runs that lambda, here and now.</summary>
internal sealed class AskingLambdas(BodyContext context, NestedFunctions nested)
{
    private Dictionary<ILocalSymbol, IFlowAnonymousFunctionOperation>? _lambdas;

    /// <summary>The lambda that a call runs, with its graph; null for any other call.</summary>
    public (IMethodSymbol Function, ControlFlowGraph Graph)? CalledBy(IInvocationOperation call)
    {
        if (call is not { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: ILocalReferenceOperation { Local: var local } } || context.CurrentGraph != context.Graph)
        {
            return null;
        }

        _lambdas ??= Find();
        return _lambdas.TryGetValue(local, out var lambda) && nested.OnlyAsks(lambda)
            ? (lambda.Symbol, context.Graph.GetAnonymousFunctionControlFlowGraph(lambda))
            : null;
    }

    private Dictionary<ILocalSymbol, IFlowAnonymousFunctionOperation> Find()
    {
        var found = new Dictionary<ILocalSymbol, IFlowAnonymousFunctionOperation>(SymbolEqualityComparer.Default);
        foreach (var operation in context.Graph.Blocks.SelectMany(block => block.Operations))
        {
            if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, Value: IDelegateCreationOperation { Target: IFlowAnonymousFunctionOperation lambda } })
            {
                found[local] = lambda;
            }
        }

        foreach (var (local, writes) in Writes())
        {
            if (writes > 1)
            {
                found.Remove(local);
            }
        }

        return found;
    }

    /// <summary>How often each local variable may get a value, lambdas included.</summary>
    private IEnumerable<(ILocalSymbol Local, int Count)> Writes() => context.Graph.OriginalOperation.Descendants()
        .Select(operation => operation switch
        {
            IVariableDeclaratorOperation { Initializer: not null } declarator => declarator.Symbol,
            ILocalReferenceOperation { Parent: IAssignmentOperation assignment } reference when assignment.Target == reference => reference.Local,
            ILocalReferenceOperation { Parent: ITupleOperation or IArgumentOperation { Parameter.RefKind: not RefKind.None } or IAddressOfOperation } reference => reference.Local,
            _ => null,
        })
        .OfType<ILocalSymbol>()
        .GroupBy<ILocalSymbol, ISymbol>(local => local, SymbolEqualityComparer.Default)
        .Select(group => (group.First(), group.Count()));
}
