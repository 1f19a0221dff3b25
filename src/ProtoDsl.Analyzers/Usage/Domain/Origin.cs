using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>What is known of the state of a machine where the analysis meets it first.</summary>
internal enum OriginKind
{
    /// <summary>Its states are known, and each of them is possible: it was made here, or a summary says so.</summary>
    Known,

    /// <summary>Nothing is known. It is in one state, which its owner knows: what is legal from one of them is not called a mistake.</summary>
    Unknown,

    /// <summary>A contract names its states; each of them is possible.</summary>
    Declared,
}

/// <summary>Where a machine comes into sight of one body, or gets out of it and is met again.</summary>
internal sealed class Origin(int number, OriginKind kind, MachineTable machine, object key)
{
    /// <summary>Its number in the body.</summary>
    public int Number { get; } = number;

    /// <summary>What is known there.</summary>
    public OriginKind Kind { get; } = kind;

    /// <summary>The machine's table.</summary>
    public MachineTable Machine { get; } = machine;

    /// <summary>What it stands for: equal for the same place of the text.</summary>
    public object Key { get; } = key;

    /// <summary>True for a machine that the body has made itself, where the table says in which states one may be left.</summary>
    public bool MustFinish { get; } = kind == OriginKind.Known && key is SyntaxNode && !machine.Final.IsEmpty;

    /// <summary>The states that it was ever met in.</summary>
    public StateSet Entry { get; private set; }

    /// <summary>How many rows it has: one where its states are known, else one for each state that the machine may be in there.</summary>
    public int RowCount => Kind == OriginKind.Known ? 1 : Machine.Relation.States.Count;

    /// <summary>It is met in some states.</summary>
    public void Meet(StateSet states) => Entry |= states;
}
