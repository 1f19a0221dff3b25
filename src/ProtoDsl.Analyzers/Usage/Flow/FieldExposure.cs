using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoDsl.Analyzers.Usage.Domain;
using ProtoDsl.Analyzers.Usage.Fields;
using ProtoDsl.Analyzers.Usage.Summaries;

namespace ProtoDsl.Analyzers.Usage.Flow;

/// <summary>Collects in which states the members of a class find, and leave, the machines in its own fields: what others see of them while a body runs and when
/// it is over. Only fields whose machine nobody else has.</summary>
internal sealed class FieldExposure(BodyContext context)
{
    private readonly List<Watched> _fields = context.Places.Members
        .Where(pair => pair.Value.IsOwned)
        .Select(pair => new Watched(pair.Key, pair.Value, context.Subjects.FirstOrDefault(subject => subject.Place == pair.Key)))
        .ToList();

    /// <summary>What was collected.</summary>
    public ImmutableArray<FieldTraffic> Traffic => _fields
        .Select(field => new FieldTraffic(field.Member.Field, field.Returned.Reach, field.Thrown.Reach, field.Seen.Reach))
        .ToImmutableArray();

    /// <summary>Code runs that may call other members, or that may throw in a way which nobody here thinks of.</summary>
    public void See(FlowState state)
    {
        foreach (var field in _fields)
        {
            Add(field.Seen, field, state);
        }
    }

    /// <summary>Code runs that may call other members which move the machine in a field.</summary>
    public void See(FlowState state, MachineField member)
    {
        foreach (var field in _fields.Where(field => field.Member == member))
        {
            Add(field.Seen, field, state);
        }
    }

    /// <summary>A method is called that works on the same fields: others see what it lets them see.</summary>
    /// <param name="state">What is known before the call.</param>
    /// <param name="callee">What the method does.</param>
    /// <param name="isSame">Whether a field of the callee's object is that of the object at hand.</param>
    public void See(FlowState state, MethodSummary callee, Func<IFieldSymbol, bool> isSame)
    {
        foreach (var traffic in callee.Traffic.Where(traffic => isSame(traffic.Field)))
        {
            foreach (var field in _fields.Where(field => SymbolEqualityComparer.Default.Equals(field.Member.Field, traffic.Field)))
            {
                if (RowsIn(field, state) is { } rows)
                {
                    field.Seen.Add(rows.Select(traffic.Seen.Map.After));
                    field.Seen.Add(traffic.Seen.Fresh);
                }
                else
                {
                    field.Seen.Add(field.Table.All);
                }
            }
        }
    }

    /// <summary>A helper that was handed the machine may call members back at any moment of its work.</summary>
    public void SeeMoving(FlowState state, int @object)
    {
        foreach (var field in _fields.Where(field => Holds(field, @object, state)))
        {
            field.Seen.Add(field.Member.Interference.Close(state.FactsOf(@object).States));
        }
    }

    /// <summary>True for a machine that one of the fields holds.</summary>
    public bool IsOf(int @object, FlowState state) => _fields.Any(field => Holds(field, @object, state));

    /// <summary>The body returns.</summary>
    public void Return(FlowState state)
    {
        foreach (var field in _fields)
        {
            Add(field.Returned, field, state);
        }
    }

    /// <summary>The body is left by an exception.</summary>
    public void Throw(FlowState state)
    {
        foreach (var field in _fields)
        {
            Add(field.Thrown, field, state);
        }
    }

    private static bool Holds(Watched field, int @object, FlowState state) => state.Get(field.Place) is ObjectValue { Object: var held } && held == @object;

    private static void Add(MapBuilder moment, Watched field, FlowState state)
    {
        if (RowsIn(field, state) is { } rows)
        {
            if (EntriesIn(field, state) is { } entries && rows.Origins.All(origin => origin.Origin != field.Entry?.Origin))
            {
                moment.Add(rows, entries);
            }
            else
            {
                moment.Add(rows);
            }
        }
        else
        {
            moment.Add(field.Table.All);
        }
    }

    /// <summary>What is known of what the field holds; null where nothing is.</summary>
    private static StateRows? RowsIn(Watched field, FlowState state) => state.Get(field.Place) switch
    {
        NullValue => StateRows.None,
        ObjectValue { Object: var @object } => state.Find(@object)?.Rows,
        _ => null,
    };

    /// <summary>The states at entry from which this point is reached, by what the machine that was there then has become; null where that does not tell.</summary>
    private static StateSet? EntriesIn(Watched field, FlowState state)
    {
        if (field.Member.MayBeNull
            || field.Entry is not { } entry
            || state.Get(entry.EntryPlace) is not ObjectValue
            || state.Find(entry.Object)?.Rows is not { Origins.Length: 1 } rows
            || rows.Origins[0].Origin != entry.Origin)
        {
            return null;
        }

        var entries = default(StateSet);
        for (var index = 0; index < rows.Origins[0].Rows.Length; index++)
        {
            entries = rows.Origins[0].Rows[index].IsEmpty ? entries : entries.With(index);
        }

        return entries;
    }

    /// <summary>A field, and what was seen of it.</summary>
    private sealed class Watched(int place, MachineField member, BoundSubject? entry)
    {
        public int Place { get; } = place;

        public BoundSubject? Entry { get; } = entry;

        public MachineField Member { get; } = member;

        public MachineTable Table { get; } = member.Machine.Table;

        public MapBuilder Returned { get; } = new(member.Machine.Table, entry?.Origin);

        public MapBuilder Thrown { get; } = new(member.Machine.Table, entry?.Origin);

        public MapBuilder Seen { get; } = new(member.Machine.Table, entry?.Origin);
    }
}
