using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
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
    private Action<FlowState> _leave;
    private bool _isGuardedOutside;

    public FlowSolver(BodyContext context)
    {
        _context = context;
        _graph = context.Graph;
        _evaluator = new OperationEvaluator(context);
        _ends = new ContractEnds(context);
        _leave = LeaveByException;
        _exceptions = new ExceptionFlow(RunFinally, thrown => _leave(thrown), context.Finishing.ExcuseAll);
        context.RunInside = RunInside;
    }

    /// <summary>Solves the body.</summary>
    /// <exception cref="BudgetExceededException">It is too large.</exception>
    public void Solve() => Run(new RegionFrame(null, _graph, 0, _graph.Blocks.Length - 1), 0, EntryBinding.Of(_context));

    /// <summary>A function inside the body runs where it is called: what leaves it by an exception goes on there.</summary>
    private void RunInside(ControlFlowGraph function, FlowState entry)
    {
        var (leave, site, isGuardedOutside) = (_leave, _context.Site, _isGuardedOutside);
        var outerThrow = _context.Throw;
        _isGuardedOutside = _context.IsGuarded;
        _leave = thrown =>
        {
            var inner = _leave;
            _leave = leave;
            outerThrow(thrown);
            _leave = inner;
        };
        Run(new RegionFrame(null, function, 0, function.Blocks.Length - 1), 0, entry);
        (_leave, _context.Site, _isGuardedOutside) = (leave, site, isGuardedOutside);
    }

    private void Run(RegionFrame frame, int firstBlock, FlowState entry)
    {
        var (outer, outerIsGuarded, outerGraph) = (_context.Throw, _context.IsGuarded, _context.CurrentGraph);
        frame.Enter(firstBlock, entry);
        while (frame.TryTake(out var ordinal, out var state))
        {
            var block = frame.Graph.Blocks[ordinal];
            _context.CurrentGraph = frame.Graph;
            _context.Throw = thrown => _exceptions.Throw(frame, block.EnclosingRegion, thrown);
            _context.IsGuarded = _isGuardedOutside || _context.Subjects.Count > 0 || IsGuarded(block.EnclosingRegion);
            _context.Budget.Spend(1 + ((state.PlaceCount + state.ObjectCount) / 4));
            foreach (var operation in block.Operations)
            {
                _context.Site = operation.Syntax;
                _evaluator.Evaluate(operation, state);
            }

            Leave(frame, block, state);
        }

        (_context.Throw, _context.IsGuarded, _context.CurrentGraph) = (outer, outerIsGuarded, outerGraph);
    }

    private void Leave(RegionFrame frame, BasicBlock block, FlowState state)
    {
        _context.Site = block.BranchValue?.Syntax;
        var value = _evaluator.Evaluate(block.BranchValue, state);
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

            Follow(frame, block, block.FallThroughSuccessor, state);
            return;
        }

        _context.Tests.Decide(condition);
        var jumpsOn = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        Follow(frame, block, conditional, Branching.Refine(_context, state, condition, value, jumpsOn));
        Follow(frame, block, block.FallThroughSuccessor, Branching.Refine(_context, state, condition, value, !jumpsOn));
    }

    private void Follow(RegionFrame frame, BasicBlock block, ControlFlowBranch? branch, FlowState state)
    {
        if (branch is null || state.IsDead)
        {
            return;
        }

        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow or ControlFlowBranchSemantics.Error:
                _exceptions.Throw(frame, block.EnclosingRegion, state);
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

    private void LeaveByException(FlowState state)
    {
        _context.MayThrow = true;
        if (_context.Subjects.Count == 0)
        {
            return;
        }

        var left = state.Clone();
        left.Sweep();
        _context.Throws.Add(left);
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

        foreach (var capture in region.CaptureIds)
        {
            state.Set(_context.Places.Of(capture), null);
        }
    }
}
