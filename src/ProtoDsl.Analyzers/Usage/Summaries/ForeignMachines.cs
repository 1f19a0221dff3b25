using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Which referenced assemblies have machines of their own, and which can name one.</summary>
internal sealed class ForeignMachines(MachineCatalog catalog)
{
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _knows = new(SymbolEqualityComparer.Default);
    private ImmutableArray<IAssemblySymbol> _withMachines;

    /// <summary>The referenced assemblies that may have machines: those that know the runtime library.</summary>
    public ImmutableArray<IAssemblySymbol> AssembliesWithMachines
    {
        get
        {
            if (_withMachines.IsDefault)
            {
                ImmutableInterlocked.InterlockedInitialize(ref _withMachines, Find());
            }

            return _withMachines;
        }
    }

    /// <summary>True when code of an assembly can name a machine of another assembly than this.</summary>
    public bool KnowsMachines(IAssemblySymbol? assembly) => assembly is not null && _knows.GetOrAdd(assembly, Knows);

    /// <summary>True for an interface that generated machines implement.</summary>
    public bool IsOfMachines(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface
        && !AssembliesWithMachines.IsEmpty
        && (type.Name is "IDisposable" or "IAsyncDisposable" || type.ContainingNamespace is { Name: "ProtoDsl", ContainingNamespace.IsGlobalNamespace: true });

    private bool Knows(IAssemblySymbol assembly) =>
        AssembliesWithMachines.Contains(assembly, SymbolEqualityComparer.Default)
        || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(name => AssembliesWithMachines.Any(home => home.Identity.Name == name.Name)));

    private ImmutableArray<IAssemblySymbol> Find()
    {
        var runtime = catalog.Compilation.GetTypesByMetadataName(MarkerNames.StateMachine).Select(type => type.ContainingAssembly.Identity.Name).ToImmutableHashSet();
        return catalog.Compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => assembly.Modules.Any(module => module.ReferencedAssemblies.Any(name => runtime.Contains(name.Name))))
            .ToImmutableArray();
    }
}
