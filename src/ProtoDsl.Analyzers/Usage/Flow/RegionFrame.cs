using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.FlowAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>One solving of a stretch of blocks: a whole body, or a <c>finally</c> block, which is run like a procedure for each way into it.</summary>
internal sealed class RegionFrame(RegionFrame? caller, ControlFlowGraph graph, int firstBlock, int lastBlock)
{
    private readonly Disjuncts?[] _entries = new Disjuncts?[lastBlock - firstBlock + 1];
    private readonly bool[] _isWaiting = new bool[lastBlock - firstBlock + 1];
    private int _next;
    private readonly Dictionary<(ControlFlowRegion Block, Thrown Thrown), ThrownCases> _thrown = [];
    private readonly Disjuncts _out = new();

    /// <summary>The frame in which this one is run; null for a body.</summary>
    public RegionFrame? Caller { get; } = caller;

    /// <summary>The graph that the blocks belong to.</summary>
    public ControlFlowGraph Graph { get; } = graph;

    /// <summary>What holds at the regular end of a <c>finally</c> block; empty while it has not been reached.</summary>
    public IEnumerable<FlowState> Out => _out.All.ToArray();

    /// <summary>True for a region that lies within this stretch.</summary>
    public bool Contains(ControlFlowRegion region) => region.FirstBlockOrdinal >= firstBlock && region.LastBlockOrdinal <= lastBlock;

    /// <summary>The next block to look at, the earliest first, and what holds where it begins.</summary>
    public bool TryTake(out int block, out FlowState state)
    {
        for (; _next < _isWaiting.Length; _next++)
        {
            if (_isWaiting[_next] && _entries[_next] is { } entry && entry.TryTake(out state))
            {
                block = _next + firstBlock;
                return true;
            }

            _isWaiting[_next] = false;
        }

        (block, state) = (-1, new FlowState());
        return false;
    }

    /// <summary>One more way into a block.</summary>
    public void Enter(int block, FlowState state)
    {
        if (state.IsDead || block < firstBlock || block > lastBlock)
        {
            return;
        }

        state.Sweep();
        if ((_entries[block - firstBlock] ??= new Disjuncts()).Add(state) is not null)
        {
            _isWaiting[block - firstBlock] = true;
            _next = Math.Min(_next, block - firstBlock);
        }
    }

    /// <summary>One more state in which a <c>try</c> block may be left by an exception.</summary>
    /// <param name="tryRegion">The block.</param>
    /// <param name="kind">What is thrown.</param>
    /// <param name="state">What holds there.</param>
    /// <param name="excuse">Changes what does not count any more on such a path.</param>
    /// <returns>It and those like it; null when there is nothing new.</returns>
    public FlowState? Throw(ControlFlowRegion tryRegion, Thrown kind, FlowState state, Action<FlowState> excuse)
    {
        if (!_thrown.TryGetValue((tryRegion, kind), out var thrown))
        {
            _thrown.Add((tryRegion, kind), thrown = new ThrownCases());
        }

        if (thrown.Last?.IsCopyOf(state) == true)
        {
            // Between one call and the next nothing has changed.
            return null;
        }

        thrown.Last = state.Clone();
        state = state.Clone();
        excuse(state);
        state.Sweep();
        return thrown.Cases.Add(state)?.Clone();
    }

    /// <summary>One more way to the end of the <c>finally</c> block.</summary>
    public void Leave(FlowState state) => _out.Add(state);

    /// <summary>What has been thrown from a <c>try</c> block.</summary>
    private sealed class ThrownCases
    {
        public Disjuncts Cases { get; } = new();

        /// <summary>The last of it; null before the first.</summary>
        public FlowState? Last { get; set; }
    }
}
