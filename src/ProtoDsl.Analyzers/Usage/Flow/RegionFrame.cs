using System.Collections.Generic;
using Microsoft.CodeAnalysis.FlowAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>One solving of a stretch of blocks: a whole body, or a <c>finally</c> block, which is run like a procedure for each way into it.</summary>
internal sealed class RegionFrame(RegionFrame? caller, int firstBlock, int lastBlock)
{
    private readonly FlowState?[] _entries = new FlowState?[lastBlock - firstBlock + 1];
    private readonly SortedSet<int> _work = [];
    private readonly Dictionary<ControlFlowRegion, FlowState> _thrown = [];

    /// <summary>The frame in which this one is run; null for a body.</summary>
    public RegionFrame? Caller { get; } = caller;

    /// <summary>What holds at the regular end of a <c>finally</c> block; null while it has not been reached.</summary>
    public FlowState? Out { get; private set; }

    /// <summary>True for a region that lies within this stretch.</summary>
    public bool Contains(ControlFlowRegion region) => region.FirstBlockOrdinal >= firstBlock && region.LastBlockOrdinal <= lastBlock;

    /// <summary>The next block to look at, the earliest first, and what holds where it begins.</summary>
    public bool TryTake(out int block, out FlowState state)
    {
        if (_work.Count == 0)
        {
            (block, state) = (-1, new FlowState());
            return false;
        }

        block = _work.Min;
        _work.Remove(block);
        state = _entries[block - firstBlock]?.Clone() ?? new FlowState();
        return true;
    }

    /// <summary>One more way into a block.</summary>
    public void Enter(int block, FlowState state)
    {
        if (state.IsDead || block < firstBlock || block > lastBlock)
        {
            return;
        }

        state.Sweep();
        var index = block - firstBlock;
        var joined = _entries[index] is { } before ? FlowState.Join(before, state) : state.Clone();
        if (_entries[index] is not { } known || !FlowState.AreEqual(known, joined))
        {
            _entries[index] = joined;
            _work.Add(block);
        }
    }

    /// <summary>One more state in which a <c>try</c> block may be left by an exception.</summary>
    /// <returns>All of them joined; null when there is nothing new.</returns>
    public FlowState? Throw(ControlFlowRegion tryRegion, FlowState state)
    {
        var joined = _thrown.TryGetValue(tryRegion, out var before) ? FlowState.Join(before, state) : state.Clone();
        if (before is not null && FlowState.AreEqual(before, joined))
        {
            return null;
        }

        _thrown[tryRegion] = joined;
        return joined.Clone();
    }

    /// <summary>One more way to the end of the <c>finally</c> block.</summary>
    public void Leave(FlowState state) => Out = Out is null ? state.Clone() : FlowState.Join(Out, state);
}
