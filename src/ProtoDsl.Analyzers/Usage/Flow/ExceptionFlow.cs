using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Where exceptions go. The graph has no edges for them: what holds where one may be thrown is carried to the handlers of the
/// <c>try</c> block, through <c>finally</c> blocks on the way.</summary>
/// <param name="runFinally">Runs a <c>finally</c> block; nothing when it does not end regularly.</param>
/// <param name="leaveBody">Told what holds when an exception leaves the body.</param>
/// <param name="excuse">Changes what does not count any more once an exception is thrown.</param>
internal sealed class ExceptionFlow(
    Func<RegionFrame, ControlFlowRegion, FlowState, IEnumerable<FlowState>> runFinally, Action<FlowState> leaveBody, Action<FlowState> excuse)
{
    /// <summary>Something in a region may throw.</summary>
    public void Throw(RegionFrame frame, ControlFlowRegion? region, FlowState state)
    {
        if (state.IsDead)
        {
            return;
        }

        for (; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            // A filter that throws has not fitted; the search for a handler goes on.
            var guarded = region.Kind == ControlFlowRegionKind.Filter ? TryBlockOf(region.EnclosingRegion?.EnclosingRegion)
                : region.Kind == ControlFlowRegionKind.Try ? region
                : null;
            if (guarded is not null)
            {
                ThrowInto(FrameOf(frame, guarded), guarded, state);
                return;
            }
        }

        leaveBody(state);
    }

    /// <summary>The end of a <c>finally</c> block, or of a filter that does not fit.</summary>
    public void EndHandler(RegionFrame frame, ControlFlowRegion? region, FlowState state)
    {
        while (region is { Kind: not (ControlFlowRegionKind.Finally or ControlFlowRegionKind.Filter or ControlFlowRegionKind.Root) })
        {
            region = region.EnclosingRegion;
        }

        if (region is { Kind: ControlFlowRegionKind.Filter })
        {
            Throw(frame, region, state);
        }
        else
        {
            frame.Leave(state);
        }
    }

    private void ThrowInto(RegionFrame frame, ControlFlowRegion tryBlock, FlowState state)
    {
        if (frame.Throw(tryBlock, state, excuse) is not { } joined || tryBlock.EnclosingRegion is not { } whole)
        {
            return;
        }

        if (whole.Kind == ControlFlowRegionKind.TryAndFinally)
        {
            var final = whole.NestedRegions.First(region => region.Kind == ControlFlowRegionKind.Finally);
            foreach (var after in runFinally(frame, final, joined))
            {
                Throw(frame, whole.EnclosingRegion, after);
            }

            return;
        }

        var catchesAll = false;
        foreach (var handler in whole.NestedRegions)
        {
            switch (handler.Kind)
            {
                case ControlFlowRegionKind.Catch:
                    frame.Enter(handler.FirstBlockOrdinal, joined.Clone());
                    catchesAll |= IsEveryException(handler.ExceptionType);
                    break;
                case ControlFlowRegionKind.FilterAndHandler:
                    // A filter runs before the finally blocks inside, its handler after them: where there are some, what the filter has found need
                    // not hold any more, and both begin with what is known here. Else the handler is entered by way of the filter alone.
                    var parts = HasFinally(tryBlock) ? handler.NestedRegions : handler.NestedRegions.Where(part => part.Kind == ControlFlowRegionKind.Filter);
                    foreach (var part in parts)
                    {
                        frame.Enter(part.FirstBlockOrdinal, joined.Clone());
                    }

                    break;
            }
        }

        if (!catchesAll)
        {
            Throw(frame, whole.EnclosingRegion, joined);
        }
    }

    private static bool HasFinally(ControlFlowRegion region) =>
        region.NestedRegions.Any(inner => inner.Kind == ControlFlowRegionKind.Finally || HasFinally(inner));

    private static ControlFlowRegion? TryBlockOf(ControlFlowRegion? tryAndCatch) =>
        tryAndCatch?.NestedRegions.FirstOrDefault(region => region.Kind == ControlFlowRegionKind.Try);

    private static RegionFrame FrameOf(RegionFrame frame, ControlFlowRegion region)
    {
        while (!frame.Contains(region) && frame.Caller is { } caller)
        {
            frame = caller;
        }

        return frame;
    }

    private static bool IsEveryException(ITypeSymbol? type) =>
        type is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
