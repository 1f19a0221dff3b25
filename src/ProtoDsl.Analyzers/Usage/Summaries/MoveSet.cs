using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Flow;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>The machines on which some code may raise events, without regard to which object or when. Immutable, equal by value.</summary>
internal sealed class MoveSet : IEquatable<MoveSet>
{
    private static readonly ImmutableHashSet<IAssemblySymbol> s_noAssemblies = ImmutableHashSet.Create<IAssemblySymbol>(SymbolEqualityComparer.Default);

    public MoveSet(ImmutableHashSet<MachineType> machines, ImmutableHashSet<IAssemblySymbol> assemblies, bool isEverything, bool runsArguments)
    {
        IsEverything = isEverything;
        RunsArguments = runsArguments && !isEverything;
        Machines = isEverything ? ImmutableHashSet<MachineType>.Empty : machines;
        Assemblies = isEverything ? s_noAssemblies : assemblies;
    }

    /// <summary>None.</summary>
    public static MoveSet Nothing { get; } = new(ImmutableHashSet<MachineType>.Empty, s_noAssemblies, isEverything: false, runsArguments: false);

    /// <summary>All: it runs code that is not seen.</summary>
    public static MoveSet Everything { get; } = new(ImmutableHashSet<MachineType>.Empty, s_noAssemblies, isEverything: true, runsArguments: false);

    /// <summary>True when any machine may be moved.</summary>
    public bool IsEverything { get; }

    /// <summary>True when it also runs what its caller hands it: delegates, lazy sequences. Where they are known, see <see cref="WithoutArguments"/>.</summary>
    public bool RunsArguments { get; }

    /// <summary>Machines whose events are raised in the source.</summary>
    public ImmutableHashSet<MachineType> Machines { get; }

    /// <summary>Assemblies that are called and know machines: theirs, and those that they reference.</summary>
    public ImmutableHashSet<IAssemblySymbol> Assemblies { get; }

    /// <summary>The same without what is done by delegates and sequences that the caller hands over.</summary>
    public MoveSet WithoutArguments => RunsArguments ? new MoveSet(Machines, Assemblies, isEverything: false, runsArguments: false) : this;

    /// <summary>True when nothing is moved, whatever the machine.</summary>
    public bool IsNothing => Equals(Nothing);

    /// <summary>True when an event of a machine may be raised.</summary>
    public bool MayMove(MachineType machine, Compilation compilation) =>
        IsEverything
        || RunsArguments
        || Machines.Contains(machine)
        || Assemblies.Any(assembly => CallEffects.KnowsAssemblyOf(machine, assembly, compilation));

    /// <summary>What one or the other moves.</summary>
    public MoveSet Union(MoveSet other) => IsEverything || other.IsEverything
        ? Everything
        : new MoveSet(Machines.Union(other.Machines), Assemblies.Union(other.Assemblies), isEverything: false, RunsArguments || other.RunsArguments);

    /// <inheritdoc/>
    public bool Equals(MoveSet? other) =>
        other is not null
        && IsEverything == other.IsEverything
        && RunsArguments == other.RunsArguments
        && Machines.SetEquals(other.Machines)
        && Assemblies.SetEquals(other.Assemblies);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MoveSet);

    /// <inheritdoc/>
    public override int GetHashCode() => (Machines.Count * 31) + Assemblies.Count + (IsEverything ? 7 : 0) + (RunsArguments ? 3 : 0);
}
