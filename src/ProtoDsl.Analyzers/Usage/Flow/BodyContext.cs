using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Fields;
using ProtoDsl.Analyzers.Usage.Summaries;
using ProtoDsl.Analyzers.Usage.Symbols;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>What the parts of the analysis share while they work on one body.</summary>
internal sealed class BodyContext(
    UsageModel model,
    ControlFlowGraph graph,
    ISymbol owner,
    AnalysisBudget budget,
    Func<IMethodSymbol, MethodSummary> summaryOf,
    ISet<SiteKey> assumedLegal)
{
    private Finishing? _finishing;
    private StateTests? _tests;
    private FieldExposure? _exposure;
    private UnseenLog? _unseen;

    /// <summary>The machines of the compilation.</summary>
    public MachineCatalog Catalog { get; } = model.Machines;

    /// <summary>The compilation.</summary>
    public UsageModel Model { get; } = model;

    /// <summary>The body.</summary>
    public ControlFlowGraph Graph { get; } = graph;

    /// <summary>The method, lambda or local function whose body it is.</summary>
    public ISymbol Owner { get; } = owner;

    /// <summary>What bounds the work.</summary>
    public AnalysisBudget Budget { get; } = budget;

    /// <summary>Its variables.</summary>
    public PlaceTable Places { get; } = new(graph, owner, FollowedMembers.Of(model, owner, budget.CancellationToken));

    /// <summary>In which states it finds the machine in a field of which nobody else has got hold.</summary>
    public Func<MachineField, StateSet> StatesAtEntry { get; init; } = static member => member.StatesAtEntry;

    /// <summary>Whether a callee calls the body's method back and is being solved with it.</summary>
    public Func<IMethodSymbol, bool> IsInCircle { get; init; } = static _ => false;

    /// <summary>Its machines.</summary>
    public ObjectTable Objects { get; } = new();

    /// <summary>Where they come into sight.</summary>
    public OriginTable Origins { get; } = new();

    /// <summary>Its calls of events.</summary>
    public CallSites Sites { get; } = new();

    /// <summary>Its calls that come back only from beyond a mistake in the callee, which is reported there.</summary>
    public HashSet<SiteKey> DeadEnds { get; } = [];

    /// <summary>Its uses of machines on which an event is not awaited.</summary>
    public OverlapSites Overlaps { get; } = new();

    /// <summary>The local functions that were run as part of the body.</summary>
    public HashSet<IMethodSymbol> Inlined { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>What becomes of the machines that the body makes.</summary>
    public Finishing Finishing => _finishing ??= new Finishing(this);

    /// <summary>What others see of the machines in its fields.</summary>
    public FieldExposure Exposure => _exposure ??= new FieldExposure(this);

    /// <summary>Where it runs code that is not in sight.</summary>
    public UnseenLog Unseen => _unseen ??= new UnseenLog(this);

    /// <summary>Its tests of states.</summary>
    public StateTests Tests => _tests ??= new StateTests(this);

    /// <summary>The machines that the body is handed or finds.</summary>
    public List<BoundSubject> Subjects { get; } = [];

    /// <summary>What holds where it returns; what it returns is in the place <see cref="ResultPlace"/>.</summary>
    public Disjuncts Returns { get; set; } = new();

    /// <summary>Where it is left by an exception.</summary>
    public ExceptionEnds Throws { get; } = new();

    /// <summary>The place of what is returned.</summary>
    public int ResultPlace => Places.ResultPlace;

    /// <summary>Where control goes when the operation at hand throws; set by the solver.</summary>
    public Action<FlowState, Thrown> ThrowTo { get; set; } = static (_, _) => { };

    /// <summary>The place of the exception that the handler around the operation at hand has caught; <see cref="PlaceTable.None"/> outside of one.</summary>
    public int CaughtPlace { get; set; } = PlaceTable.None;

    /// <summary>The graph at hand: the body's, or that of a local function which is run as part of it.</summary>
    public ControlFlowGraph CurrentGraph { get; set; } = graph;

    /// <summary>Runs a stretch of blocks as part of this body; set by the solver.</summary>
    public Action<ControlFlowGraph, FlowState> RunInside { get; set; } = static (_, _) => { };

    /// <summary>True where it matters what holds when an exception is thrown: inside a <c>try</c> block, or where a caller may ask.</summary>
    public bool IsGuarded { get; set; }

    /// <summary>The ways in which the operation at hand may come out; null where it has one only.</summary>
    public Alternatives? Alternatives { get; set; }

    /// <summary>The call whose summary was applied last: what it throws, and when, has been said.</summary>
    public SyntaxNode? AppliedCall { get; set; }

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
    public bool IsAssumedLegal(SiteKey call) => assumedLegal.Contains(call);

    /// <summary>True behind no mistake: where it returns is judged then only, for behind one nobody means what comes out.</summary>
    public bool IsFirstRound => assumedLegal.Count == 0;

    /// <summary>The operation at hand may throw anything.</summary>
    public void Throw(FlowState state) => ThrowTo(state, Thrown.Anything);

    /// <summary>The operation at hand may throw, after something has changed that must not have changed otherwise.</summary>
    /// <param name="thrown">What.</param>
    /// <param name="state">What holds otherwise.</param>
    /// <param name="change">What is different.</param>
    public void Throw(Thrown thrown, FlowState state, Action<FlowState> change)
    {
        if (!IsGuarded)
        {
            Throws.Add(thrown, null);
            return;
        }

        var thrower = state.Clone();
        change(thrower);
        ThrowTo(thrower, thrown);
    }

    /// <summary>What a call of a method does.</summary>
    public MethodSummary SummaryOf(IMethodSymbol method) => summaryOf(method);
}
