using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Fields;

/// <summary>What is known of a field, or auto-property, that holds a machine, from all code that can name it, without regard to the order of things.</summary>
internal sealed class MachineField
{
    public MachineField(
        IFieldSymbol field, MachineType machine, ImmutableArray<FieldWrite> writes, ImmutableArray<FieldRaise> raises, Leaks leaks, bool startsNull)
    {
        Field = field;
        Machine = machine;
        Writes = writes;
        Raises = raises;
        Leaks = leaks;
        MayBeNull = startsNull || writes.Any(write => write.MayBeNull);
        Sources = writes.Aggregate(WriteSources.None, (sources, write) => sources | write.Sources);
        IsOwned = IsPrivate && leaks == Leaks.None && (Sources & WriteSources.Elsewhere) == 0;
        Interference = IsOwned
            ? Interference.Of(machine.Table, raises)
            : Interference.Everything(machine.Table);
        StatesAtEntry = Interference.Close(StatesWritten(static _ => true));
    }

    /// <summary>A field that holds an object which owns a machine. Others may have that object too.</summary>
    public static MachineField Holding(IFieldSymbol field, MachineField inner) =>
        new(field, inner.Machine, ImmutableArray<FieldWrite>.Empty, ImmutableArray<FieldRaise>.Empty, Leaks.Unknown, startsNull: true) { Inner = inner };

    /// <summary>Where the field holds an object which owns the machine: the field there; null where it holds the machine.</summary>
    public MachineField? Inner { get; private init; }

    /// <summary>The field; of an auto-property the one that the compiler makes.</summary>
    public IFieldSymbol Field { get; }

    /// <summary>The auto-property, if it is one.</summary>
    public IPropertySymbol? Property => Field.AssociatedSymbol as IPropertySymbol;

    /// <summary>The machine's class.</summary>
    public MachineType Machine { get; }

    /// <summary>True for a static one.</summary>
    public bool IsStatic => Field.IsStatic;

    /// <summary>True when it is written during construction only: <c>readonly</c>, or a property without a setter.</summary>
    public bool IsReadOnly => Field.IsReadOnly && !IsInitOnly;

    /// <summary>True when others may set it, once, in an object initialiser.</summary>
    public bool IsInitOnly => Property?.SetMethod?.IsInitOnly == true;

    /// <summary>True when only its own class and the types inside it can name it.</summary>
    public bool IsPrivate => Property is { } property
        ? property is { DeclaredAccessibility: Accessibility.Private, ExplicitInterfaceImplementations.IsEmpty: true }
        : Field.DeclaredAccessibility == Accessibility.Private;

    /// <summary>All places in its class and the types inside it where it is written.</summary>
    public ImmutableArray<FieldWrite> Writes { get; }

    /// <summary>Where the machines come from, all writes together.</summary>
    public WriteSources Sources { get; }

    /// <summary>True when it may be null: it is not set during construction, or null is written.</summary>
    public bool MayBeNull { get; }

    /// <summary>The events raised on it, by its class, the types inside it, and helpers that are handed it.</summary>
    public ImmutableArray<FieldRaise> Raises { get; }

    /// <summary>How others can get hold of the machine.</summary>
    public Leaks Leaks { get; }

    /// <summary>True when it is private, only ever holds machines that its class has made, and nobody else can get hold of these. Then its events are raised
    /// nowhere but in <see cref="Raises"/>.</summary>
    public bool IsOwned { get; }

    /// <summary>The events that any member may raise on it.</summary>
    public Interference Interference { get; }

    /// <summary>The states in which its machine may be when a member begins, be it that others call that or one of the class: where the events that are raised
    /// on it lead, in any order. All where it is not owned, none where it never holds a machine. <see cref="ClassInvariants"/> knows it better.</summary>
    public StateSet StatesAtEntry { get; }

    /// <summary>The states in which it may be where an initialiser has set it; none where none does.</summary>
    public StateSet StatesInitialized => StatesWritten(static time => time == WriteTime.Initializer);

    /// <summary>The states in which it may be where other code than an initialiser or constructor has set it.</summary>
    public StateSet StatesAssignedLater => StatesWritten(static time => time == WriteTime.Later);

    private StateSet StatesWritten(Func<WriteTime, bool> when)
    {
        var writes = Writes.Where(write => when(write.Time)).ToArray();
        var states = writes.Aggregate(default(StateSet), (all, write) => all | StatesOf(write.Sources));

        // What comes by way of a variable or a method may have moved before.
        return writes.All(write => write.IsCreation) ? states : Interference.Close(states);
    }

    private StateSet StatesOf(WriteSources sources)
    {
        if ((sources & (WriteSources.Restored | WriteSources.Elsewhere)) != 0)
        {
            return Machine.Table.All;
        }

        return (sources & WriteSources.New) != 0 ? Machine.Table.Initial : default;
    }
}
