using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What the parts of the analysis share while they work on one body.</summary>
internal sealed class BodyContext(
    MachineCatalog catalog, ControlFlowGraph graph, ISymbol owner, AnalysisBudget budget, ISet<SyntaxNode> assumedLegal)
{
    /// <summary>The machines of the compilation.</summary>
    public MachineCatalog Catalog { get; } = catalog;

    /// <summary>The body.</summary>
    public ControlFlowGraph Graph { get; } = graph;

    /// <summary>What bounds the work.</summary>
    public AnalysisBudget Budget { get; } = budget;

    /// <summary>Its variables.</summary>
    public PlaceTable Places { get; } = new(graph, owner);

    /// <summary>Its machines.</summary>
    public ObjectTable Objects { get; } = new();

    /// <summary>Where they come into sight.</summary>
    public OriginTable Origins { get; } = new();

    /// <summary>Its calls of events.</summary>
    public CallSites Sites { get; } = new();

    /// <summary>Where control goes when the operation at hand throws; set by the solver.</summary>
    public Action<FlowState> Throw { get; set; } = static _ => { };

    /// <summary>True where an exception would be seen by this body: inside a <c>try</c> block. Elsewhere <see cref="Throw"/> does nothing.</summary>
    public bool IsGuarded { get; set; }

    /// <summary>The statement at hand; it tells apart what is forgotten at one place and at another.</summary>
    public SyntaxNode? Site { get; set; }

    /// <summary>The rows of a machine of which nothing is known from here on.</summary>
    /// <param name="machine">Its class.</param>
    /// <param name="key">What it is, apart from where.</param>
    public StateRows UnknownRows(MachineType machine, object key) =>
        StateRows.Each(Origins.Of((key, Site), OriginKind.Unknown, machine.Table), machine.Table.All);

    /// <summary>The class of a machine.</summary>
    public MachineType MachineOf(int @object) => Objects.MachineOf(@object);

    /// <summary>True for a call that has been reported: what follows is judged as if it had been legal, so that one mistake gives one report.</summary>
    public bool IsAssumedLegal(SyntaxNode call) => assumedLegal.Contains(call);
}
