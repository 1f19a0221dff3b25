using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Symbols;

/// <summary>The machines that a compilation can see; each relation is read once. Safe under concurrency.</summary>
internal sealed class MachineCatalog(Compilation compilation)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, MachineType?> _machines = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _generated = new(SymbolEqualityComparer.Default);
    private ExceptionTypes? _exceptions;

    /// <summary>The compilation.</summary>
    public Compilation Compilation { get; } = compilation;

    /// <summary>What their members throw.</summary>
    public ExceptionTypes Exceptions => _exceptions ??= new ExceptionTypes(Compilation);

    /// <summary>The machine that a type is; null for another type. <c>C&lt;TActions&gt;</c> counts by its definition.</summary>
    public MachineType? MachineOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsStatic: false } named
            ? _machines.GetOrAdd(named.OriginalDefinition, MachineType.From)
            : null;

    /// <summary>True for a type that the generator wrote whole, such as a message: making one runs nobody's code.</summary>
    public bool IsGenerated(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && _generated.GetOrAdd(named.OriginalDefinition, definition => HasMark(definition) || IsMessage(definition));

    /// <summary>What a member of a machine does; null for any other.</summary>
    public MachineMember? MemberOf(ISymbol? symbol) => symbol is null ? null : MachineOf(symbol.ContainingType)?.MemberOf(symbol);

    /// <summary>True when there is a machine in sight. The host waits for the answer in every project that knows the runtime library, so source is
    /// asked by its text alone.</summary>
    public bool HasAny(CancellationToken cancellationToken) =>
        !Compilation.GetTypesByMetadataName(MarkerNames.StateMachine).IsEmpty
        && (Compilation.SyntaxTrees.Any(tree => MarkSearch.Finds(tree, cancellationToken))
            || ReferencesWithMachines().SelectMany(assembly => TypesOf(assembly, cancellationToken)).Any(type => MachineOf(type) is not null));

    /// <summary>The types of this assembly, and of those that may have machines.</summary>
    public IEnumerable<INamedTypeSymbol> TypesInSight(CancellationToken cancellationToken) =>
        ReferencesWithMachines().Prepend(Compilation.Assembly).SelectMany(assembly => TypesOf(assembly, cancellationToken));

    private static IEnumerable<INamedTypeSymbol> TypesOf(IAssemblySymbol assembly, CancellationToken cancellationToken)
    {
        var todo = new Stack<INamespaceOrTypeSymbol>([assembly.GlobalNamespace]);
        while (todo.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var container = todo.Pop();
            if (container is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var inner in container is INamespaceSymbol space ? space.GetMembers() : container.GetTypeMembers().CastArray<INamespaceOrTypeSymbol>())
            {
                todo.Push(inner);
            }
        }
    }

    /// <summary>The assemblies that refer to the runtime library: no other can hold a machine, and it holds none itself.</summary>
    private IEnumerable<IAssemblySymbol> ReferencesWithMachines()
    {
        var markers = Compilation.GetTypesByMetadataName(MarkerNames.StateMachine).Select(type => type.ContainingAssembly.Identity.Name).ToArray();
        return Compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => assembly.Modules.Any(module => module.ReferencedAssemblies.Any(name => markers.Contains(name.Name))));
    }

    /// <summary>True for a structure that stands beside a machine which takes it; if its text is here, in the text of that machine.</summary>
    private bool IsMessage(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Struct
        && type.ContainingNamespace.GetTypeMembers().Any(candidate => MachineOf(candidate) is { } machine && machine.Takes(type));

    private static bool HasMark(INamedTypeSymbol type) => type.GetAttributes().Any(attribute =>
        attribute is { AttributeClass: { Name: "GeneratedCodeAttribute", ContainingNamespace.Name: "Compiler" }, ConstructorArguments: { Length: 2 } arguments }
        && arguments[0].Value is "ProtoDsl");
}
