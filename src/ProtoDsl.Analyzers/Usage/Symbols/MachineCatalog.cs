using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Symbols;

/// <summary>The machines that a compilation can see; each relation is read once. Safe under concurrency.</summary>
internal sealed class MachineCatalog(Compilation compilation)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, MachineType?> _machines = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _generated = new(SymbolEqualityComparer.Default);
    private ImmutableHashSet<string>? _words;
    private MentionScan? _mentions;
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

    /// <summary>The names of the machines in sight, and of all methods that raise their events: a type without one of these words needs no look.</summary>
    public ImmutableHashSet<string> Words(CancellationToken cancellationToken)
    {
        if (_words is { } known)
        {
            return known;
        }

        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var assembly in AssembliesWithMachines())
        {
            CollectNames(assembly.GlobalNamespace, names, cancellationToken);
        }

        return _words = names.ToImmutable();
    }

    /// <summary>Finds those names in a type's text.</summary>
    public MentionScan Mentions(CancellationToken cancellationToken) => _mentions ??= new MentionScan(Words(cancellationToken));

    /// <summary>This assembly, and those that know the runtime library: no other can hold a machine.</summary>
    private IEnumerable<IAssemblySymbol> AssembliesWithMachines()
    {
        yield return Compilation.Assembly;
        var markers = Compilation.GetTypesByMetadataName(MarkerNames.StateMachine).Select(type => type.ContainingAssembly).ToArray();
        foreach (var assembly in Compilation.SourceModule.ReferencedAssemblySymbols)
        {
            var knowsMarker = markers.Contains(assembly, SymbolEqualityComparer.Default)
                || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(name => markers.Any(marker => marker.Identity.Name == name.Name)));
            if (knowsMarker)
            {
                yield return assembly;
            }
        }
    }

    /// <summary>True for a structure that stands beside a machine which takes it; if its text is here, in the text of that machine.</summary>
    private bool IsMessage(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Struct
        && type.ContainingNamespace.GetTypeMembers().Any(candidate => MachineOf(candidate) is { } machine && machine.Takes(type));

    private static bool HasMark(INamedTypeSymbol type) => type.GetAttributes().Any(attribute =>
        attribute is { AttributeClass: { Name: "GeneratedCodeAttribute", ContainingNamespace.Name: "Compiler" }, ConstructorArguments: { Length: 2 } arguments }
        && arguments[0].Value is "ProtoDsl");

    private void CollectNames(INamespaceSymbol container, ImmutableHashSet<string>.Builder names, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var type in container.GetTypeMembers())
        {
            CollectNames(type, names);
        }

        foreach (var inner in container.GetNamespaceMembers())
        {
            CollectNames(inner, names, cancellationToken);
        }
    }

    private void CollectNames(INamedTypeSymbol type, ImmutableHashSet<string>.Builder names)
    {
        if (MachineOf(type) is { } machine)
        {
            names.UnionWith(machine.EventMethodNames);
            names.Add(machine.Symbol.Name);
        }

        // Whoever uses a class with a machine names that class, and perhaps no machine.
        if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, Compilation.Assembly) && type.GetMembers().Any(member => member is IFieldSymbol field && MachineOf(field.Type) is not null))
        {
            names.Add(type.Name);
        }

        foreach (var inner in type.GetTypeMembers())
        {
            CollectNames(inner, names);
        }
    }
}
