using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Carries states along the graph of one body until nothing new comes about.</summary>
internal sealed class FlowSolver
{
    private readonly BodyContext _context;
    private readonly OperationEvaluator _evaluator;
    private readonly ExceptionFlow _exceptions;
    private readonly ControlFlowGraph _graph;
    private readonly ContractEnds _ends;
    private readonly ForkingCalls _forks;
    private Action<FlowState, Thrown> _leave;
    private bool _isGuardedOutside;

    public FlowSolver(BodyContext context)
    {
        _context = context;
        _graph = context.Graph;
        _evaluator = new OperationEvaluator(context);
        _ends = new ContractEnds(context);
        _forks = new ForkingCalls(context.Catalog);
        _leave = LeaveByException;
        _exceptions = new ExceptionFlow(context.Places, RunFinally, (state, thrown) => _leave(state, thrown), context.Finishing.ExcuseAll);
        context.RunInside = RunInside;
    }

    /// <summary>Solves the body.</summary>
    /// <exception cref="BudgetExceededException">It is too large.</exception>
    public void Solve() => Run(new RegionFrame(null, _graph, 0, _graph.Blocks.Length - 1), 0, EntryBinding.Of(_context));

    /// <summary>A function inside the body runs where it is called: what leaves it by an exception goes on there.</summary>
    private void RunInside(ControlFlowGraph function, FlowState entry)
    {
        var (leave, site, isGuardedOutside) = (_leave, _context.Site, _isGuardedOutside);
        var outerThrow = _context.ThrowTo;
        _isGuardedOutside = _context.IsGuarded;
        _leave = (state, thrown) =>
        {
            var inner = _leave;
            _leave = leave;
            outerThrow(state, thrown);
            _leave = inner;
        };
        Run(new RegionFrame(null, function, 0, function.Blocks.Length - 1), 0, entry);
        (_leave, _context.Site, _isGuardedOutside) = (leave, site, isGuardedOutside);
    }

    private void Run(RegionFrame frame, int firstBlock, FlowState entry)
    {
        var (outer, outerIsGuarded, outerGraph, outerCaught) = (_context.ThrowTo, _context.IsGuarded, _context.CurrentGraph, _context.CaughtPlace);
        frame.Enter(firstBlock, entry);
        while (frame.TryTake(out var ordinal, out var state))
        {
            var block = frame.Graph.Blocks[ordinal];
            _context.CurrentGraph = frame.Graph;
            _context.ThrowTo = (thrower, thrown) => _exceptions.Throw(frame, block.EnclosingRegion, thrower, thrown);
            _context.CaughtPlace = _exceptions.CaughtPlaceIn(block.EnclosingRegion);
            _context.IsGuarded = _isGuardedOutside || _context.Subjects.Count > 0 || IsGuarded(block.EnclosingRegion);
            _context.Budget.Spend(1 + ((state.PlaceCount + state.ObjectCount) / 4));
            var states = new List<FlowState> { state };
            foreach (var operation in block.Operations)
            {
                states = Behind(operation, states);
            }

            foreach (var end in states.Where(end => !end.IsDead))
            {
                _context.Site = block.BranchValue?.Syntax;
                foreach (var (after, value) in Evaluate(block.BranchValue, end))
                {
                    Leave(frame, block, after, value);
                }
            }
        }

        (_context.ThrowTo, _context.IsGuarded, _context.CurrentGraph, _context.CaughtPlace) = (outer, outerIsGuarded, outerGraph, outerCaught);
    }

    private List<FlowState> Behind(IOperation operation, List<FlowState> states)
    {
        if (!_forks.Contains(operation))
        {
            foreach (var state in states)
            {
                _context.Site = operation.Syntax;
                _evaluator.Evaluate(operation, state);
            }

            return states;
        }

        var behind = new List<FlowState>();
        foreach (var state in states)
        {
            _context.Site = operation.Syntax;
            behind.AddRange(Evaluate(operation, state).Select(end => end.State));
        }

        if (behind.Count < 2)
        {
            return behind;
        }

        var kept = new Disjuncts();
        foreach (var state in behind.Where(state => !state.IsDead))
        {
            state.Sweep();
            kept.Add(state);
        }

        return kept.All.ToList();
    }

    /// <summary>An operation is evaluated once for each of the ways in which it may come out.</summary>
    private List<(FlowState State, FlowValue? Value)> Evaluate(IOperation? operation, FlowState state)
    {
        if (operation is null || !_forks.Contains(operation))
        {
            return [(state, _evaluator.Evaluate(operation, state))];
        }

        var ends = new List<(FlowState State, FlowValue? Value)>();
        var (outer, site) = (_context.Alternatives, _context.Site);
        var alternatives = new Alternatives();
        do
        {
            alternatives.Restart();
            (_context.Alternatives, _context.Site) = (alternatives, site);
            var end = state.Clone();
            ends.Add((end, _evaluator.Evaluate(operation, end)));
        }
        while (alternatives.Advance());

        _context.Alternatives = outer;
        return ends;
    }

    private void Leave(RegionFrame frame, BasicBlock block, FlowState state, FlowValue? value)
    {
        if (state.IsDead)
        {
            return;
        }

        if (block.ConditionalSuccessor is not { } conditional || block.BranchValue is not { } condition)
        {
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            {
                // A task that is returned is the caller's to await.
                state.Escape(value as PendingValue);
                state.Set(_context.ResultPlace, value);
            }
            else
            {
                // What is thrown is known to others.
                state.Escape(value);
            }

            Follow(frame, block, block.FallThroughSuccessor, state, value);
            return;
        }

        _context.Tests.Decide(condition);
        var jumpsOn = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        Follow(frame, block, conditional, Branching.Refine(_context, state, condition, value, jumpsOn));
        Follow(frame, block, block.FallThroughSuccessor, Branching.Refine(_context, state, condition, value, !jumpsOn));
    }

    private void Follow(RegionFrame frame, BasicBlock block, ControlFlowBranch? branch, FlowState state, FlowValue? value = null)
    {
        if (branch is null || state.IsDead)
        {
            return;
        }

        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow or ControlFlowBranchSemantics.Error:
                _exceptions.Throw(frame, block.EnclosingRegion, state, ThrownBy(block, branch, state, value));
                return;
            case ControlFlowBranchSemantics.StructuredExceptionHandling:
                _exceptions.EndHandler(frame, block.EnclosingRegion, state);
                return;
        }

        foreach (var after in Through(frame, branch.FinallyRegions, state))
        {
            _context.Finishing.Drop(after);
            foreach (var region in branch.LeavingRegions)
            {
                DropVariables(region, after);
            }

            if (branch.Destination is { Kind: BasicBlockKind.Exit })
            {
                _ends.Judge(block, after);
                _context.Finishing.LeaveBody(after, branch.Semantics == ControlFlowBranchSemantics.Return ? block.BranchValue?.Syntax : null);
                after.Sweep();
                if (frame.Graph == _graph)
                {
                    _context.Exposure.Return(after);
                }

                _context.Returns.Add(after);
            }
            else if (branch.Destination is { } destination)
            {
                _context.Finishing.Drop(after);
                frame.Enter(destination.Ordinal, after);
            }
        }
    }

    /// <summary>The <c>finally</c> blocks that a branch runs through, one after the other.</summary>
    private IEnumerable<FlowState> Through(RegionFrame frame, ImmutableArray<ControlFlowRegion> regions, FlowState state)
    {
        IEnumerable<FlowState> states = [state];
        foreach (var region in regions)
        {
            states = states.SelectMany(before => RunFinally(frame, region, before)).ToArray();
        }

        return states;
    }

    private void LeaveByException(FlowState state, Thrown thrown)
    {
        _context.Exposure.Throw(state);
        if (_context.Subjects.Count == 0)
        {
            _context.Throws.Add(thrown, null);
            return;
        }

        var left = state.Clone();
        left.Sweep();
        _context.Throws.Add(thrown, left);
    }

    /// <summary>What a <c>throw</c> throws: what it makes or has caught, else what its type allows.</summary>
    private Thrown ThrownBy(BasicBlock block, ControlFlowBranch branch, FlowState state, FlowValue? value)
    {
        if (branch.Semantics == ControlFlowBranchSemantics.Rethrow)
        {
            return state.Get(_context.CaughtPlace) is ExceptionValue caught ? caught.Thrown : Thrown.Anything;
        }

        var thrown = block.BranchValue;
        while (thrown is IConversionOperation { OperatorMethod: null } conversion)
        {
            thrown = conversion.Operand;
        }

        return value is ExceptionValue known ? known.Thrown : Thrown.AtMost(thrown?.Type);
    }

    private static bool IsGuarded(ControlFlowRegion? region)
    {
        while (region is { Kind: not (ControlFlowRegionKind.Try or ControlFlowRegionKind.Filter or ControlFlowRegionKind.Root) })
        {
            region = region.EnclosingRegion;
        }

        return region is { Kind: not ControlFlowRegionKind.Root };
    }

    private IEnumerable<FlowState> RunFinally(RegionFrame caller, ControlFlowRegion region, FlowState state)
    {
        var frame = new RegionFrame(caller, caller.Graph, region.FirstBlockOrdinal, region.LastBlockOrdinal);
        Run(frame, region.FirstBlockOrdinal, state);
        return frame.Out;
    }

    /// <summary>What is out of scope must not hinder a join.</summary>
    private void DropVariables(ControlFlowRegion region, FlowState state)
    {
        foreach (var local in region.Locals)
        {
            if (_context.Places.Of(local) is >= 0 and var place)
            {
                state.Set(place, null);
            }
        }

        if (_exceptions.OwnCaughtPlaceOf(region) is >= 0 and var caught)
        {
            state.Set(caught, null);
        }

        foreach (var capture in region.CaptureIds)
        {
            state.Set(_context.Places.Of(capture), null);
        }
    }
}
