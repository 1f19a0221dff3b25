using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Tells the types whose objects can have a machine in their hands: machines, classes with a field of one (wrappers), classes with a field
/// of such a class. Safe under concurrency.</summary>
internal sealed class MachineHolders(MachineCatalog catalog)
{
    /// <summary>How many objects may stand between one and the machine: <c>_session._wrapper._machine</c>.</summary>
    private const int MaxDepth = 3;

    /// <summary>How far type arguments are looked into: <c>Task&lt;(Machine, bool)&gt;</c>.</summary>
    private const int MaxNesting = 4;

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool>[] _holds =
        Enumerable.Range(0, MaxDepth).Select(_ => new ConcurrentDictionary<INamedTypeSymbol, bool>(SymbolEqualityComparer.Default)).ToArray();

    /// <summary>True when the type itself, or a base class, has a machine or a holder of one in a field of this compilation.</summary>
    public bool Holds(INamedTypeSymbol? type) => Holds(type, MaxDepth);

    /// <summary>True for a machine, for a holder, and for what is made of one: an array, a tuple, a task, a collection.</summary>
    public bool Mentions(ITypeSymbol? type) => Mentions(type, MaxNesting);

    private bool Mentions(ITypeSymbol? type, int depth) => type switch
    {
        IArrayTypeSymbol array => depth > 0 && Mentions(array.ElementType, depth - 1),
        INamedTypeSymbol named => catalog.MachineOf(named) is not null
            || Holds(named)
            || (depth > 0 && named.TypeArguments.Any(argument => Mentions(argument, depth - 1))),
        ITypeParameterSymbol parameter => depth > 0 && parameter.ConstraintTypes.Any(constraint => Mentions(constraint, depth - 1)),
        _ => false,
    };

    private bool Holds(INamedTypeSymbol? type, int depth)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(part.ContainingAssembly, catalog.Compilation.Assembly) && HasField(part.OriginalDefinition, depth))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasField(INamedTypeSymbol type, int depth)
    {
        if (depth == 0)
        {
            return false;
        }

        if (!_holds[depth - 1].TryGetValue(type, out var holds))
        {
            holds = type.GetMembers().OfType<IFieldSymbol>().Any(field =>
                catalog.MachineOf(field.Type) is not null || (field.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } inner && Holds(inner, depth - 1)));
            _holds[depth - 1][type] = holds;
        }

        return holds;
    }
}
