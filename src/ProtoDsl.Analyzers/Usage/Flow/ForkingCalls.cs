using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Tells which operations may come out in several ways: those that call a local function, or a method that may hand back one machine or another.</summary>
internal sealed class ForkingCalls(MachineCatalog catalog)
{
    private readonly Dictionary<IOperation, bool> _known = [];

    /// <summary>True for an operation that may.</summary>
    public bool Contains(IOperation operation)
    {
        if (!_known.TryGetValue(operation, out var mayFork))
        {
            _known.Add(operation, mayFork = operation.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => HandsBack(catalog, call.TargetMethod)));
        }

        return mayFork;
    }

    /// <summary>True for a method that may hand back one machine or another.</summary>
    public static bool HandsBack(MachineCatalog catalog, IMethodSymbol method) =>
        method.MethodKind == MethodKind.LocalFunction
        || (CallEffects.IsOfThisCompilation(method, catalog.Compilation)
            && (catalog.MachineOf(Awaitable.ResultOf(method.ReturnType)) is not null
                || method.Parameters.Any(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out && catalog.MachineOf(parameter.Type) is not null)));
}
