using System;

namespace ProtoDsl.Analyzers.Usage.Domain;

/// <summary>What a change of one machine means to all that is known: values that were read of it become void, tests of it go along.</summary>
internal static class FlowChanges
{
    /// <summary>A number stands for a new machine from here on; places that still hold the one before are no longer followed.</summary>
    public static void Renew(this FlowState state, int @object, ObjectFacts facts)
    {
        for (var place = 0; place < state.PlaceCount; place++)
        {
            if (state.Get(place) is ObjectValue { Object: var held } && held == @object)
            {
                state.Write(place, null);
            }
        }

        state.Replace(@object, facts);
    }

    /// <summary>What is known of a machine does not follow from what was known before: values derived from it are void.</summary>
    public static void Replace(this FlowState state, int @object, ObjectFacts facts)
    {
        state.Put(@object, facts);
        DropDerived(state, @object);
    }

    /// <summary>A machine has moved. Tests from before go along; what was read of it is void.</summary>
    public static void Move(this FlowState state, int @object, Func<ObjectFacts, ObjectFacts> step)
    {
        state.Put(@object, step(state.FactsOf(@object)));
        for (var place = 0; place < state.PlaceCount; place++)
        {
            switch (state.Get(place))
            {
                case StateValue { Object: var read } when read == @object:
                case PendingValue { Object: var raised } when raised == @object:
                    state.Write(place, null);
                    break;
                case BoolValue test when test.Knows(@object):
                    var moved = test.Moved(@object, step);
                    state.Write(place, moved.IsTrivial || (moved.WhenTrue is null && moved.WhenFalse is null) ? null : moved);
                    break;
            }
        }
    }

    /// <summary>A machine is as it was, but what is known of it is put otherwise, also in the tests of it.</summary>
    public static void Restate(this FlowState state, int @object, Func<ObjectFacts, ObjectFacts> account)
    {
        state.Put(@object, account(state.FactsOf(@object)));
        for (var place = 0; place < state.PlaceCount; place++)
        {
            switch (state.Get(place))
            {
                case BoolValue test:
                    state.Write(place, test.Moved(@object, account));
                    break;
                case PendingValue pending when pending.Object == @object:
                    state.Write(place, pending with { Before = account(pending.Before) });
                    break;
            }
        }
    }

    /// <summary>More is known about a machine that has not moved.</summary>
    public static void Refine(this FlowState state, int @object, ObjectFacts facts)
    {
        state.Put(@object, facts);
        if (facts.Rows.IsEmpty)
        {
            state.Kill();
        }
    }

    /// <summary>A reference has turned out to be null, or not: all places that hold it agree.</summary>
    public static void RefineNull(this FlowState state, int @object, bool isNull)
    {
        for (var place = 0; place < state.PlaceCount; place++)
        {
            switch (state.Get(place))
            {
                case ObjectValue value when value.Object == @object:
                    state.Write(place, isNull ? NullValue.Instance : value with { MayBeNull = false });
                    break;
                case StateValue value when value.Object == @object:
                    state.Write(place, isNull ? NullValue.Instance : value with { MayBeNull = false });
                    break;
            }
        }
    }

    /// <summary>Drops the machines that no place refers to any more.</summary>
    public static void Sweep(this FlowState state)
    {
        var held = HeldIn(state);
        for (var @object = 0; @object < state.ObjectCount; @object++)
        {
            if (state.Knows(@object) && !held.Contains(@object))
            {
                state.Put(@object, null);
                DropDerived(state, @object);
            }
        }
    }

    /// <summary>Gives a machine another number, which no machine has.</summary>
    public static void Rename(this FlowState state, int from, int to)
    {
        state.Put(to, state.FactsOf(from));
        state.Put(from, null);
        for (var place = 0; place < state.PlaceCount; place++)
        {
            switch (state.Get(place))
            {
                case ObjectValue machine when machine.Object == from:
                    state.Write(place, machine with { Object = to });
                    break;
                case StateValue read when read.Object == from:
                    state.Write(place, read with { Object = to });
                    break;
                case PendingValue pending when pending.Object == from:
                    state.Write(place, pending with { Object = to });
                    break;
                case BoolValue test:
                    state.Write(place, test.Renamed(from, to));
                    break;
            }
        }
    }

    /// <summary>A set of numbers, as good for machines as for states.</summary>
    private static StateSet HeldIn(FlowState state)
    {
        var held = default(StateSet);
        for (var place = 0; place < state.PlaceCount; place++)
        {
            if (state.Get(place) is ObjectValue { Object: var @object } && !held.Contains(@object))
            {
                held = held.With(@object);
            }
        }

        return held;
    }

    private static void DropDerived(FlowState state, int @object)
    {
        for (var place = 0; place < state.PlaceCount; place++)
        {
            switch (state.Get(place))
            {
                case StateValue { Object: var read } when read == @object:
                    state.Write(place, null);
                    break;
                case PendingValue { Object: var raised } when raised == @object:
                    // Whether that task is awaited cannot be told from here on.
                    state.Write(place, null);
                    state.SetPending(@object, null);
                    break;
                case BoolValue test when test.Knows(@object):
                    var left = test.Without(@object);
                    state.Write(place, left.IsTrivial ? null : left);
                    break;
            }
        }
    }
}
