using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.FlowAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Where exceptions go. The graph has no edges for them: what holds where one may be thrown is carried to the handlers of the
/// <c>try</c> block that it may fit, through <c>finally</c> blocks on the way.</summary>
/// <param name="places">Where a handler keeps what it has caught.</param>
/// <param name="runFinally">Runs a <c>finally</c> block; nothing when it does not end regularly.</param>
/// <param name="leaveBody">Told what holds when an exception leaves the body.</param>
/// <param name="excuse">Changes what does not count any more once an exception is thrown.</param>
internal sealed class ExceptionFlow(
    PlaceTable places,
    Func<RegionFrame, ControlFlowRegion, FlowState, IEnumerable<FlowState>> runFinally,
    Action<FlowState, Thrown> leaveBody,
    Action<FlowState> excuse)
{
    /// <summary>Something in a region may throw.</summary>
    public void Throw(RegionFrame frame, ControlFlowRegion? region, FlowState state, Thrown thrown)
    {
        if (state.IsDead)
        {
            return;
        }

        for (; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            switch (region.Kind)
            {
                case ControlFlowRegionKind.Filter:
                    // A filter that throws has not fitted.
                    GoOnAfter(frame, region, state);
                    return;
                case ControlFlowRegionKind.Try:
                    ThrowInto(FrameOf(frame, region), region, state, thrown);
                    return;
            }

            if (OwnCaughtPlaceOf(region) is >= 0 and var caught && state.Get(caught) is not null)
            {
                state = state.Clone();
                state.Set(caught, null);
            }
        }

        leaveBody(state, thrown);
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
            GoOnAfter(frame, region, state);
        }
        else
        {
            frame.Leave(state);
        }
    }

    /// <summary>The place of what the innermost handler around has caught.</summary>
    public int CaughtPlaceIn(ControlFlowRegion? region)
    {
        for (; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler)
            {
                return places.Reserved(("caught", HandlerOf(region)));
            }
        }

        return PlaceTable.None;
    }

    /// <summary>The place of what a handler has caught; none for another region, or for a part of one.</summary>
    public int OwnCaughtPlaceOf(ControlFlowRegion region) =>
        region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler && HandlerOf(region) == region
            ? places.Reserved(("caught", region))
            : PlaceTable.None;

    private void ThrowInto(RegionFrame frame, ControlFlowRegion tryBlock, FlowState state, Thrown thrown)
    {
        if (frame.Throw(tryBlock, thrown, state, excuse) is not { } joined || tryBlock.EnclosingRegion is not { } whole)
        {
            return;
        }

        if (whole.Kind == ControlFlowRegionKind.TryAndFinally)
        {
            var final = whole.NestedRegions.First(region => region.Kind == ControlFlowRegionKind.Finally);
            foreach (var after in runFinally(frame, final, joined))
            {
                Throw(frame, whole.EnclosingRegion, after, thrown);
            }

            return;
        }

        Search(frame, whole, 0, joined, thrown);
    }

    /// <summary>Looks for a handler among those of a <c>try</c> block, from one of them on, and then outside.</summary>
    private void Search(RegionFrame frame, ControlFlowRegion whole, int first, FlowState state, Thrown thrown)
    {
        for (var index = first; index < whole.NestedRegions.Length; index++)
        {
            var handler = whole.NestedRegions[index];
            var fit = handler.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler ? thrown.FitOf(handler.ExceptionType) : Fit.No;
            if (fit == Fit.No)
            {
                continue;
            }

            var caught = state.Clone();
            caught.Set(places.Reserved(("caught", handler)), new ExceptionValue(thrown.In(handler.ExceptionType)));
            if (handler.Kind == ControlFlowRegionKind.Catch)
            {
                frame.Enter(handler.FirstBlockOrdinal, caught);
            }
            else
            {
                EnterFilter(frame, whole, handler, caught);
            }

            if (fit == Fit.Yes)
            {
                // What a filter does not take goes on where that is found out.
                return;
            }
        }

        Throw(frame, whole.EnclosingRegion, state, thrown);
    }

    /// <summary>A filter runs before the finally blocks inside, its handler after them: where there are some, what the filter has found need not hold
    /// any more, and both begin with what is known here. Else the handler is entered by way of the filter alone.</summary>
    private static void EnterFilter(RegionFrame frame, ControlFlowRegion whole, ControlFlowRegion handler, FlowState caught)
    {
        var hasFinally = HasFinally(whole.NestedRegions[0]);
        foreach (var part in handler.NestedRegions)
        {
            if (hasFinally || part.Kind == ControlFlowRegionKind.Filter)
            {
                frame.Enter(part.FirstBlockOrdinal, caught.Clone());
            }
        }
    }

    /// <summary>A filter has not fitted: the search goes on behind it.</summary>
    private void GoOnAfter(RegionFrame frame, ControlFlowRegion filter, FlowState state)
    {
        if (filter.EnclosingRegion is not { EnclosingRegion: { } whole } handler)
        {
            return;
        }

        var place = places.Reserved(("caught", handler));
        var thrown = state.Get(place) is ExceptionValue caught ? caught.Thrown : Thrown.AtMost(handler.ExceptionType);
        state = state.Clone();
        state.Set(place, null);
        Search(FrameOf(frame, whole), whole, whole.NestedRegions.IndexOf(handler) + 1, state, thrown);
    }

    private static ControlFlowRegion HandlerOf(ControlFlowRegion region) =>
        region.EnclosingRegion is { Kind: ControlFlowRegionKind.FilterAndHandler } both ? both : region;

    private static bool HasFinally(ControlFlowRegion region) =>
        region.NestedRegions.Any(inner => inner.Kind == ControlFlowRegionKind.Finally || HasFinally(inner));

    private static RegionFrame FrameOf(RegionFrame frame, ControlFlowRegion region)
    {
        while (!frame.Contains(region) && frame.Caller is { } caller)
        {
            frame = caller;
        }

        return frame;
    }
}
