using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Decides whether what a callee does can matter to what its caller knows of machines. All other calls are left out of the call graph: their summary
/// is never asked for. A callee matters when it is not the generator's own and
/// <list type="number">
/// <item>a parameter or its result is a machine, a class that holds one in a field (a wrapper), or made of these, such as <c>Task&lt;Machine&gt;</c>; or</item>
/// <item>it is a member (instance or static, constructor included) of a class that holds a machine, itself or in a base class; or</item>
/// <item>it is a member of a machine's class that the user wrote; or</item>
/// <item>it is called on <c>this</c> or <c>base</c>, and the caller's class holds a machine or is one: a base class runs overrides.</item>
/// </list></summary>
internal sealed class Relevance(MachineCatalog catalog, MachineHolders holders, GeneratedCode generated)
{
    /// <summary>True when the callee's summary can matter to the caller.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="callee">Who is called, by its definition.</param>
    /// <param name="isOnThis">True for a call on <c>this</c> or <c>base</c>.</param>
    public bool Matters(IMethodSymbol caller, IMethodSymbol callee, bool isOnThis)
    {
        if (generated.IsGenerated(callee))
        {
            return false;
        }

        return callee.Parameters.Any(parameter => holders.Mentions(parameter.Type))
            || holders.Mentions(callee.ReturnType)
            || IsAtMachines(callee.ContainingType)
            || (isOnThis && IsAtMachines(caller.ContainingType));
    }

    private bool IsAtMachines(INamedTypeSymbol? type) => catalog.MachineOf(type) is not null || holders.Holds(type);
}
